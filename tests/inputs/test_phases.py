"""What is said of a phase with an index or a tax pool that the case does not have."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said


def test_a_phase_states_its_investment_by_year(tmp_path: Path) -> None:
    stated = "phases={second: {investment: {by_year: {2026: 0, 2031: 50, 2032: 0}}, public_share: 20 %}}"
    phase = load(tmp_path, overrides=[stated]).case.phases["second"]
    assert dict(phase.investment.by_year) == {2026: 0, 2031: 50, 2032: 0}
    assert (phase.public_share.number, phase.grantor, phase.tax_pool) == (0.2, "authority", "machinery")


@pytest.mark.parametrize(
    ("terms", "place"), [("index: cpu", "phases.second.index"), ("tax_pool: ships", "phases.second.tax_pool")]
)
def test_a_phase_names_what_the_case_has(tmp_path: Path, terms: str, place: str) -> None:
    found = said(tmp_path, overrides=[f"phases={{second: {{investment: 5, {terms}}}}}"])
    assert any(f"{place}: there is no " in problem for problem in found), found
