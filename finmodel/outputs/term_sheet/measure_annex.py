"""The annex on blended finance: what support gives away, what debt costs, and which money stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.support_tables import (
    answer_text,
    minimum_table,
    moved_table,
    risk_tables,
    with_and_without_table,
)
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["measure_annex"]

_TITLE = "Blended finance"
_OF_A_LOAN = (
    ("Money lent", "money_lent"),
    ("Grant element, DAC", "dac.grant_element_share"),
    ("Reaches the least grant element, DAC", "dac.threshold_flag"),
    ("Grant element, IMF", "imf.grant_element_share"),
    ("Reaches the least grant element, IMF", "imf.threshold_flag"),
    ("Grant element at the market's price", "market.grant_element_share"),
    ("Subsidy", "market.grant_equivalent"),
    ("Subsidy, share of total uses", "market.share_of_uses"),
)
"""Measures of a loan: what each is called, and its line, in the instance of its rate of discount or in the loan's."""


def measure_annex(view: View) -> Iterator[Section]:
    """The annex of a deal with support; none for another."""
    measured = [table for table in (_loans(view), _deal(view)) if table.rows]
    terms, least = _least(view)
    tables = (*measured, *_effects(view), *least)
    if tables:
        yield Section("annex-measures", view.say(_TITLE), terms, tables=tables)


def _effects(view: View) -> list[Table]:
    """The deal with and without each instrument of support, and what each moves, by party and under each risk."""
    if not view.results.support_effects:
        return []
    return [with_and_without_table(view), moved_table(view), *risk_tables(view)]


def _least(view: View) -> tuple[tuple[Term, ...], list[Table]]:
    """The least support that is enough, where the case asks for it: the answer, and the table behind it."""
    if view.results.minimum_support is None:
        return (), []
    return (Term(view.say("Least support"), (answer_text(view),)),), [minimum_table(view)]


def _loans(view: View) -> Table:
    """The loans whose grant element is measured, side by side."""
    loans = [line.instance for line in view.results.graph.tagged(measured="lent")]
    rows = []
    for label, name in _OF_A_LOAN:
        texts = [view.texts(f"{loan}_{name}" if "." in name else f"{loan}.{name}") for loan in loans]
        if any(texts):
            rows.append(Row(view.say(label), Unit.MONEY, tuple("; ".join(found) for found in texts)))
    columns = tuple(map(view.instance, loans))
    caption, stub = view.say("Grant element and subsidy of loans"), view.say("Measure")
    return Table("table-grant-element", caption, columns, tuple(rows), stub=stub, layout=Layout.WORDS)


def _deal(view: View) -> Table:
    """Every measure of the deal as a whole, with how it is measured."""
    lines = [
        line for line in view.results.graph.lines.values()
        if line.title == _TITLE and not line.instance and line.name in view.results.values
    ]  # fmt: skip
    rows = [Row(view.line_label(line), line.unit, (view.shown(line.name), view.note(line.name))) for line in lines]
    columns = (view.say("Value"), view.say("How it is measured"))
    caption, stub = view.say("Support, cost of debt and mobilised money"), view.say("Measure")
    return Table("table-measures", caption, columns, tuple(rows), stub=stub, layout=Layout.WORDS)
