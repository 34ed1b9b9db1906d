"""The issuer of bonds: its limits and cover by calendar year, and what every party receives and pays by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from finmodel.expr.line import Line
from finmodel.outputs.table import Gather, Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.period_tables import fitted, lines_named, year_row, yearly
from finmodel.outputs.term_sheet.view import View

__all__ = ["flows_annex", "issuer_section"]

_TERMS = (
    "highest_service_to_revenue", "service_to_revenue_highest", "highest_debt_to_revenue", "debt_to_revenue_highest",
    "lowest_cover", "issuer_cover_minimum",
)  # fmt: skip
"""Each limit, then what is found against it."""
_YEARLY = ("available_of_year", "all_service_of_year", "issuer_cover", "service_to_revenue", "debt_to_revenue")


def issuer_section(view: View) -> Iterator[Section]:
    """Limits and cover, where the case states what the issuer earns."""
    if not view.has("issuer_cover"):
        return
    terms = tuple(Term(view.bare_label(name), view.texts(name)) for name in _TERMS if view.has(name))
    title = view.say("Issuer's revenue, debt and limits")
    yield Section("issuer", title, terms, tables=tuple(fitted(view, _cover(view))))


def _cover(view: View) -> Table:
    """A column for each calendar year in which bonds are served."""
    places = [place for place, flag in enumerate(view.series("service_year_flag")) if flag]
    columns = tuple(f"{view.series('calendar_year')[place] or 0:.0f}" for place in places)
    rows = tuple(
        Row(view.line_label(line), line.unit, tuple(view.series(line.name)[place] for place in places))
        for line in lines_named(view, *_YEARLY)
    )
    note = view.say(
        "Debt service counts in the calendar year of its payment; revenue and spending are those of the year."
    )
    stub = view.language.currency(view.results.currency)
    return Table("table-issuer", view.say("Cover of the issuer by year"), columns, rows, note=note, stub=stub)


def flows_annex(view: View) -> Section:
    """What every party receives less what it pays, by year; together they add to zero."""
    nets = view.results.graph.tagged(party="net")
    rows = [replace(year_row(view, line, Gather.SUM), label=_party(view, line)) for line in nets]
    label = view.say("Issuer's account of the bonds: change")
    company = [
        replace(year_row(view, line, Gather.SUM), label=label, kind="total")
        for line in lines_named(view, "company_net")
    ]
    used = [row for row in (*rows, *company) if any(row.cells)]
    note = view.say(
        "What each party receives less what it pays, by the year in which a period ends. Columns add to zero."
    )
    tables = yearly(view, "table-parties", "Net cash flow of each party by year", used, note=note)
    return Section("annex-parties", view.say("Cash flows of the parties"), tables=tuple(tables))


def _party(view: View, line: Line) -> str:
    return view.party(line.instance.removeprefix("party_"))
