"""A deal of six half-years for tests of the workbook: every kind of input, a solved loan, checks, charts, scenarios."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.functions import (
    absolute,
    at,
    both,
    equals,
    first_where,
    following,
    internal_rate,
    lowest,
    month_end,
    previous,
    ratio,
    total,
    where,
    year,
)
from finmodel.expr.graph import Graph, build
from finmodel.expr.line import Shape, Variable
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.inputs.table import InputEntry, InputTable, Provenance
from finmodel.inputs.text import Text
from finmodel.results import Results, ScenarioInputs
from finmodel.units import Unit
from tests.small_results import small_results

__all__ = ["PERIODS", "deal", "graph", "with_inputs"]

PERIODS = 6

timing = Section("timing", "Time")
stream = Section("stream", "Revenue")
loan = Section("loan", "Senior loan")
income = Section("income", "Income statement")
returns = Section("returns", "Returns")
checks = Section("checks", "Checks")


@timing.line("Period", Unit.COUNT)
def counter(m: Names) -> Node:
    """Periods are counted from 1."""
    return previous(m.counter) + 1


@timing.line("Period ends", Unit.DATE)
def period_end(m: Names) -> Node:
    return month_end(m.start, m.counter * 12 / 2 - 1)


@timing.line("Construction", Unit.FLAG)
def construction_flag(m: Names) -> Node:
    return m.counter <= 2


@timing.line("Operation", Unit.FLAG)
def operation_flag(m: Names) -> Node:
    return m.counter > 2


@timing.line("Price index", Unit.INDEX)
def price_index(m: Names) -> Node:
    return where(equals(m.counter, 1), 1, previous(m.price_index)) * (1 + at(m.inflation, m.year_position))


@timing.line("Position in tables", Unit.COUNT)
def year_position(m: Names) -> Node:
    return year(m.period_end) - m.table_first_year + 1


@stream.line("Received", Unit.MONEY, payer="authority")
def received(m: Names) -> Node:
    """Paid while in operation, by a profile."""
    return m.fee * m.price_index * at(m.profile, m.counter - 2) * m.operation_flag * where(m.indexed, 1, 2)


@loan.solved("Commitment", Unit.MONEY, guess=0.0, kpi="senior_debt")
def debt(m: Names) -> Node:
    return total(m.uses) * m.gearing


@loan.line("Uses of funds", Unit.MONEY)
def uses(m: Names) -> Node:
    return (m.capex + m.interest) * m.construction_flag


@loan.line("Drawn", Unit.MONEY, chart="source")
def drawn(m: Names) -> Node:
    return m.debt / 2 * m.construction_flag


@loan.line("Opening", Unit.MONEY)
def opening(m: Names) -> Node:
    return previous(m.closing)


@loan.line("Interest", Unit.MONEY, use="financing")
def interest(m: Names) -> Node:
    return m.opening * m.rate / 2


@loan.line("Repaid", Unit.MONEY, freezable=True)
def repaid(m: Names) -> Node:
    return where(equals(m.profile_kind, 1), m.debt / 4, m.debt / 4) * m.operation_flag


@loan.line("Closing", Unit.MONEY, chart="debt")
def closing(m: Names) -> Node:
    return m.opening + m.drawn - m.repaid


@income.line("Profit", Unit.MONEY)
def profit(m: Names) -> Node:
    return m["road.received"] - m.interest


@returns.line("CFADS", Unit.MONEY, chart="cfads")
def cfads(m: Names) -> Node:
    return m["road.received"] * 1


@returns.line("Debt service", Unit.MONEY, chart="debt_service")
def service(m: Names) -> Node:
    return (m.repaid + m.interest) * m.operation_flag


@returns.line("DSCR", Unit.RATIO, chart="dscr")
def dscr(m: Names) -> Node:
    return ratio(m.cfads, m.service)


@returns.scalar("Lowest DSCR", Unit.RATIO, kpi="dscr_minimum")
def dscr_minimum(m: Names) -> Node:
    return lowest(m.dscr)


@returns.line("Project cash flow", Unit.MONEY)
def flow(m: Names) -> Node:
    return m["road.received"] - m.capex


@returns.line("Any flow", Unit.FLAG)
def any_flow(m: Names) -> Node:
    return absolute(m.flow) > 0


@returns.scalar("First flow", Unit.COUNT)
def first_flow(m: Names) -> Node:
    return first_where(m.any_flow)


@returns.scalar("Project IRR", Unit.RATE, kpi="project_irr")
def project_irr(m: Names) -> Node:
    return internal_rate(m.flow, m.period_end, m.first_flow)


@checks.line("Balance in the last period", Unit.MONEY)
def final_balance(m: Names) -> Node:
    return m.closing * equals(following(m.counter), 0)


@checks.scalar("Debt is not repaid", Unit.MONEY, check="integrity")
def debt_left(m: Names) -> Node:
    """The balance in the last period."""
    return absolute(total(m.final_balance))


@checks.scalar("Cover is thin", Unit.COUNT, check="alert")
def thin_cover(m: Names) -> Node:
    return total(m.thin)


@checks.line("Thin cover", Unit.FLAG)
def thin(m: Names) -> Node:
    return both(m.service > 0, m.cfads < m.service * m.lockup_dscr)


def _entry(
    name: str, label: str, unit: Unit, value: float | tuple[float, ...], *, group: str = "finance", **more: object
) -> InputEntry:
    shape = Shape.SCALAR if isinstance(value, float) else Shape.TABLE if more.get("axis") else Shape.SERIES
    variable = Variable(name, label, unit, more.pop("shape", shape), group=group)  # type: ignore[arg-type]
    return InputEntry(variable, value, f"{group}.{name}", **more)  # type: ignore[arg-type]


ENTRIES = (
    _entry("start", "Financial close", Unit.DATE, 46569.0, group="timing"),
    _entry("table_first_year", "First year", Unit.COUNT, 2027.0, group="timing"),
    _entry("inflation", "Inflation", Unit.RATE, (0.09, 0.08, 0.07), group="indices", axis=("2027", "2028", "2029")),
    _entry("road.fee", "Fee", Unit.MONEY, 400.0, group="revenue", provenance=Provenance("The tender", "2026", "seen")),
    _entry("road.profile", "Profile", Unit.SHARE, (0.5, 1.0, 1.0, 1.0), group="revenue", axis=("1", "2", "3", "4")),
    _entry("indexed", "Indexed", Unit.FLAG, 1.0, group="revenue"),
    _entry("capex", "Capital expenditure", Unit.MONEY, (500.0, 300.0, 0.0, 0.0, 0.0, 0.0), group="costs"),
    _entry("rate", "Interest rate", Unit.RATE, 0.12, shape=Shape.SERIES, minimum=0.0),
    _entry("gearing", "Gearing", Unit.SHARE, 0.7, minimum=0.0, maximum=1.0, provenance=Provenance(status="unverified")),
    _entry("profile_kind", "Repayment", Unit.COUNT, 2.0, choices=("equal", "level")),
    _entry("lockup_dscr", "Lock-up level", Unit.RATIO, 1.15, minimum=1.0),
)  # fmt: skip

SCENARIOS = (
    ScenarioInputs("dear", Text("Dear money", {"ru": "Дорогие деньги"}), {"rate": 0.15, "gearing": 0.6}),
    ScenarioInputs("slow", "Slow start", {"road.profile": (0.0, 0.5, 1.0, 1.0), "profile_kind": 1.0}),
)


def graph() -> Graph:
    """The lines of the deal."""
    road = stream.instance("road", label=Text("Toll road", {"ru": "Платная дорога"}))
    parts = [timing.part(), road, loan.part(), income.part(), returns.part(), checks.part()]
    return build(parts, [entry.variable for entry in ENTRIES])


@cache
def deal(*, frozen: bool = False, passes: int = 14) -> Results:
    """The deal as it is."""
    entries = {entry.variable.name: entry for entry in ENTRIES}
    found = small_results(graph(), {name: e.value for name, e in entries.items()}, PERIODS, frozen=frozen)
    hashes = {"case": "ab" * 32, "version": "0.1"}
    named = replace(found, title="=1+1 road", scenarios=SCENARIOS, hashes=hashes, passes=passes)
    return replace(named, inputs=InputTable(entries))


def with_inputs(results: Results, **values: float | tuple[float, ...]) -> Results:
    """The same workbook with other figures typed in; computed by the engine, passes as they were."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    entries = {name: replace(e, value=named.get(name, e.value)) for name, e in results.inputs.entries.items()}
    table = InputTable(entries)
    engine = NumpyEngine(results.graph, len(results.periods))
    batch = engine.run(table.values, frozen=results.contract if results.frozen else None)
    numbers = {name: tuple(None if v != v else v for v in batch.series(name).tolist()) for name in results.series}
    singles = {name: None if (v := batch.value(name)) != v else v for name in results.values}
    kpis = {key: replace(kpi, value=singles[kpi.line]) for key, kpi in results.kpis.items()}
    held = {key: replace(check, value=singles[check.line]) for key, check in results.checks.items()}
    return replace(results, inputs=table, series=numbers, values=singles, kpis=kpis, checks=held)
