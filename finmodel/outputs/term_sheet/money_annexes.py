"""The annexes of money: sources and uses, cover ratios, debt, parties, statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from finmodel.expr.line import Line
from finmodel.outputs.table import Gather, Row, Table, by_year
from finmodel.outputs.term_sheet.capital_stack import capital_stack
from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.figures import cash_flow_figure, sources_uses, sources_uses_figure
from finmodel.outputs.term_sheet.payments import payments
from finmodel.outputs.term_sheet.period_tables import by_period, fitted, lines_named, year_row, yearly
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["money_annexes"]


def money_annexes(view: View) -> list[Section]:
    """Where money comes from and goes to, by period and by year."""
    return [
        _sources(view),
        Section("annex-ratios", view.say("Cover ratios"), tables=tuple(_ratios(view))),
        Section("annex-debt", view.say("Debt schedule"), tables=tuple(_debt(view))),
        _parties(view),
        _statements(view),
    ]


def _sources(view: View) -> Section:
    sources, uses = sources_uses(view)
    whole = view.value("total_uses")
    rows = [
        *_amounts(view, "Sources", sources, whole),
        *_amounts(view, "Uses", uses, whole),
    ]
    table = Table(
        "table-sources-uses",
        view.say("Sources and uses of funds"),
        (view.language.currency(view.results.currency), view.say("Share")),
        tuple(rows),
        stub=view.say("Item"),
    )
    building = [i for i, flag in enumerate(view.series("construction_flag")) if flag]
    names = ["uses", *(line.name for line in view.results.graph.tagged(chart="source"))]
    periods = Table(
        "table-construction",
        view.say("Construction by period"),
        tuple(view.language.day(view.periods[i].end, short=True) for i in building),
        tuple(Row(view.label(name), Unit.MONEY, tuple(view.series(name)[i] for i in building)) for name in names),
        stub=view.language.currency(view.results.currency),
    )
    return Section(
        "annex-sources",
        view.say("Sources and uses of funds"),
        figures=(sources_uses_figure(view),),
        tables=(table, *capital_stack(view), *fitted(view, periods)),
    )


def _amounts(view: View, heading: str, pairs: Sequence[tuple[str, float]], whole: float | None) -> Iterable[Row]:
    yield Row(view.say(heading), Unit.MONEY, (), kind="heading")
    for label, value in pairs:
        share = view.language.percent(value / whole, 1) if whole else ""
        yield Row(label, Unit.MONEY, (value, share))
    shares = view.language.percent(1.0, 1) if whole else ""
    yield Row(view.say("Total"), Unit.MONEY, (sum(value for _, value in pairs), shares), kind="total")


def _ratios(view: View) -> list[Table]:
    rows = [year_row(view, line, Gather.LOWEST) for line in lines_named(view, *_RATIOS)]
    note = view.say("The lowest value of the periods of each year; n/a where there is no debt service.")
    ratios = yearly(view, "table-ratios", "Cover ratios by year", rows, note=note, stub=view.say("Ratio"))
    return [
        *ratios,
        by_period(view, "table-cover", view.say("Cover of debt service by period"), _COVER, alive=_alive(view)),
    ]


_RATIOS = ("dscr", "total_dscr", "llcr", "plcr", "icr")
_DUE = "scheduled_debt_service"
_COVER = (
    "cfads", _DUE, "dscr", "all_debt_service", "total_dscr", "llcr", "plcr", "lockup_flag", "default_flag",
)  # fmt: skip
_ACCOUNT = ("opening", "drawdown", "interest_paid", "principal_paid", "closing", "interest_arrears", "rate")
_DSRA = ("dsra_target", "dsra_funded", "dsra_paid_in", "dsra_drawn", "dsra_released", "dsra_closing")
_MRA = ("mra_target", "mra_paid_in", "mra_released", "mra_closing")


def _alive(view: View) -> str:
    """The debt service of all ranks, where there are several."""
    return "all_debt_service" if view.has("all_debt_service") else _DUE


def _debt(view: View) -> list[Table]:
    tables = []
    for number, loan in enumerate(view.facilities):
        caption = view.say("Debt schedule: %(loan)s", loan=view.instance(loan))
        key = "table-debt" if number == 0 else f"table-debt-{loan}"
        tables.append(by_period(view, key, caption, [f"{loan}.{name}" for name in _ACCOUNT]))
    tables.append(by_period(view, "table-dsra", view.say("Debt service reserve account (DSRA)"), _DSRA))
    tables.append(by_period(view, "table-mra", view.say("Maintenance reserve account (MRA)"), _MRA))
    return [table for table in tables if table.rows]


def _parties(view: View) -> Section:
    nets = view.results.graph.tagged(party="net")
    rows = [replace(year_row(view, line, Gather.SUM), label=_party(view, line)) for line in nets]
    label = view.say("Project company: change in cash and reserves")
    rows += [
        replace(year_row(view, line, Gather.SUM), label=label, kind="total")
        for line in lines_named(view, "company_net")
    ]
    totals = _party_totals(view, nets)
    note = view.say("What each party receives from the project company less what it pays. Each column adds to zero.")
    return Section(
        "annex-parties",
        view.say("Cash flows of the parties"),
        tables=(totals, *yearly(view, "table-parties", "Net cash flow of each party by year", _used(rows), note=note)),
    )


def _party(view: View, line: Line) -> str:
    return view.party(line.instance.removeprefix("party_"))


_TOTAL_COLUMNS = ("Received", "Paid", "Net", "Present value")


def _party_totals(view: View, nets: Sequence[Line]) -> Table:
    rows = []
    for line in nets:
        received, paid = (
            sum(v or 0.0 for v in view.series(f"{line.instance}.{name}")) for name in ("received", "paid")
        )
        net = sum(v or 0.0 for v in view.series(line.name))
        present = view.value(f"{line.instance}.present_value")
        rows.append(Row(_party(view, line), Unit.MONEY, (received, paid, net, present)))
    columns = tuple(map(view.say, _TOTAL_COLUMNS))
    money = view.language.currency(view.results.currency)
    return Table(
        "table-party-totals", view.say("Cash flows of the parties in total"), columns, tuple(_used(rows)), stub=money
    )


_TOTALS = frozenset(
    ("ebitda", "profit_before_tax", "net_income", "cash_change", "total_assets", "total_liabilities", "cfads")
)


def _statements(view: View) -> Section:
    graph = view.results.graph
    kind = {True: "total", False: "plain"}
    income = [year_row(view, line, Gather.SUM, kind[line.name in _TOTALS]) for line in graph.tagged(statement="income")]
    flows = [
        year_row(view, line, Gather.SUM, kind[line.name in _TOTALS]) for line in graph.tagged(statement="cash_flow")
    ]
    held = [year_row(view, line, Gather.LAST) for line in graph.tagged(balance="asset")]
    owed = [year_row(view, line, Gather.LAST) for line in graph.tagged(balance="liability")]
    balance = [
        *held,
        *(year_row(view, line, Gather.LAST, "total") for line in lines_named(view, "total_assets")),
        *owed,
        *(year_row(view, line, Gather.LAST, "total") for line in lines_named(view, "total_liabilities")),
    ]
    return Section(
        "annex-statements",
        view.say("Cash flow and financial statements"),
        figures=(cash_flow_figure(view),),
        tables=(
            *yearly(view, "table-waterfall", "Cash-flow waterfall by year", _waterfall(view)),
            *yearly(view, "table-income", "Income statement by year", _used(income)),
            *yearly(view, "table-cash-flow", "Cash-flow statement by year", _used(flows)),
            *yearly(view, "table-balance", "Balance sheet at the end of each year", _used(balance)),
        ),
    )


def _kind(line: Line) -> str:
    return "total" if line.name in _TOTALS else "plain"


def _waterfall(view: View) -> list[Row]:
    rows = []
    for paid in payments(view):
        values = by_year(view.series(paid.line.name), view.periods, Gather.SUM)
        cells = tuple(paid.sign * (value or 0.0) for value in values)
        rows.append(Row(paid.label, paid.line.unit, cells, _kind(paid.line)))
    rows += [year_row(view, line, Gather.LAST) for line in lines_named(view, "cash_closing")]
    return _used(rows)


def _used(rows: Iterable[Row]) -> list[Row]:
    """The rows that hold anything but nothing."""
    return [row for row in rows if row.kind == "total" or any(isinstance(c, float) and round(c, 6) for c in row.cells)]
