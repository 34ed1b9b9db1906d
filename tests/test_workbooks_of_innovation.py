"""The workbook of a pilot, recalculated: the stage gate is live in it, and knows when a pilot has failed."""

from functools import cache
from pathlib import Path

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.innovation.innovation_case import innovation_deal
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(innovation_deal()), About("pilot", "Pilot", "KZT million"))


def test_the_workbook_values_the_stage_gate_as_the_engine_does(tmp_path: Path) -> None:
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_a_failed_pilot_is_a_changed_cell(tmp_path: Path) -> None:
    failed = with_inputs(sized(), mobility__success=0.0)
    assert failed.values["mobility.staged_value"] == pytest.approx(failed.values["mobility.pilot_total"])
    cells = recalculated(failed, tmp_path, by_formualizer)
    assert disagreements(cells, failed, tolerance=1e-8, rates=False) == []
