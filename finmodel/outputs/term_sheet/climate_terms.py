"""The climate value of what bonds finance, at each price of carbon, as an annex."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.table import Gather
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.period_tables import year_row, yearly
from finmodel.outputs.term_sheet.view import View

__all__ = ["climate_annex"]


def climate_annex(view: View) -> Iterator[Section]:
    """Value by year and in all, at every price that the case states; nothing where it states none."""
    graph = view.results.graph
    values = graph.tagged(climate="value")
    if not values:
        return
    totals = [line for kind in ("total", "present") for line in graph.tagged(climate=kind)]
    terms = tuple(Term(view.line_label(line), view.texts(line.name)) for line in totals)
    rows = [year_row(view, line, Gather.SUM) for line in values]
    note = view.say(
        "What is avoided is worth this to society; none of it is cash, and none stands in any party's flows."
    )
    tables = yearly(view, "table-climate", "Value of GHG avoided by year", rows, note=note)
    yield Section("annex-climate", view.say("Climate value"), terms, tables=tuple(tables))
