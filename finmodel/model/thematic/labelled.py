"""Labelled instruments: the proceeds that their label binds, and what external review and reports cost."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import stated
from finmodel.units import Unit

__all__ = ["labelled", "reviewed"]

labelled = Section("labelled", "Loans")
reviewed = Section("reviewed", "Loans")


@labelled.line("Labelled proceeds", Unit.MONEY, proceeds="green")
def labelled_proceeds(m: Names) -> Node:
    """Money of the period that may pay for eligible projects only: what is drawn or issued, at the issue price."""
    issued = summed(m.drawdown, *m.own_each(placed="ahead"))
    return issued * m.issue_price if m.has("issue_price") else issued


@reviewed.line("External review", Unit.MONEY, use="financing", payer="company", payee="reviewer")
def review_cost(m: Names) -> Node:
    """The opinion or certificate of the label, paid for at financial close."""
    return stated(m, m.close_flag * m.review_cost_amount)


@reviewed.line(
    "Reports and their verification", Unit.MONEY, fee="senior", payer="company", payee="reviewer", scheduled_fee="yes"
)
def review_fee(m: Names) -> Node:
    """Allocation and impact reports with their verification, a year, while the instrument is in service."""
    return stated(m, m.review_fee_amount * m.year_fraction * m.service_flag)
