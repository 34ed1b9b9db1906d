"""The annexes: key results, sources and uses, ratios, debt, parties, statements, assumptions, checks, version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.expr.line import Line
from finmodel.inputs.table import InputEntry
from finmodel.outputs.table import Gather, Row, Table, by_year, in_blocks
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.figures import cash_flow_figure, sources_uses, sources_uses_figure
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["annexes"]

_COLUMNS = 10
"""How many columns of numbers fit on a page and on a screen."""


def annexes(view: View) -> list[Section]:
    """Every annex, in order."""
    return [
        Section("annex-results", view.say("Key results"), tables=(_results(view),)),
        _sources(view),
        Section("annex-ratios", view.say("Cover ratios"), tables=tuple(_ratios(view))),
        Section("annex-debt", view.say("Debt schedule"), tables=tuple(_debt(view))),
        _parties(view),
        _statements(view),
        *_assumptions(view),
        Section("annex-checks", view.say("Checks"), tables=(_checks(view),)),
        _version(view),
    ]


def _results(view: View) -> Table:
    rows = tuple(
        Row(
            view.label(kpi.line),
            kpi.unit,
            (view.amount(kpi.value, kpi.unit), view.say(kpi.reason) if kpi.reason else view.note(kpi.line)),
        )
        for kpi in view.results.kpis.values()
    )
    columns = (view.say("Value"), view.say("How it is measured"))
    return Table("table-results", view.say("Key results"), columns, rows, stub=view.say("Result"), words=True)


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
        tables=(table, *in_blocks(periods, _COLUMNS)),
    )


def _amounts(view: View, heading: str, pairs: Sequence[tuple[str, float]], whole: float | None) -> Iterable[Row]:
    yield Row(view.say(heading), Unit.MONEY, (), kind="heading")
    for label, value in pairs:
        share = view.language.percent(value / whole, 1) if whole else ""
        yield Row(label, Unit.MONEY, (value, share))
    shares = view.language.percent(1.0, 1) if whole else ""
    yield Row(view.say("Total"), Unit.MONEY, (sum(value for _, value in pairs), shares), kind="total")


def _yearly(view: View, key: str, caption: str, rows: Sequence[Row], note: str = "", stub: str = "") -> list[Table]:
    money = view.language.currency(view.results.currency)
    return in_blocks(
        Table(key, view.say(caption), view.year_columns, tuple(rows), note=note, stub=stub or money), _COLUMNS
    )


def _row(view: View, line: Line, gather: Gather, kind: str = "plain") -> Row:
    sign = -1.0 if line.tags.get("sign") == "minus" else 1.0
    values = by_year(view.series(line.name), view.periods, gather)
    cells = tuple(None if value is None else sign * value for value in values)
    return Row(view.line_label(line), line.unit, cells, kind)


def _lines(view: View, *names: str) -> list[Line]:
    return [view.results.graph.lines[name] for name in names if name in view.results.graph.lines]


def _ratios(view: View) -> list[Table]:
    rows = [_row(view, line, Gather.LOWEST) for line in _lines(view, "dscr", "llcr", "plcr", "icr")]
    note = view.say("The lowest value of the periods of each year; n/a where there is no debt service.")
    ratios = _yearly(view, "table-ratios", "Cover ratios by year", rows, note, view.say("Ratio"))
    return [*ratios, _by_period(view, "table-cover", "Cover of debt service by period", _COVER)]


_COVER = ("cfads", "scheduled_debt_service", "dscr", "llcr", "plcr", "lockup_flag", "default_flag")
_ACCOUNT = ("opening", "drawdown", "interest_paid", "principal_paid", "closing", "interest_arrears", "rate")
_RESERVES = ("dsra_target", "dsra_funded", "dsra_paid_in", "dsra_drawn", "dsra_released", "dsra_closing")
_MAINTENANCE = ("mra_target", "mra_paid_in", "mra_released", "mra_closing")


def _debt(view: View) -> list[Table]:
    tables = []
    for number, loan in enumerate(view.facilities):
        caption = view.say("Debt schedule: %(loan)s", loan=view.instance(loan))
        key = "table-debt" if number == 0 else f"table-debt-{loan}"
        tables.append(_by_period(view, key, caption, [f"{loan}.{name}" for name in _ACCOUNT]))
    reserves = _by_period(view, "table-reserves", view.say("Reserve accounts"), (*_RESERVES, *_MAINTENANCE))
    return [table for table in (*tables, reserves) if table.rows]


def _by_period(view: View, key: str, caption: str, names: Sequence[str]) -> Table:
    """A row for every period in which any of the amounts moves, a column for every line that is ever there."""
    lines = [
        line for line in _lines(view, *names) if line.name in names[:2] or any(map(_there, view.series(line.name)))
    ]
    moving = [view.series(line.name) for line in lines if line.unit is Unit.MONEY]
    rows = tuple(
        Row(
            view.language.day(period.end, short=True),
            Unit.MONEY,
            tuple(view.language.figure(view.series(line.name)[position], line.unit) for line in lines),
        )
        for position, period in enumerate(view.periods)
        if any(_there(values[position]) for values in moving)
    )
    columns = tuple(view.line_label(line) for line in lines)
    note = view.say("Amounts in %(currency)s.", currency=view.language.currency(view.results.currency))
    return Table(key, view.say(caption), columns, rows, note=note, stub=view.say("Period to"))


def _there(value: float | None) -> bool:
    return value is not None and abs(value) > 1e-6


def _parties(view: View) -> Section:
    nets = view.results.graph.tagged(party="net")
    rows = [
        Row(view.party(line.instance.removeprefix("party_")), line.unit, _row(view, line, Gather.SUM).cells)
        for line in nets
    ]
    company = _lines(view, "company_net")
    rows += [
        Row(view.say("Project company: change in cash and reserves"), line.unit, _row(view, line, Gather.SUM).cells)
        for line in company
    ]
    totals = _party_totals(view, nets)
    note = view.say("What each party receives from the project company less what it pays. Each column adds to zero.")
    return Section(
        "annex-parties",
        view.say("Cash flows of the parties"),
        tables=(totals, *_yearly(view, "table-parties", "Net cash flow of each party by year", rows, note)),
    )


def _party_totals(view: View, nets: Sequence[Line]) -> Table:
    rows = []
    for line in nets:
        received, paid = (
            sum(v or 0.0 for v in view.series(f"{line.instance}.{name}")) for name in ("received", "paid")
        )
        net = sum(v or 0.0 for v in view.series(line.name))
        present = view.value(f"{line.instance}.present_value")
        rows.append(Row(view.party(line.instance.removeprefix("party_")), Unit.MONEY, (received, paid, net, present)))
    columns = tuple(view.say(word) for word in ("Received", "Paid", "Net", "Present value"))
    money = view.language.currency(view.results.currency)
    return Table("table-party-totals", view.say("Cash flows of the parties in total"), columns, tuple(rows), stub=money)


_WATERFALL = (
    "revenue_received",
    "opex_paid",
    "lifecycle_total",
    "vat_refund_in_operation",
    "tax_paid",
    "mra_paid_in",
    "mra_released",
    "cfads",
    "scheduled_fees",
    "debt_service_paid",
    "dsra_drawn",
    "dsra_paid_in",
    "dsra_released",
    "interest_income",
    "distributions_paid",
)
_OUTFLOWS = frozenset(
    (
        "opex_paid",
        "lifecycle_total",
        "tax_paid",
        "mra_paid_in",
        "scheduled_fees",
        "debt_service_paid",
        "dsra_paid_in",
        "distributions_paid",
    )
)
_TOTALS = frozenset(
    ("ebitda", "profit_before_tax", "net_income", "cash_change", "total_assets", "total_liabilities", "cfads")
)


def _statements(view: View) -> Section:
    graph = view.results.graph
    kind = {True: "total", False: "plain"}
    income = [_row(view, line, Gather.SUM, kind[line.name in _TOTALS]) for line in graph.tagged(statement="income")]
    flows = [_row(view, line, Gather.SUM, kind[line.name in _TOTALS]) for line in graph.tagged(statement="cash_flow")]
    held = [_row(view, line, Gather.LAST) for line in graph.tagged(balance="asset")]
    owed = [_row(view, line, Gather.LAST) for line in graph.tagged(balance="liability")]
    balance = [
        *held,
        *(_row(view, line, Gather.LAST, "total") for line in _lines(view, "total_assets")),
        *owed,
        *(_row(view, line, Gather.LAST, "total") for line in _lines(view, "total_liabilities")),
    ]
    return Section(
        "annex-statements",
        view.say("Cash flow and financial statements"),
        figures=(cash_flow_figure(view),),
        tables=(
            *_yearly(view, "table-waterfall", "Cash-flow waterfall by year", _waterfall(view)),
            *_yearly(view, "table-income", "Income statement by year", _used(income)),
            *_yearly(view, "table-cash-flow", "Cash-flow statement by year", _used(flows)),
            *_yearly(view, "table-balance", "Balance sheet at the end of each year", _used(balance)),
        ),
    )


def _waterfall(view: View) -> list[Row]:
    rows = []
    for line in _lines(view, *_WATERFALL):
        sign = -1.0 if line.name in _OUTFLOWS else 1.0
        values = by_year(view.series(line.name), view.periods, Gather.SUM)
        cells = tuple(sign * (value or 0.0) for value in values)
        rows.append(Row(view.line_label(line), line.unit, cells, "total" if line.name in _TOTALS else "plain"))
    rows += [_row(view, line, Gather.LAST) for line in _lines(view, "cash_closing")]
    return _used(rows)


def _used(rows: Iterable[Row]) -> list[Row]:
    """The rows that hold anything but nothing."""
    return [row for row in rows if row.kind == "total" or any(isinstance(c, float) and round(c, 6) for c in row.cells)]


def _assumptions(view: View) -> list[Section]:
    headings: dict[str, list[Row]] = {}
    for entry in view.results.inputs:
        headings.setdefault(_heading(view, entry), []).append(_assumption(view, entry))
    rows = [
        row for heading, members in headings.items() for row in (Row(heading, Unit.FLAG, (), kind="heading"), *members)
    ]
    columns = tuple(view.say(word) for word in ("Value", "Status", "Source and note", "As of"))
    stub = view.say("Figure")
    table = Table("table-assumptions", view.say("Assumptions"), columns, tuple(rows), stub=stub, words=True)
    return [Section("annex-assumptions", view.say("Assumptions"), tables=(table,), note=view.provenance())]


def _heading(view: View, entry: InputEntry) -> str:
    group = view.say(entry.variable.group.replace("_", " ").capitalize())
    instance, dot, _ = entry.variable.name.rpartition(".")
    return f"{group}: {view.instance(instance)}" if dot else group


def _assumption(view: View, entry: InputEntry) -> Row:
    where = entry.provenance
    stated = ". ".join(text.rstrip(".") for text in (where.source, where.note) if text)
    status = view.say(where.status) if where.stated else view.say("default")
    cells = (view.input_text(entry), status, stated, where.as_of)
    return Row(view.input_label(entry.variable), entry.variable.unit, cells)


def _checks(view: View) -> Table:
    kinds = {"integrity": view.say("Integrity"), "alert": view.say("Alert")}
    rows = tuple(
        Row(
            view.label(check.line),
            view.unit(check.line),
            (
                kinds.get(check.kind, check.kind),
                view.amount(check.value, view.unit(check.line)),
                view.say("holds" if check.ok else "does not hold" if check.kind == "integrity" else "look here"),
            ),
        )
        for check in view.results.checks.values()
    )
    columns = tuple(view.say(word) for word in ("Kind", "Value", "Result"))
    note = view.say("An integrity check holds when its value is zero; an alert shows what a reader should look at.")
    return Table("table-checks", view.say("Checks"), columns, rows, note=note, stub=view.say("Check"), words=True)


def _version(view: View) -> Section:
    hashes = view.results.hashes
    terms = (
        Term(view.say("Case"), (view.results.name,)),
        Term(view.say("Scenario"), (view.scenario(),)),
        Term(view.say("Version of finmodel"), (hashes.get("version", ""),)),
        Term(view.say("Case file (SHA-256)"), (hashes.get("case", ""),)),
        Term(view.say("Inputs (SHA-256)"), (hashes.get("inputs", ""),)),
        Term(view.say("Passes of the solved lines"), (str(view.results.passes),)),
        Term(view.say("Lines of the model"), (str(len(view.results.graph.lines)),)),
    )
    return Section("annex-version", view.say("Model and version"), terms)
