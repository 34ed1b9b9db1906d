"""Procurement of innovation in the term sheet: its terms, and what the stage gate is worth to city and company."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.stated_terms import entries_under, own_terms
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["innovation_sections"]

_HEADING = "innovation_procurement"
_ROWS = (
    ("pilot_value", "pilot_total"),
    ("value_if_succeeds", "scaled_total"),
    ("value_if_fails", ""),
    ("staged", "staged_value"),
    ("committed", "committed_value"),
    ("option", "option_value"),
)
"""Lines of a side, each with that of both together."""


def innovation_sections(view: View) -> list[Section]:
    """A section where the deal is the pilot of an innovation; else none."""
    names = entries_under(view, _HEADING)
    tables = tuple(table for name in names for table in _tables(view, name))
    note = view.say("The scaled phase is no part of the cash flow of this deal.")
    return [Section("innovation", view.say("Procurement of innovation"), lead=tables, note=note)] if names else []


def _tables(view: View, name: str) -> Iterator[Table]:
    yield from own_terms(view, _HEADING, name)
    columns = (view.say("City"), view.say("Company"), view.say("Together"))
    rows = tuple(_row(view, name, *lines) for lines in _ROWS)
    caption = view.say("%(name)s: what pilot, scaling and stage gate are worth", name=view.instance(name))
    note = view.say(
        "The pilot and the three last rows are at financial close, what is scaled is at the stage gate; %(money)s.",
        money=view.language.currency(view.results.currency),
    )
    address = name.replace("_", "-")
    yield Table(f"table-innovation-{address}", caption, columns, rows, note=note, stub=view.say("Value"))


def _row(view: View, name: str, own: str, both: str) -> Row:
    sides = tuple(view.value(f"{name}_{side}.{own}") for side in ("city", "company"))
    whole = view.value(f"{name}.{both}") if both else sum(value or 0.0 for value in sides)
    return Row(view.bare_label(f"{name}_city.{own}"), Unit.MONEY, (*sides, whole))
