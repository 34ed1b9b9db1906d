"""Values for every row: the model's own from the results, passes and parts computed to match."""

import pytest

from finmodel.expr.functions import filled, ratio, summed
from finmodel.expr.line import Shape
from finmodel.outputs.workbook.plan import Plan, make_plan
from finmodel.outputs.workbook.values import row_values
from tests.expr.small_graphs import graph, scalar, series
from tests.outputs.workbook.deal import deal
from tests.small_results import small_results
from tests.toy import CAPEX, DEBT, toy


def test_every_row_has_its_values(plan: Plan) -> None:
    values = row_values(plan)
    assert set(values) == set(plan.lines) | set(plan.searches)
    assert values["closing"] == deal().series["closing"]


def test_passes_approach_the_solution() -> None:
    plan = make_plan(small_results(toy(), {"capex": CAPEX}, 3))
    values = row_values(plan)
    distances = [abs((values[f"debt~pass{number}"][0] or 0.0) - DEBT) for number in range(5)]
    assert distances == sorted(distances, reverse=True)
    assert values["debt~residual"][0] == pytest.approx(0, abs=1e-9)


def test_a_search_shows_the_rate_and_its_distance_from_the_first_guess(plan: Plan) -> None:
    values = row_values(plan)
    rate = values["project_irr"][0]
    assert values["project_irr~from1"] == (rate,)
    assert values["project_irr~near1"][0] == pytest.approx(0.4529, abs=1e-3)


def test_a_part_that_reads_a_blank_line_is_computed() -> None:
    found = graph(
        series("cover", lambda m: ratio(m.counter, m.counter - 1)),
        series("counter", lambda m: m.n * 1),
        series("long", lambda m: summed(*(filled(m.cover, 0) * m.n * k for k in range(1, 25)))),
        scalar("x", lambda m: 1),
        given={"n": Shape.SERIES},
    )
    results = small_results(found, {"n": [1.0, 2.0, 3.0]}, 3)
    plan = make_plan(results)
    values = row_values(plan)
    parts = [values[name] for name in plan.lines if name.startswith("long~")]
    assert parts
    assert all(None not in part for part in parts)
