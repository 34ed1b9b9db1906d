"""What is said of concessions that count or keep what is not there, or end under agreements that go on."""

from pathlib import Path

import pytest

from finmodel.inputs.risks import parties_of
from tests.inputs.good_case import load, said

ROAD = "least_present_value.road={bid: 900, rate: 12 %, "


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("streams: []", "streams", "names no stream; name one or more of: lighting, advertising"),
        ("streams: [lightning]", "streams[1]", "there is no lightning under revenue; did you mean lighting?"),
        ("streams: [lighting, lighting]", "streams[2]", "lighting is named twice; name each once"),
        ("streams: [lighting], remaining: [shops]", "remaining[1]", "there is no shops under revenue"),
        ("streams: [lighting], remaining: [lighting]", "remaining[1]", "counts towards the bid, and ends with it"),
        ("streams: [lighting], costs: [lights]", "costs[1]", "there is no lights under opex and lifecycle"),
        ("streams: [lighting], payee: company", "payee", "is the project company itself"),
        ("streams: [lighting], last_period: none", "last_period", '"none" is not known here'),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"{ROAD}{terms}}}"])
    assert f"least_present_value.road.{place}: " in message
    assert what in message


@pytest.mark.parametrize(
    ("agreement", "terms"),
    [
        ("revenue_guarantees.mrg", "forecast: 1, floors: {low: {upper: 0.8}}"),
        ("revenue_shares.city", "share: 5 %"),
    ],
)
def test_an_agreement_may_not_go_on_when_its_stream_has_ended(tmp_path: Path, agreement: str, terms: str) -> None:
    covered = f"{agreement}={{streams: [advertising], {terms}}}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting]}}", covered])
    assert f"take it out of {agreement}.streams, or name it under remaining" in message
    assert said(tmp_path, overrides=[f"{ROAD}streams: [lighting], remaining: [advertising]}}", covered]) == []


def test_verification_of_outcomes_would_go_on(tmp_path: Path) -> None:
    outcome = "outcomes: {time: {baseline: 10, measured: 12, rate: 1}}"
    signals = f"revenue.signals={{type: pay_for_performance, {outcome}}}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting]}}", signals])
    assert "signals is paid for outcomes, whose verification would go on" in message


@pytest.mark.parametrize(
    ("terms", "what"),
    [
        ("type: ev_charging, chargers: 5, power: 60, utilisation: 10 %, margin: 1", "whose electricity"),
        ("type: carbon_credits, quantity: 10, emission_factor: 0.8, crediting_years: 3", "whose verification"),
        ("type: land_sale, area: 10, sold: 2, price: 5", "whose cost of sale"),
    ],
)
def test_costs_that_a_stream_has_of_its_own_would_go_on(tmp_path: Path, terms: str, what: str) -> None:
    stream = f"revenue.more={{{terms}}}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting]}}", stream])
    assert f"{what} would go on when the concession has ended; name it under remaining" in message
    assert said(tmp_path, overrides=[f"{ROAD}streams: [lighting], remaining: [more]}}", stream]) == []


def test_what_is_told_for_the_whole_term_does_not_stand_beside_an_early_end(tmp_path: Path) -> None:
    phase = "phases.second={investment: {by_year: {2029: 10}}}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting]}}", phase])
    assert "least_present_value.road: stands beside phases, whose investment and flows would go on" in message
    outcome = "outcomes: {time: {baseline: 10, measured: 12, rate: 1}}, return_cap: {rate: 15 %}"
    signals = f"revenue.signals={{type: pay_for_performance, {outcome}}}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting], remaining: [signals]}}", signals])
    assert message.endswith("signals caps the return over the whole term; take it out, or revenue.signals.return_cap")


def test_there_is_one_concession_and_its_names_are_free(tmp_path: Path) -> None:
    second = "least_present_value.bridge={bid: 900, rate: 12 %, streams: [lighting]}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting]}}", second])
    assert message.endswith("least_present_value.bridge: is a second concession; keep one")
    taken = "opex.road_lighting={unit_cost: 5}"
    (message,) = said(tmp_path, overrides=[f"{ROAD}streams: [lighting]}}", taken])
    assert message.endswith(
        "what lighting passes on would be called road_lighting, and that name is taken; rename road"
    )


def test_who_takes_over_is_a_party(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[f"{ROAD}streams: [lighting], payee: ministry}}"]).case
    assert "ministry" in parties_of(case)
