"""A cap on the investor's return as a case states it: one in a case, and who has what is above it is a party."""

from pathlib import Path

from finmodel.inputs.outcomes import PayForPerformance
from finmodel.inputs.return_cap import ReturnCap
from tests.inputs.good_case import load, said

SIGNALS = (
    "revenue.signals={type: pay_for_performance, return_cap: {rate: 15 %%, %s},"
    " outcomes: {time: {baseline: 0, measured: 9, rate: 1}}}"
)
LAMPS = (
    "revenue.lamps_saved={type: energy_performance, model: shared_savings, baseline: 9, measured: 5, tariff: 1,"
    " savings_share: 80 %, return_cap: {rate: 12 %}}"
)


def test_a_cap_is_measured_before_financing_and_returned_to_the_payer_unless_it_says_otherwise(tmp_path: Path) -> None:
    stream = load(tmp_path, overrides=[SIGNALS % "returned_to: provider"]).case.revenue["signals"]
    assert isinstance(stream, PayForPerformance)
    assert stream.return_cap is not None
    assert stream.return_cap.basis == "before_financing"
    assert stream.parties == ("authority", "verifier", "provider")
    plain = ReturnCap.model_validate({"rate": 0.15})
    assert plain.returned_to is None


def test_a_second_cap_in_a_case_is_refused(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[SIGNALS % "basis: distributions"]) == []
    problems = said(tmp_path, overrides=[SIGNALS % "basis: distributions", LAMPS])
    assert len(problems) == 1
    assert "revenue.lamps_saved.return_cap.rate: the investor's return is capped by signals already" in problems[0]
