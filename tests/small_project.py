"""A project of four years on one page, for tests: capex, revenue, a loan that is solved, a cover ratio, an IRR."""

from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.expr.functions import (
    absolute,
    at,
    equals,
    internal_rate,
    lowest,
    month_end,
    previous,
    ratio,
    total,
    value_where,
    where,
)
from finmodel.expr.graph import build
from finmodel.expr.line import Shape, Variable
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.inputs.table import InputEntry, InputTable, Provenance
from finmodel.model.assembly import Model
from finmodel.results import Results
from finmodel.units import Unit

__all__ = ["ABOUT", "model", "results", "scenario"]

ABOUT = About("small", "Small project", "KZT million", hashes={"case": "0" * 64})

project = Section("project", "Project")
loan = Section("loan", "Loan")
party = Section("party", "Parties")


@project.line("Period", Unit.COUNT)
def counter(m: Names) -> Node:
    return previous(m.counter) + 1


@project.line("Period begins", Unit.DATE)
def period_start(m: Names) -> Node:
    return month_end(m.start, (m.counter - 1) * 12 - 1) + 1


@project.line("Period ends", Unit.DATE)
def period_end(m: Names) -> Node:
    return month_end(m.start, m.counter * 12 - 1)


@project.line("In operation", Unit.FLAG)
def operation(m: Names) -> Node:
    return m.counter > 1


@project.line("Last period", Unit.FLAG)
def last(m: Names) -> Node:
    return equals(m.counter, 4)


@project.line("Uses", Unit.MONEY)
def uses(m: Names) -> Node:
    return m.capex + where(equals(m.counter, 1), m["loan.fee"] * m["loan.amount"], 0)


@project.scalar("Total uses", Unit.MONEY, kpi="total_uses")
def total_uses(m: Names) -> Node:
    return total(m.uses)


@project.line("CFADS", Unit.MONEY)
def cfads(m: Names) -> Node:
    """Revenue while in operation."""
    return m.revenue * m.operation


@project.line("DSCR", Unit.RATIO)
def dscr(m: Names) -> Node:
    """CFADS divided by debt service."""
    return ratio(m.cfads, m["loan.service"])


@project.scalar("Lowest DSCR", Unit.RATIO, kpi="dscr_minimum")
def dscr_minimum(m: Names) -> Node:
    return lowest(m.dscr)


@project.line("Equity flow", Unit.MONEY)
def equity_flow(m: Names) -> Node:
    return m.cfads - m["loan.service"] - m.uses + m["loan.amount"] * equals(m.counter, 1)


@project.scalar("First flow", Unit.COUNT)
def first_flow(m: Names) -> Operand:
    return 1


@project.scalar("Equity IRR", Unit.RATE, kpi="equity_irr")
def equity_irr(m: Names) -> Node:
    return internal_rate(m.equity_flow, m.period_end, m.first_flow)


@project.scalar("Last debt service", Unit.MONEY)
def last_service(m: Names) -> Node:
    return value_where(m["loan.service"], m.last)


@project.line("Revenue, as late as it is paid", Unit.MONEY)
def received(m: Names) -> Node:
    return at(m.revenue, m.counter - m.lag)


@project.scalar("Debt left", Unit.MONEY, check="integrity")
def debt_left(m: Names) -> Node:
    return absolute(m["loan.amount"] - total(m["loan.service"])) + m.gap


@project.scalar("Cover below 1.20x", Unit.NUMBER, check="alert")
def thin_cover(m: Names) -> Node:
    return where(lowest(m.cover_level) < 1.2, 1, 0)


@project.line("Cover, 9 without debt service", Unit.RATIO)
def cover_level(m: Names) -> Node:
    return where(m["loan.service"] > 0, m.cfads / m["loan.service"], 9)


@loan.solved("Amount", Unit.MONEY, guess=0.0, kpi="senior_debt")
def amount(m: Names) -> Node:
    return m.gearing * m.total_uses


@loan.line("Debt service", Unit.MONEY, freezable=True)
def service(m: Names) -> Node:
    return m.operation * m.amount / 3


@party.line("Net flow", Unit.MONEY, party="net")
def net(m: Names) -> Node:
    return m.equity_flow


@party.scalar("Present value", Unit.MONEY, party="present_value")
def present_value(m: Names) -> Node:
    return total(m.net)


def _inputs(revenue: tuple[float, ...], gearing: float, gap: float, tolerance: float) -> InputTable:
    entries = (
        InputEntry(Variable("start", "Start", Unit.DATE), 46023.0, "timing.start"),
        InputEntry(
            Variable("capex", "Capex", Unit.MONEY, Shape.SERIES), (1000.0, 0.0, 0.0, 0.0), "capex",
            Provenance("Tender, page 3", "2026-01", "seen"),
        ),
        InputEntry(Variable("revenue", "Revenue", Unit.MONEY, Shape.SERIES), revenue, "revenue"),
        InputEntry(Variable("lag", "Lag", Unit.COUNT), 1.0, "lag", Provenance(stated=False)),
        InputEntry(Variable("gap", "Gap", Unit.MONEY), gap, "gap"),
        InputEntry(Variable("tolerance", "Tolerance", Unit.MONEY), tolerance, "tolerance"),
        InputEntry(Variable("loan.fee", "Upfront fee", Unit.SHARE), 0.01, "loan.fee"),
        InputEntry(Variable("loan.gearing", "Gearing", Unit.SHARE), gearing, "loan.gearing"),
        InputEntry(
            Variable("tariff", "Tariff", Unit.NUMBER, Shape.TABLE), (1.0, 1.1), "tariff", axis=("2026", "2027")
        ),
        InputEntry(Variable("regime", "Regime", Unit.NUMBER), 2.0, "regime", choices=("general", "relief")),
    )  # fmt: skip
    return InputTable({entry.variable.name: entry for entry in entries})


def model(
    *,
    revenue: tuple[float, ...] = (0.0, 400.0, 350.0, 420.0),
    gearing: float = 0.7,
    gap: float = 0.0,
    tolerance: float = 1e-6,
) -> Model:
    """The project with some of its inputs changed."""
    inputs = _inputs(revenue, gearing, gap, tolerance)
    parts = [project.part(), loan.instance("loan", label="Bank loan"), party.instance("party_sponsor", label="Sponsor")]
    return Model(build(parts, inputs.variables), inputs, 4, 12)


def results() -> Results:
    """The base case."""
    return evaluate(model(), ABOUT)


def scenario(changed: Model, *, resize: bool = False) -> Results:
    """The changed project under the contract of the base case, or sized again."""
    return evaluate(model(), ABOUT, scenario=Scenario("changed", changed, resize))
