"""Random graphs as workbooks: two spreadsheet engines find in every cell what NumPy finds."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from finmodel.expr.line import Shape
from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import make_plan
from tests.expr.random_graphs import Model, models
from tests.recalculation import Cells, by_formualizer, by_ironcalc, planted
from tests.sizes import drawn
from tests.small_results import small_results


@pytest.mark.slow
@pytest.mark.parametrize("engine", [by_formualizer, by_ironcalc], ids=["formualizer", "ironcalc"])
@settings(
    max_examples=drawn(60),
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(model=models())
def test_a_random_graph_recalculates_to_the_same_numbers(engine: Callable[[Path], Cells], model: Model) -> None:
    results = small_results(model.graph, model.scenarios[0], model.periods)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "random.xlsx"
        write_workbook(results, path, cached=planted)
        cells = engine(path)
    for name, place in make_plan(results).places.items():
        if name not in results.graph.lines:
            continue
        columns = [5] if place.shape is Shape.SCALAR else range(10, 10 + model.periods)
        expected = results.values[name] if place.shape is Shape.SCALAR else results.series[name]
        for column, number in zip(columns, expected if isinstance(expected, tuple) else [expected], strict=True):
            found = cells.get((place.sheet, place.row, column))
            if number is None:
                assert found in (None, ""), name
            else:
                assert found == pytest.approx(number, rel=1e-9, abs=1e-9), name
