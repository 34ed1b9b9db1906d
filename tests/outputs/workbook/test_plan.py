"""The plan: every line has one row, sheets stand in the reader's order, passes suffice."""

from dataclasses import replace

from finmodel.outputs.workbook.plan import Heading, LineRow, Plan, make_plan
from finmodel.outputs.workbook.values import row_values
from tests.expr.small_graphs import graph, series
from tests.outputs.workbook.deal import deal, with_inputs
from tests.small_results import small_results


def test_sheets_stand_in_the_order_of_reading(plan: Plan) -> None:
    assert list(plan.names) == [
        "Cover", "Summary", "Inputs", "Inputs by year", "Inputs by position", "Inputs by period", "Contract", "Time",
        "Revenue", "Senior loan", "Ratios and returns", "Passes", "Statements", "Checks", "Map", "Log",
    ]  # fmt: skip


def test_every_line_stands_on_one_row_of_its_own(plan: Plan) -> None:
    rows = [(sheet.name, row) for sheet in plan.sheets for row, item in sheet.rows]
    assert len(rows) == len(set(rows))
    names = [item.line.name for sheet in plan.sheets for _, item in sheet.rows if isinstance(item, LineRow)]
    assert len(names) == len(set(names))
    assert set(names) == set(plan.lines) | set(plan.searches)


def test_each_row_stands_where_formulas_look_for_it(plan: Plan) -> None:
    for sheet in plan.sheets:
        for row, item in sheet.rows:
            if isinstance(item, LineRow):
                place = plan.places[item.line.name]
                assert (place.sheet, place.row) == (sheet.name, row)


def test_sections_have_headings_and_instances_theirs(plan: Plan) -> None:
    (revenue,) = (sheet for sheet in plan.sheets if sheet.title == "Revenue")
    headings = [item for _, item in revenue.rows if isinstance(item, Heading)]
    assert headings == [Heading("Revenue", 0), Heading("Toll road", 1)]


def test_there_are_twelve_passes_and_more_where_debt_settles_slowly() -> None:
    assert len(make_plan(deal()).unrolled.passes) == 1 + 12
    slow = with_inputs(deal(), rate=1.0, gearing=0.9)
    plan = make_plan(slow)
    assert len(plan.unrolled.passes) > 1 + 12
    assert abs(row_values(plan)["debt~residual"][0] or 0.0) < 1e-9


def test_an_internal_rate_is_searched_below_its_row(plan: Plan) -> None:
    rows = [plan.places[name].row for name in plan.searches]
    first = plan.places["project_irr"].row
    assert rows == list(range(first + 1, first + 1 + len(rows)))


def test_the_contract_fits_a_grid_that_grew_or_shrank() -> None:
    results = deal()
    plan = make_plan(replace(results, contract={**results.contract, "repaid": (1.0, 2.0, 3.0)}))
    assert plan.contract_value("repaid") == (1.0, 2.0, 3.0, 0.0, 0.0, 0.0)
    plan = make_plan(replace(results, contract={**results.contract, "repaid": tuple(range(9))}))
    assert plan.contract_value("repaid") == (0, 1, 2, 3, 4, 5)


def test_a_deal_without_solved_lines_has_neither_passes_nor_contract() -> None:
    plan = make_plan(small_results(graph(series("x", lambda m: 1)), {}, 2))
    assert "Passes" not in plan.names
    assert "Contract" not in plan.names


def test_sheets_are_named_in_the_language_asked_for() -> None:
    words = {"Senior loan": "Старший кредит"}
    plan = make_plan(deal(), lambda text: words.get(text, text))
    assert plan.names["Senior loan"] == "Старший кредит"
    rows = [item for sheet in plan.sheets for _, item in sheet.rows if isinstance(item, LineRow)]
    assert any("'Старший кредит'!" in row.template.text for row in rows)
