"""Cap on the return before financing: what project cash brings beyond the highest return goes back in the period."""

from finmodel.expr.functions import maximum, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.outcomes.return_account import all_but_returned
from finmodel.units import Unit

__all__ = ["return_cap"]

return_cap = Section("return_cap", "Revenue")


@return_cap.line("Cash of the project before the cap", Unit.MONEY)
def capped_cash_flow(m: Names) -> Node:
    """Before tax and finance: receipts less construction, operation and replacement, before anything is returned."""
    costs = summed(*all_but_returned(m, cash="opex"))
    return m.revenue_received - costs - m.lifecycle_total - m.capex_total - m.vat_paid + m.vat_refund


@return_cap.line(
    "Returned above the cap", Unit.MONEY, statement="opex", cash="opex", payer="company", payee="returned_to",
    returned="returned_for",
)  # fmt: skip
def returned(m: Names) -> Node:
    """What the cash of the period is more than is owed at the cap; no more than the stream has brought in it."""
    excess = maximum(m.capped_cash_flow - m.owed_brought_forward, 0)
    return minimum(excess, maximum(m.received, 0))


@return_cap.line("Owed at the cap", Unit.MONEY)
def owed_at_cap(m: Names) -> Node:
    """What is put in and not yet back with the highest return: brought forward, less the cash of the period."""
    return maximum(m.owed_brought_forward - m.capped_cash_flow, 0)
