"""A model of four figures whose results are known in closed form: a plane, a parabola, a step and what goes blank."""

from __future__ import annotations

from functools import cache

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.sensitivity.runs import MovedDeal
from finmodel.expr.functions import internal_rate, month_end, previous, ratio, where
from finmodel.expr.graph import build
from finmodel.expr.line import Variable
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.inputs.table import InputEntry, InputTable
from finmodel.inputs.text import Text
from finmodel.model.assembly import Model
from finmodel.results import Results
from finmodel.sensitivities import Measured, Move
from finmodel.units import Unit

__all__ = ["MONTHS", "PRICE", "VOLUME", "YEARS", "deal", "measured", "results"]

deal_lines = Section("deal", "Deal")


@deal_lines.line("Period", Unit.COUNT)
def counter(m: Names) -> Node:
    return previous(m.counter) + 1


@deal_lines.line("Period begins", Unit.DATE)
def period_start(m: Names) -> Node:
    return month_end(46023, (m.counter - 1) * 12 - 1) + 1


@deal_lines.line("Period ends", Unit.DATE)
def period_end(m: Names) -> Node:
    return month_end(46023, m.counter * 12 - 1)


@deal_lines.line("Cash flow", Unit.MONEY)
def cash(m: Names) -> Node:
    return where(m.counter > 1, m.price, -100)


@deal_lines.scalar("First flow", Unit.COUNT)
def first_flow(m: Names) -> Operand:
    return 1


@deal_lines.scalar("Plane", Unit.MONEY, kpi="plane")
def plane(m: Names) -> Node:
    """3 × price + 2 × volume + 10 × months."""
    return m.price * 3 + m.volume * 2 + m.months * 10


@deal_lines.scalar("Product", Unit.MONEY, kpi="product")
def product(m: Names) -> Node:
    return m.price * m.volume


@deal_lines.scalar("Parabola", Unit.MONEY, kpi="parabola")
def parabola(m: Names) -> Node:
    """Nothing at a price of 20 and of 50."""
    return (m.price - 20) * (m.price - 50)


@deal_lines.scalar("Step", Unit.COUNT)
def step(m: Names) -> Node:
    """1 above a price of 33⅓, else 0."""
    return m.price > 100 / 3


@deal_lines.scalar("Late", Unit.COUNT)
def late(m: Names) -> Node:
    """1 from 7 months on."""
    return m.months > 6


@deal_lines.scalar("Cover", Unit.RATIO)
def cover(m: Names) -> Node:
    """Blank from a price of 40 on."""
    return ratio(m.price, m.price < 40)


@deal_lines.scalar("Return", Unit.RATE)
def rate(m: Names) -> Node:
    """Blank without a price."""
    return internal_rate(m.cash, m.period_end, m.first_flow)


@deal_lines.scalar("By year", Unit.MONEY)
def by_year(m: Names) -> Node:
    return m.first_year


@deal_lines.scalar("Debt", Unit.MONEY, freezable=True)
def debt(m: Names) -> Node:
    return m.price * 2


@deal_lines.scalar("Debt per price", Unit.NUMBER)
def leverage(m: Names) -> Node:
    return m.debt / m.price


@deal_lines.scalar("More than there is room for", Unit.FLAG, refuse="no_equity")
def too_much(m: Names) -> Node:
    return m.volume > 50


@deal_lines.scalar("What does not add up", Unit.MONEY, check="integrity")
def leak(m: Names) -> Node:
    """1 from 21 months on."""
    return where(m.months > 20, 1, 0)


def _entries() -> tuple[InputEntry, ...]:
    return (
        InputEntry(Variable("price", "Price", Unit.MONEY), 30.0, "revenue.price", minimum=0.0, maximum=1000.0),
        InputEntry(Variable("volume", "Volume", Unit.COUNT), 5.0, "revenue.volume", minimum=0.0),
        InputEntry(Variable("months", "Delay", Unit.MONTHS), 0.0, "timing.delay", minimum=0.0, maximum=24.0),
        InputEntry(Variable("first_year", "Of the first year", Unit.MONEY), 7.0, "opex.first"),
    )


@cache
def results() -> Results:
    """The base case: a price of 30, a volume of 5, no delay."""
    inputs = InputTable({entry.variable.name: entry for entry in _entries()})
    model = Model(build([deal_lines.part()], inputs.variables), inputs, 4, 12)
    return evaluate(model, About("closed", "Closed form", "KZT million", hashes={"case": "0" * 64}))


def _move(name: str, path: str, way: str, ends: tuple[float, float], unit: Unit, base: float) -> Move:
    return Move(name, Text(name.capitalize()), (path,), way, *ends, unit, base, whole=unit is Unit.MONTHS)


PRICE = _move("price", "revenue.price", "times", (0.5, 2.0), Unit.NUMBER, 1.0)
VOLUME = _move("volume", "revenue.volume", "add", (-1.0, 1.0), Unit.COUNT, 0.0)
MONTHS = _move("delay", "timing.delay", "to", (0.0, 12.0), Unit.MONTHS, 0.0)
YEARS = _move("years", "opex.first", "to", (0.0, 10.0), Unit.MONEY, 7.0)
_LINES = ("plane", "product", "parabola", "step", "late", "cover", "rate", "by_year", "leverage")


def deal(*moves: Move, resize: bool = False) -> MovedDeal:
    """The model with moves; those above if none are named."""
    return MovedDeal(results(), moves or (PRICE, VOLUME, MONTHS), _LINES, resize=resize)


def measured(line: str) -> Measured:
    """A result of the base case."""
    run = results()
    return Measured(line, line, run.graph.lines[line].label, run.graph.lines[line].unit, run.values[line])
