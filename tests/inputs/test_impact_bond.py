"""An impact bond as a case states it: its parties, and that it pays somebody."""

from pathlib import Path

from finmodel.inputs.outcomes import PayForPerformance
from tests.inputs.good_case import load, said

SIGNALS = (
    "revenue.signals={type: pay_for_performance, impact_bond: {%s},"
    " outcomes: {time: {baseline: 0, measured: 9, rate: 1, saving: 3, saving_index: %s}}}"
)


def test_provider_and_intermediary_are_parties(tmp_path: Path) -> None:
    stream = load(tmp_path, overrides=[SIGNALS % ("provider: clinic, top_up: 20 %", "cpi")]).case.revenue["signals"]
    assert isinstance(stream, PayForPerformance)
    assert stream.parties == ("authority", "verifier", "clinic", "intermediary")


def test_a_bond_that_pays_nobody_and_indices_that_are_not_there_are_refused(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, overrides=[SIGNALS % ("provider: clinic", "cpi")])
    assert "neither a top-up nor a fee of management is paid" in problem
    problems = said(tmp_path, overrides=[SIGNALS % ("management_fee: 2, management_index: cpj", "cpj")])
    assert len(problems) == 2
    assert all("cpj" in problem for problem in problems)


def test_the_company_cannot_be_its_own_provider(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, overrides=[SIGNALS % ("provider: company, top_up: 20 %", "cpi")])
    assert "is the project company itself" in problem
