"""The schedules of bonds: each payment on its day, and all bonds together with who serves them."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.inputs.number import as_day
from finmodel.outputs.charts import Caption, stacked_chart
from finmodel.outputs.plot import Series
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.bond_terms import bonds
from finmodel.outputs.term_sheet.document import Figure, Section
from finmodel.outputs.term_sheet.period_tables import by_period
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["schedule_annex"]

_LINES = ("rate", "interest", "redemption", "outstanding")
_TOGETHER = (
    "proceeds_received", "issue_costs", "paid_to_projects", "cash_closing", "interest_paid", "principal_repaid",
    "bond_running_costs", "own_funds_paid", "debt_closing",
)  # fmt: skip
_NOTHING = 1e-6


def schedule_annex(view: View) -> Section:
    """What is received and paid: of every bond by day, of all by period."""
    title = view.say("Schedule of payments")
    together = by_period(view, "table-schedule", view.say("Account of the bonds"), _TOGETHER)
    return Section("annex-schedule", title, figures=(_figure(view),), tables=(*_each(view), together))


def _each(view: View) -> Iterator[Table]:
    """A row for every day on which a bond pays, and for that of its issue."""
    money = view.language.currency(view.results.currency)
    for name in bonds(view):
        dates = view.series(f"{name}.payment_date")
        rows = tuple(
            Row(view.language.day(as_day(dates[place] or 0.0), short=True), Unit.MONEY, _cells(view, name, place))
            for place in range(len(view.periods))
            if view.series(f"{name}.coupon_flag")[place] or view.series(f"{name}.issue_flag")[place]
        )
        columns = tuple(view.bare_label(f"{name}.{line}") for line in _LINES)
        key = f"table-schedule-{name.replace('_', '-')}"
        note = view.say("Amounts in %(currency)s.", currency=money)
        said = view.say("%(bond)s: payments", bond=view.instance(name))
        yield Table(key, said, columns, rows, note=note, stub=view.say("Day"), layout=Layout.PERIODS)


def _cells(view: View, name: str, place: int) -> tuple[str, ...]:
    """The figures of a day; a rate only where a coupon is paid."""
    values = {line: (view.series(f"{name}.{line}")[place], view.unit(f"{name}.{line}")) for line in _LINES}
    is_coupon = bool(view.series(f"{name}.coupon_flag")[place])
    return tuple(
        view.language.figure(value, unit) if is_coupon or line != "rate" else ""
        for line, (value, unit) in values.items()
    )


def _figure(view: View) -> Figure:
    """Interest and principal of all bonds in each period, and what is outstanding."""
    caption = Caption(
        "figure-service",
        view.say("Debt service of all bonds"),
        view.say("Bars show what bondholders are paid in each period, the line what is outstanding at its end."),
        view.language.currency(view.results.currency),
    )
    bars = [
        Series(view.label("interest_paid"), view.series("interest_paid"), "orange"),
        Series(view.label("principal_repaid"), view.series("principal_repaid"), "blue"),
    ]
    line = Series(view.label("debt_closing"), view.series("debt_closing"), "violet")
    picture = stacked_chart(caption, view.year_axis, bars, [line], lambda value: view.language.number(value, 0))
    table = view.say("Account of the bonds")
    return Figure(f"{caption.key}-block", caption.title, picture, "table-schedule", table)
