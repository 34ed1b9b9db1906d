"""Sculpted: debt service follows the cash flow, so that the cover ratio is the target in every period."""

from finmodel.expr.functions import maximum, minimum, sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import of_principal, payment_factor
from finmodel.model.currency.conversion import in_own_money
from finmodel.model.hedging.terms import fees_before_hedges, in_service_money, service_rate
from finmodel.units import Unit

__all__ = ["sculpted"]

sculpted = Section("sculpted", "Loans")


@sculpted.solved("Debt that the target debt service repays", Unit.MONEY, guess=0.0)
def service_capacity(m: Names) -> Node:
    """The present value, at the loan's own rates, of target debt service after senior fees."""
    factor = m.service_factor if m.has("service_factor") else payment_factor(m)
    return sum_product(m.service_after_fees, factor)


@sculpted.line("Target debt service after fees", Unit.MONEY)
def service_after_fees(m: Names) -> Node:
    """What is left for interest and principal in periods of repayment, in the loan's own money."""
    return in_service_money(m, maximum(m.target_debt_service - fees_before_hedges(m), 0) * m.repayment_flag)


@sculpted.line("Contract principal", Unit.MONEY, freezable=True)
def contract_principal(m: Names) -> Node:
    """Target debt service, scaled to what is to be repaid, less interest; never negative."""
    service = m.service_after_fees * m.repayable / m.service_capacity
    owed = in_own_money(m, m.scheduled_opening)
    on_opening = owed * service_rate(m)
    interest = on_opening if m.has("service_rate") or m.has("half_rate") else in_own_money(m, m.scheduled_interest)
    return maximum(minimum(of_principal(m, service - interest), owed), 0) * m.repayment_flag
