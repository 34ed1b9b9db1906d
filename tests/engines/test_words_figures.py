"""Figures take the place of names: those of the period asked for, of its neighbours, or none."""

import pytest

from finmodel.engines.words_figures import FiguresEngine, known_position, plain_figure, value_at, values_of
from finmodel.expr import functions as f
from finmodel.expr.nodes import Input, Node, Reference
from finmodel.results import Results
from finmodel.units import Unit
from tests.small_project import results


@pytest.fixture(scope="module")
def run() -> Results:
    return results()


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1234.56, Unit.MONEY, "1,234.6"),
        (-1234.56, Unit.MONEY, "−1,234.6"),
        (-0.001, Unit.MONEY, "0.0"),
        (0.125, Unit.RATE, "12.50%"),
        (1.254, Unit.RATIO, "1.25x"),
        (46387.0, Unit.DATE, "2026-12-31"),
        (0.0, Unit.DATE, "0"),
        (None, Unit.RATIO, "blank"),
        (3.0, Unit.COUNT, "3"),
    ],
)
def test_a_value_is_shown_in_its_unit(value: float | None, unit: Unit, text: str) -> None:
    assert plain_figure(value, unit) == text


@pytest.mark.parametrize(
    ("line", "period", "figures"),
    [
        ("dscr", 3, "350.0 ÷ 235.0"),
        ("dscr", 1, "0.0 ÷ 0.0"),
        ("uses", 1, "1,000.0 + (1.0% × 704.9 if 1 = 1, otherwise 0)"),
        ("counter", 1, "0 + 1"),
        ("counter", 4, "3 + 1"),
        ("received", 3, "400.0"),
        ("received", 1, "0.0"),
        ("loan.amount", None, "70.0% × 1,007.0"),
        ("total_uses", None, "the sum of Uses over all periods"),
        ("equity_irr", None, "the annual rate at which Equity flow (dated by Period ends) are together worth 0"),
    ],
)
def test_a_formula_is_said_with_its_figures(run: Results, line: str, period: int | None, figures: str) -> None:
    assert FiguresEngine(run, period).formula(run.graph.lines[line]) == figures


@pytest.mark.parametrize(
    ("formula", "period", "figures"),
    [
        (f.following(Reference("cfads")), 2, "350.0"),
        (f.following(Reference("cfads")), 4, "0.0"),
        (f.following(Reference("cfads")), None, "CFADS of the period after"),
        (f.earlier(Reference("cfads"), Input("lag")), 3, "400.0"),
        (f.earlier(Reference("cfads"), 0), 3, "400.0"),
        (f.earlier(Reference("cfads"), Input("lag") * 2), 3, "CFADS of (Lag × 2) periods before"),
        (f.at(Input("tariff"), 2), None, "1.1000"),
        (f.at(Input("revenue"), f.floor(Reference("counter"))), 3, "Revenue [(3) rounded down]"),
        (Reference("equity_flow") - Reference("equity_flow"), 1, "(−302.1) − (−302.1)"),
    ],
    ids=str,
)
def test_neighbours_and_positions_are_looked_up(run: Results, formula: Node, period: int | None, figures: str) -> None:
    assert FiguresEngine(run, period).visit(formula).text == figures


def test_values_are_read_and_not_computed(run: Results) -> None:
    assert values_of(run, "revenue") == (0.0, 400.0, 350.0, 420.0)
    assert values_of(run, "lag") == (1.0,)
    assert value_at(run, "lag", 3) == 1.0
    assert value_at(run, "revenue", 9) == 0.0
    assert value_at(run, "revenue", None) is None
    assert value_at(run, "dscr", 1) is None


@pytest.mark.parametrize(
    ("node", "position"),
    [
        (Reference("counter") - Input("lag"), 2),
        (f.minimum(Reference("counter") + 5, 4), 4),
        (f.maximum(Reference("counter") - 5, 1), 1),
        (Reference("counter") * 2, None),
        (Reference("counter") * 2 + 1, None),
    ],
    ids=str,
)
def test_a_position_is_known_as_far_as_it_is_made_of_names_and_whole_numbers(
    run: Results, node: Node, position: int | None
) -> None:
    assert known_position(run, node, 3) == position
