"""Questions about a case are answered from the file itself, and what is asked for and not there is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from finmodel.errors import UsageError
from finmodel.inputs.sensitivity_asked import Words
from finmodel.questions import compare_deals, compare_scenarios, find_sensitivities
from tests.runs import results_of

LIGHTING = Path(__file__).parents[1] / "cases" / "alatau_gate_lighting" / "case.yaml"


def test_scenarios_stand_beside_the_base_case_of_a_run() -> None:
    found = compare_scenarios(LIGHTING, asked=["equity_irr"])
    assert found.base.kpis["equity_irr"].value == results_of(LIGHTING).kpis["equity_irr"].value


def test_a_deal_does_not_differ_from_itself() -> None:
    found = compare_deals((LIGHTING, None), (LIGHTING, None), ("A", "B"), asked=["equity_irr"])
    assert not found.figures
    assert not found.words


def test_sensitivities_are_those_of_the_results_that_come_with_them() -> None:
    results, found = find_sensitivities(LIGHTING, Words(kpis=["equity_irr"]))
    assert found.kpis[0].name == "equity_irr"
    assert found.case == results.name == "alatau_gate_lighting"


def test_a_result_that_is_not_there_is_refused() -> None:
    with pytest.raises(UsageError, match="There is no result"):
        compare_scenarios(LIGHTING, asked=["no_such_result"])
