"""What is said of operating subsidies that lack what their mode needs, or look at what is not there."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

GAP = "mode: gap, streams: [lighting], cost_share: 90 %"


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("mode: fixed", "mode", "fixed needs amount; state amount"),
        ("mode: per_unit, rate: 1", "mode", "per_unit needs stream; state stream"),
        ("mode: per_unit, rate: 1, stream: lighting", "stream", "lighting has no use that is counted in units"),
        ("mode: per_unit, rate: 1, stream: tram", "stream", "there is no tram under revenue"),
        ("mode: gap, cost_share: 1", "mode", "gap needs streams; state streams"),
        ("mode: gap, streams: [lighting]", "mode", "gap needs cost_share or required"),
        (f"{GAP}, required: 5", "required", "stands beside cost_share; keep one of the two"),
        (f"{GAP}, amount: 5", "amount", "is not read with mode: gap; take it out, or write mode: fixed"),
        (f"{GAP}, costs: [upkep]", "costs[1]", "there is no upkep under opex and lifecycle; did you mean upkeep?"),
        (f"{GAP}, costs: [upkeep, upkeep]", "costs[2]", "upkeep is named twice"),
        ("mode: gap, streams: [lightning], required: 5", "streams[1]", "did you mean lighting?"),
        ("mode: gap, streams: [lighting, lighting], required: 5", "streams[2]", "lighting is named twice"),
        ("mode: gap, streams: [help], required: 5", "streams[1]", "help fills a gap itself"),
        ("mode: gap, streams: [lighting], required: 5, costs: [upkeep]", "costs", "no cost_share is stated"),
        ("mode: fixed, amount: 5, settlement: year", "settlement", "has nothing to settle at the end of a year"),
        ("mode: fixed, amount: 5, indexation: {wages: 1}", "indexation.wages", "there is no wages under indices"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.help={{type: operating_subsidy, {terms}}}"])
    assert f"revenue.help.{place}: " in message
    assert what in message


def test_a_gap_does_not_wait_for_a_guarantee_that_waits_for_it(tmp_path: Path) -> None:
    gap = "revenue.help={type: operating_subsidy, mode: gap, streams: [lighting, mrg], required: 5}"
    mrg = "revenue_guarantees.mrg={streams: [help], forecast: 1, floors: {low: {upper: 0.8}}}"
    (message,) = said(tmp_path, overrides=[gap, mrg])
    assert message.endswith("mrg covers help, which would wait for it; take help out of revenue_guarantees.mrg.streams")
