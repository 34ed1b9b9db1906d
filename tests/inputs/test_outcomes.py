"""Pay for performance as a case states it: what a rate card needs, targets, tiers, and who is a party."""

from pathlib import Path

import pytest

from finmodel.inputs.outcomes import Outcome, PayForPerformance
from tests.inputs.good_case import load, said

STREAM = "revenue.signals={type: pay_for_performance, outcomes: {time: %s}}"
TIERS = "tiers: {basic: {above: 0, rate: 1}, good: {above: 10, rate: 2}}"


def stated(folder: Path, terms: str) -> list[str]:
    """The problems of one outcome."""
    return said(folder, overrides=[STREAM % f"{{baseline: 100, measured: 140, {terms}}}"])


@pytest.mark.parametrize(
    "terms",
    [
        "rate: 2",
        "rate: {by_year: {2027: 2, 2030: 3}}, cap: 50, error: 5 %, attribution: 80 %",
        "mode: binary, target: 120, reward: 10",
        "better: lower, mode: binary, target: 80, reward: 10",
        f"mode: tiered, {TIERS}",
    ],
)
def test_an_outcome_with_its_rate_card_has_no_problem(terms: str, tmp_path: Path) -> None:
    assert stated(tmp_path, terms) == []


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("mode: linear", ["mode: a linear outcome needs rate; state rate"]),
        ("mode: binary, target: 120", ["mode: a binary outcome needs reward; state reward"]),
        ("mode: tiered", ["mode: a tiered outcome needs tiers; state tiers"]),
        (
            f"rate: 2, {TIERS}",
            ["tiers: the outcome is paid in mode linear; take tiers out, or write mode: tiered"],
        ),
        (
            "mode: binary, reward: 10, target: 100",
            [
                "target: 100 is no better than the baseline of 100: it is reached without effort; "
                "set a target above the baseline, or correct better:"
            ],
        ),
        (
            "better: lower, mode: binary, reward: 10, target: 120",
            [
                "target: 120 is no better than the baseline of 100: it is reached without effort; "
                "set a target below the baseline, or correct better:"
            ],
        ),
        (
            "mode: tiered, tiers: {basic: {above: 10, rate: 1}, good: {above: 10, rate: 2}}",
            [
                "tiers.good.above: begins at 10, where tier basic begins at 10; "
                "list tiers by rising threshold, each above the one before"
            ],
        ),
        ("rate: 2, attribution: 120 %", ["attribution: 120 % is above 100 %; write 100 % or less"]),
        ("rate: -2", ["rate: -2 is below 0; write 0 or more"]),
    ],
)
def test_a_rate_card_that_cannot_be_is_answered(terms: str, says: list[str], tmp_path: Path) -> None:
    assert [message.partition("outcomes.time.")[2] for message in stated(tmp_path, terms)] == says


def test_a_stream_without_outcomes_and_a_least_payment_above_the_cap_are_answered(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["revenue.signals={type: pay_for_performance, outcomes: {}}"])
    assert "revenue.signals.outcomes: is empty; add at least one outcome" in message
    outcome = "{baseline: 1, measured: 2, rate: 1}"
    more = f"revenue.signals={{type: pay_for_performance, cap: 5, minimum_fee: 9, outcomes: {{a: {outcome}}}}}"
    (message,) = said(tmp_path, overrides=[more])
    assert "minimum_fee: 9 is above the cap of 5 a year; lower it, or raise the cap" in message


def test_the_index_of_verification_must_be_there(tmp_path: Path) -> None:
    outcome = "{baseline: 1, measured: 2, rate: 1}"
    text = f"revenue.signals={{type: pay_for_performance, outcomes: {{a: {outcome}}}, verification: {{index: wages}}}}"
    (message,) = said(tmp_path, overrides=[text])
    assert "verification.index: there is no wages under indices" in message


def test_the_verifier_is_a_party_and_its_lag_lengthens_the_grid(tmp_path: Path) -> None:
    text = STREAM % "{baseline: 1, measured: 2, rate: 1}"
    lag = "revenue.signals.verification={verifier: auditor, lag_periods: 3}"
    short = "revenue.advertising.amount=0"
    plain = load(tmp_path, overrides=[short, text]).case
    lagged = load(tmp_path, overrides=[short, text, lag]).case
    assert lagged.grid().periods == plain.grid().periods + 3
    stream = lagged.revenue["signals"]
    assert isinstance(stream, PayForPerformance)
    assert stream.parties == ("authority", "auditor")


def test_an_outcome_is_linear_and_rises_unless_it_says_otherwise() -> None:
    assert Outcome.model_fields["mode"].default == "linear"
    assert Outcome.model_fields["better"].default == "higher"
