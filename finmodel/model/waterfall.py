"""The waterfall: what cash there is and who gets it first. It allocates; each account knows its own target."""

from finmodel.expr.functions import both, either, maximum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["waterfall"]

waterfall = Section("waterfall", "Waterfall")


@waterfall.line("VAT refunded in operation", Unit.MONEY)
def vat_refund_in_operation(m: Names) -> Node:
    """Refunds that come after construction, less what a VAT facility takes of them."""
    refunds = (1 - m.construction_flag) * (m.vat_refund - m.vat_paid)
    return summed(refunds, *(-taken for taken in m.each(vat="assigned")))


@waterfall.line("Tax paid", Unit.MONEY, payer="company", payee="state_budget", chart="tax")
def tax_paid(m: Names) -> Node:
    """Corporate income tax on the profit as it turns out."""
    return m["tax_actual.tax"]


@waterfall.line("Cash before reserves", Unit.MONEY)
def cash_before_reserves(m: Names) -> Node:
    """Opening cash and the operating cash flow after tax and old unpaid costs, before the maintenance reserve moves."""
    return m.cash_opening + m.operating_cash_flow - m.tax_paid - m.operating_arrears_opening


@waterfall.line("Operating cash flow before tax", Unit.MONEY)
def operating_cash_flow(m: Names) -> Node:
    """Revenue received less operating and lifecycle costs paid, and VAT refunds after construction."""
    return m.revenue_received - m.opex_paid - m.lifecycle_total + m.vat_refund_in_operation


@waterfall.line("CFADS", Unit.MONEY, chart="cfads")
def cfads(m: Names) -> Node:
    """Cash flow available for debt service: after tax, working capital and the maintenance reserve, before interest."""
    return m.operating_cash_flow - m.tax_paid - m.mra_paid_in + m.mra_released


@waterfall.line("Cash, opening", Unit.MONEY)
def cash_opening(m: Names) -> Node:
    """Cash at the end of the period before."""
    return previous(m.cash_closing)


@waterfall.line("Funds less construction", Unit.MONEY)
def construction_surplus(m: Names) -> Node:
    """Sources drawn less what construction, financing and the reserve take: opening cash, or a refund kept."""
    return m.sources - m.construction_cost - m.financing_cost - m.sum_of(use="construction")


@waterfall.line("Operating costs unpaid, opening", Unit.MONEY)
def operating_arrears_opening(m: Names) -> Node:
    """What suppliers were not paid in the period before."""
    return previous(m.operating_arrears)


@waterfall.line("Cash available", Unit.MONEY)
def cash_available(m: Names) -> Node:
    """Opening cash, CFADS and other receipts, less senior fees and unpaid operating costs; may be negative."""
    inflow = summed(m.cash_opening, m.cfads, m.construction_surplus, m.interest_income, *m.each(available="in"))
    return summed(inflow - m.scheduled_fees - m.operating_arrears_opening, *(-out for out in m.each(available="out")))


@waterfall.line("Operating costs unpaid", Unit.MONEY, balance="liability", alarm="operating_arrears")
def operating_arrears(m: Names) -> Node:
    """What cash does not reach for: owed, and paid first in the next period."""
    return maximum(-m.cash_available, 0)


@waterfall.line("Operating costs left unpaid", Unit.MONEY, payer="creditors", payee="company")
def operating_arrears_movement(m: Names) -> Node:
    """The rise of what is unpaid: those who wait for their money lend it, and get it back first."""
    return m.operating_arrears - m.operating_arrears_opening


@waterfall.line("Cash for debt service", Unit.MONEY)
def cash_for_debt_service(m: Names) -> Node:
    """Cash available; never negative."""
    return maximum(m.cash_available, 0)


@waterfall.line("Cash after debt service", Unit.MONEY)
def cash_after_debt_service(m: Names) -> Node:
    """What is left when lenders have been paid from cash."""
    return m.cash_for_debt_service - m.debt_service_from_cash


@waterfall.line("Cash after reserves", Unit.MONEY)
def cash_after_reserves(m: Names) -> Node:
    """After topping up the debt service reserve, with what it sets free."""
    return m.cash_after_debt_service - m.dsra_paid_in + m.dsra_released


@waterfall.line("Cash after debt", Unit.MONEY)
def cash_after_debt(m: Names) -> Node:
    """After junior lenders, guarantors' claims and prepayment, with what a new loan brings."""
    paid = (*m.each(junior="paid"), *m.each(after_debt="paid"))
    return summed(m.cash_after_reserves, *m.each(after_debt="received"), *(-amount for amount in paid))


@waterfall.line("Cover fails the lock-up test", Unit.FLAG)
def lockup_cover_flag(m: Names) -> Node:
    """1 where cover is below the lock-up level on debt service of the months tested."""
    return m.lockup_cfads < m.lockup_dscr * m.lockup_debt_service - m.tolerance


@waterfall.line("Lock-up", Unit.FLAG)
def lockup_flag(m: Names) -> Node:
    """1 where cover is too low, the reserve is short, or anything is overdue."""
    overdue = summed(m.arrears, m.operating_arrears, *m.each(junior="arrears")) > m.tolerance
    short = both(m.dsra_shortfall > m.tolerance, m.in_service_flag)
    return either(m.lockup_cover_flag, short, overdue, *m.each(lockup="flag"))


@waterfall.line("Cash that may leave", Unit.MONEY)
def cash_free(m: Names) -> Node:
    """Cash above the minimum, after construction and outside lock-up; in the last period all of it."""
    kept = summed(m.minimum_cash * (1 - m.final_flag), m.kept_for_suppliers, *m.each(kept="phases"))
    free = maximum(summed(m.cash_after_debt - kept, *(-paid for paid in m.each(phase="from_cash"))), 0)
    return free * (1 - m.lockup_flag) * (1 - m.construction_flag)


@waterfall.line("Cash for distribution", Unit.MONEY)
def cash_for_distribution(m: Names) -> Node:
    """What prepayment by choice and other payments before distribution leave."""
    return summed(m.cash_free, *(-paid for paid in m.each(before_distribution="paid")))


@waterfall.line("Cash, closing", Unit.MONEY, balance="asset")
def cash_closing(m: Names) -> Node:
    """What is left after distributions and what is paid before them."""
    before = (*m.each(phase="from_cash"), *m.each(before_distribution="paid"))
    return summed(m.cash_after_debt - m.distributions_paid, *(-paid for paid in before))


@waterfall.line("Default", Unit.FLAG, chart="default")
def default_flag(m: Names) -> Node:
    """1 where lenders, junior ones too, are not paid in full, or cover is below the default level."""
    low = both(m.tested_debt_service > m.tolerance, m.cfads < m.default_dscr * m.tested_debt_service - m.tolerance)
    return either(summed(m.arrears, *m.each(junior="arrears")) > m.tolerance, low)
