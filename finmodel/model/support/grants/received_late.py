"""Received late: the grantor reimburses some months after the cost is paid."""

from finmodel.expr.functions import earlier, floor, maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["received_late"]

received_late = Section("received_late", "Grants")


@received_late.scalar("Periods until reimbursement", Unit.COUNT)
def reimbursement_periods(m: Names) -> Node:
    """Whole periods between cost and grant, a broken one counted as one, at least one."""
    return maximum(-floor(-m.reimbursement_months / m.period_months), 1)


@received_late.line("Grant received", Unit.MONEY, grant="received", financing="in", payer="grantor", payee="company")
def received(m: Names) -> Node:
    """What was used as many periods ago as reimbursement takes."""
    return earlier(m.used, m.reimbursement_periods)
