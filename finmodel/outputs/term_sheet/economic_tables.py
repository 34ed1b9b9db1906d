"""Tables of the economic appraisal: results by rate, benefits, conversion of prices with its reasons, emissions."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.results import RecordRow, RecordTable, Value
from finmodel.units import Unit

__all__ = ["appraised", "economic_tables", "emission_tables"]

_SHARES = (
    ("traded_shares", "%(share)s traded"),
    ("labour_shares", "%(share)s labour, at the shadow wage"),
    ("transfer_shares", "%(share)s tax and duty"),
)
_CONVERTED = ("Financial present value", "Conversion factor", "Economic present value", "Reason")
_EMITTED = (
    "Without the project, a year", "With the project, a year", "Avoided, a year", "Avoided in all", "Share avoided",
)  # fmt: skip
_HEADINGS = {
    "capex": "Capital expenditure",
    "phases": "Phases after completion",
    "opex": "Operating expenditure",
    "lifecycle": "Lifecycle replacement",
    "other": "Other costs",
    "revenue": "Revenue",
    "transfers": "Transfers",
}


def appraised(view: View) -> bool:
    """Whether the case states an economic appraisal."""
    return "economics" in view.results.tables


def economic_tables(view: View) -> Iterator[Table]:
    """Results at three rates, benefits, who has them, and every item of the financial model converted."""
    tables = view.results.tables
    yield _by_rate(view, tables["economics"])
    yield _benefits(view, tables["economic_benefits"])
    yield _groups(view, tables["economic_groups"])
    yield _conversion(view, tables["economic_conversion"])


def _stub(view: View) -> str:
    return view.say("%(currency)s, prices of financial close", currency=view.language.currency(view.results.currency))


def _by_rate(view: View, record: RecordTable) -> Table:
    rows = [
        Row(view.bare_label(row.line), row.unit, tuple(row.values), "total" if row.is_total else "plain")
        for row in record.rows
    ]
    main = view.results.values["economic_irr"]
    rows.append(Row(view.bare_label("economic_irr"), Unit.RATE, ("", main, ""), "total"))
    columns = tuple(map(view.say, record.columns))
    return Table("table-economics", view.say("Economic results"), columns, tuple(rows), stub=_stub(view))


def _share(view: View, part: Value, whole: Value) -> str:
    return view.language.figure(part / whole, Unit.SHARE) if part is not None and whole else ""


def _benefits(view: View, record: RecordTable) -> Table:
    """A row for each benefit with what a haircut leaves out, then revenue that counts and the residual value."""
    whole = view.results.values["appraisal.benefits_value"]
    rows = []
    for row in record.rows:
        instance = row.line.rpartition(".")[0]
        haircut = view.language.figure(view.value(f"{instance}.haircut"), Unit.SHARE)
        rows.append(_valued(view, row, view.instance(instance), whole, haircut))
    counted = sum(row.values[0] or 0.0 for row in record.rows)
    rest = (whole or 0.0) - counted
    label = view.say("Revenue that counts, and residual value")
    rows.append(Row(label, Unit.MONEY, (rest, _share(view, rest, whole), "")))
    rows.append(Row(view.bare_label("economic_benefits"), Unit.MONEY, (whole, _share(view, whole, whole), ""), "total"))
    columns = (view.say("Present value"), view.say("Share of benefits"), view.say("Haircut on the claim"))
    return Table("table-benefits", view.say("Benefits to society"), columns, tuple(rows), stub=_stub(view))


def _valued(view: View, row: RecordRow, label: str, whole: Value, *more: str) -> Row:
    return Row(label, row.unit, (row.values[0], _share(view, row.values[0], whole), *more))


def _groups(view: View, record: RecordTable) -> Table:
    whole = view.results.values["appraisal.benefits_value"]
    rows = [
        _valued(view, row, view.party(row.line.rpartition(".")[0].removeprefix("benefits_of_")), whole)
        for row in record.rows
        if row.values[0]
    ]
    note = view.say("Benefits before the costs, which fall on whoever pays for the project in the end.")
    columns = (view.say("Present value"), view.say("Share of benefits"))
    return Table("table-groups", view.say("Who benefits"), columns, tuple(rows), note=note, stub=_stub(view))


def _conversion(view: View, record: RecordTable) -> Table:
    """Every item under its heading; what a case does not have of the flows beside its items is left out."""
    rows: list[Row] = []
    heading = ""
    for row in record.rows:
        line, item = view.results.graph.lines[row.line], row.line.rpartition(".")[0]
        if item.startswith("economic_") and not row.values[0]:
            continue
        if line.tags["heading"] != heading:
            heading = line.tags["heading"]
            rows.append(Row(view.say(_HEADINGS[heading]), row.unit, (), "heading"))
        cells = (row.values[0], _factor(view, row.values[1]), row.values[2], _why(view, item))
        rows.append(Row(view.instance(item), row.unit, cells))
    columns = tuple(map(view.say, _CONVERTED))
    note = view.say("Loans, interest, equity and distributions finance the costs above and are no costs themselves.")
    caption = view.say("From financial to economic values")
    return Table("table-conversion", caption, columns, tuple(rows), note=note, stub=_stub(view))


def _factor(view: View, value: Value) -> str:
    return "" if value is None else view.language.number(value, 3)


def _why(view: View, item: str) -> str:
    """Why an item has its conversion factor, in words."""
    inputs = view.results.inputs.entries
    stated = inputs.get(f"conversion_factors_{item}")
    if stated is not None:
        return stated.provenance.note or view.say("As stated in the case")
    if f"{item}.untraded_share" not in view.results.values:
        return view.say("Transfer: changes hands and uses nothing up")
    parts = [
        view.say(said, share=view.language.figure(view.value(f"conversion_{key}_{item}"), Unit.SHARE))
        for key, said in _SHARES
        if f"conversion_{key}_{item}" in inputs
    ]
    rest = view.results.values[f"{item}.untraded_share"]
    if rest:
        factor = _factor(view, view.value("standard_conversion_factor"))
        share = view.language.figure(rest, Unit.SHARE)
        parts.append(view.say("%(share)s not traded, at %(factor)s", share=share, factor=factor))
    return "; ".join(parts)


def emission_tables(view: View) -> Iterator[Table]:
    """What is emitted and avoided in a typical year and in all, in tonnes; nothing where a case states none."""
    record = view.results.tables.get("emissions")
    if record is None:
        return
    rows = []
    for row in record.rows:
        item = row.line.rpartition(".")[0]
        rows.append(Row(view.instance(item), row.unit, (*row.values, _share(view, row.values[2], row.values[0]))))
    caption, stub = view.say("Greenhouse gases"), view.say("t CO2e")
    yield Table("table-emissions", caption, tuple(map(view.say, _EMITTED)), tuple(rows), stub=stub)
