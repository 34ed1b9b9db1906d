"""What the facilities cost: base rate, margin, what is added, and the years in which the rate changes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.hedge_terms import hedge_tables
from finmodel.outputs.term_sheet.period_tables import fitted
from finmodel.outputs.term_sheet.side_by_side import Each, defined_of_each, laid_out, of_each, value_of_each
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["pricing_section"]

_RATES = {"base_rate": "Base rate", "margin": "Margin", "rate": "Interest rate"}


_INLINE = 3
"""Up to as many values of a rate are said in a cell; more stand in a table."""


def pricing_section(view: View) -> Section:
    """The rates of every facility, side by side, and a table for each whose rate changes often."""
    title = view.say("Pricing")
    changes = {loan: _changes(view, _parts(view, loan)) for loan in view.facilities}
    few = 1 if len(changes) == 1 else _INLINE
    tabled = {loan: found for loan, found in changes.items() if len(found) > few}
    own, lead = laid_out(view, "table-pricing", title, _rows(view, tabled))
    tables = (table for loan, found in tabled.items() for table in fitted(view, _rate_table(view, loan, found)))
    return Section("pricing", title, own, lead=lead, tables=(*tables, *hedge_tables(view)))


def _rows(view: View, tabled: Collection[str]) -> list[Each]:
    rates = [_stated(view, label, name, tabled) for name, label in _RATES.items()]
    added = any(view.chosen(f"facilities.{loan}.construction_interest") == "added" for loan in view.facilities)
    return [
        *rates,
        value_of_each(view, "PIK margin, added to the loan until repayment begins", "pik_margin"),
        of_each(view, "Step-up of the margin", lambda loan: _step_up(view, loan)),
        value_of_each(view, "All-in rate before hedges", "cost_rate"),
        value_of_each(view, "All-in rate with hedges", "hedged_cost_rate"),
        *([defined_of_each(view, "Interest during construction", "construction_interest")] if added else []),
        defined_of_each(view, "Day count", "day_count"),
        value_of_each(view, "Default interest above the rate", "default_margin"),
    ]


def _step_up(view: View, loan: str) -> tuple[str, ...]:
    """What is added to the margin, and after how many months."""
    if not view.has(f"{loan}.step_up_rate"):
        return ()
    rate, months = (view.shown(f"{loan}.{name}") for name in ("step_up_rate", "step_up_month"))
    return (view.say("%(rate)s, %(months)s after financial close", rate=rate, months=months),)


def _stated(view: View, label: str, name: str, tabled: Collection[str]) -> Each:
    """A rate of the facilities; where it changes often, the table below has it."""
    elsewhere = (view.say("by year, see below"),) if len(view.facilities) > 1 else ()
    each = value_of_each(view, label, name)
    return Each(each.label, {loan: elsewhere if loan in tabled else texts for loan, texts in each.texts.items()})


def _parts(view: View, loan: str) -> list[str]:
    """What the rate of a facility is made of, and the rate."""
    paid = [line.name for line in view.results.graph.tagged(rate="paid") if line.instance == loan]
    names = [f"{loan}.base_rate", f"{loan}.margin", *paid, f"{loan}.rate"]
    return [name for name in names if view.has(name)]


def _changes(view: View, names: Sequence[str]) -> list[int]:
    """The periods from which on a rate differs from the period before; the first period is one of them."""
    rows = [view.series(name) for name in names if name in view.results.series]
    columns = list(zip(*rows, strict=True))
    return [i for i, column in enumerate(columns) if i == 0 or column != columns[i - 1]]


def _rate_table(view: View, loan: str, changes: Sequence[int]) -> Table:
    rows = []
    for name in _parts(view, loan):
        series = view.results.series.get(name)
        cells = tuple(series[i] if series else view.value(name) for i in changes)
        label = _RATES.get(name.rpartition(".")[2])
        kind = "total" if name == f"{loan}.rate" else "plain"
        rows.append(Row(view.say(label) if label else view.bare_label(name), Unit.RATE, cells, kind))
    caption = view.say("Interest rate, a year")
    columns = _columns(view, changes)
    return Table(f"table-rates-{loan}", caption, columns, tuple(rows), stub=view.instance(loan))


def _columns(view: View, changes: Sequence[int]) -> tuple[str, ...]:
    """The year of each change; its day where a year has two."""
    starts = [view.periods[i].start for i in changes]
    one_a_year = len({start.year for start in starts}) == len(starts)
    days = [start.year if one_a_year else view.language.day(start, short=True) for start in starts]
    return tuple(view.say("from %(year)s", year=day) for day in days)
