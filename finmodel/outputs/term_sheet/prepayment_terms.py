"""Prepayment: in the words of the case, and by facility the cash sweep, what is prepaid by choice, and at what fee."""

from __future__ import annotations

from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.refinancing_terms import refinancing_tables
from finmodel.outputs.term_sheet.side_by_side import Each, laid_out, of_each
from finmodel.outputs.term_sheet.view import View

__all__ = ["prepayment_section"]

_SWEEP = (
    ("Cash sweep, share of cash", "sweep_share"),
    ("Cash sweep, from month", "sweep_from_month"),
    ("Cash sweep at this DSCR or above", "sweep_above_dscr"),
    ("Cash sweep below this DSCR", "sweep_below_dscr"),
    ("Prepayment fee", "prepayment_fee_rate"),
)


def prepayment_section(view: View) -> Section:
    """What may and what must be prepaid."""
    title = view.say("Prepayment")
    own, lead = laid_out(view, "table-prepayment", title, _rows(view) if _prepayable(view) else [])
    written = (view.written("Voluntary and mandatory", "prepayment"), view.written("Cash sweep", "cash_sweep"))
    return Section("prepayment", title, (*own, *written), lead=lead, tables=refinancing_tables(view))


def _prepayable(view: View) -> bool:
    return any(view.results.graph.tagged(prepaid="yes"))


def _rows(view: View) -> list[Each]:
    loans = view.facilities
    stated = [Each(view.say(label), {loan: view.if_any(f"{loan}.{key}") for loan in loans}) for label, key in _SWEEP]
    chosen = of_each(view, "Prepaid by choice", lambda loan: _dated(view, loan))
    order = of_each(view, "What prepayment shortens", lambda loan: _order(view, loan))
    return [*stated, chosen, order]


def _dated(view: View, loan: str) -> tuple[str, ...]:
    """Each prepayment by choice: how much, and after how many months."""
    names = [entry.variable.name for entry in view.results.inputs if entry.variable.group == "facilities"]
    dated = [name.removesuffix(".month") for name in names if name.startswith(f"{loan}_") and name.endswith(".month")]
    return tuple(
        view.say("%(amount)s, %(months)s after financial close", amount=view.shown(f"{name}.amount"), months=months)
        for name, months in ((name, view.shown(f"{name}.month")) for name in dated)
    )


def _order(view: View, loan: str) -> tuple[str, ...]:
    prepaid = {line.instance for line in view.results.graph.tagged(prepaid="yes")}
    return view.definition(f"facilities.{loan}.prepayment_order") if loan in prepaid else ()
