"""Term loan: commitment, fees, drawdown, the schedule as contracted, and the account as it is really served."""

from finmodel.expr.functions import both, maximum, minimum, previous, summed, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import bearing_interest
from finmodel.model.currency.conversion import at_start, converted, in_own_money, revalued, stated
from finmodel.model.hedging.terms import all_in_rate
from finmodel.units import Unit

__all__ = ["term_loan"]

term_loan = Section("term_loan", "Loans")


@term_loan.scalar("Commitment", Unit.MONEY, freezable=True, sizing="commitment", chart="commitment", tier="tier")
def commitment(m: Names) -> Node:
    """The least of the stated limits and of the uses that are left to pay for."""
    return maximum(minimum(*m.own_each(limit="facility")), 0)


@term_loan.scalar("Uses that nothing before pays for", Unit.MONEY)
def uses_left(m: Names) -> Node:
    """Total uses less grants and the facilities that are sized before this one."""
    return summed(m.funded_uses, *(-amount for amount in m.own_each(before="commitment")))


@term_loan.scalar("Limit: total uses", Unit.MONEY, limit="facility")
def uses_capacity(m: Names) -> Node:
    """Debt never exceeds what there is to pay for, less what the sponsors are to pay at least."""
    return m.uses_left - m.minimum_equity_share * m.total_uses


@term_loan.scalar("Debt pays for everything", Unit.FLAG, refuse="no_equity")
def without_equity(m: Names) -> Node:
    """1 where the other limits allow all uses to be paid by debt: no equity is left that could earn a return."""
    return both(m.commitment >= m.uses_left - m.tolerance, m.uses_left > m.tolerance)


@term_loan.line("Interest rate", Unit.RATE)
def rate(m: Names) -> Node:
    """Base rate plus margin, a year."""
    return summed(m.base_rate, m.margin, *m.own_each(rate="paid"))


@term_loan.line("Interest rate for the period", Unit.RATE)
def period_rate(m: Names) -> Node:
    """The rate a year times the day count of the period."""
    return m.rate * m.day_count


@term_loan.line("Months since completion", Unit.MONTHS)
def months_since_completion(m: Names) -> Node:
    """At the end of the period; 0 while construction lasts."""
    return maximum(m.months_elapsed - m.completion_month, 0) * (1 - m.construction_flag)


@term_loan.line("Loan in service", Unit.FLAG, loan="service_flag", tier="tier")
def service_flag(m: Names) -> Node:
    """1 from the first whole period after completion to final maturity."""
    return both(1 - m.construction_flag, m.months_elapsed <= m.tenor_months)


@term_loan.line("Final maturity", Unit.FLAG)
def matured_flag(m: Names) -> Node:
    """1 in the last period that ends by final maturity, and in those after it."""
    return m.months_elapsed + m.period_months > m.tenor_months


@term_loan.line("Repayment", Unit.FLAG)
def repayment_flag(m: Names) -> Node:
    """1 in service once the months of grace after completion are over."""
    return both(m.service_flag, m.months_since_completion > m.grace_months)


@term_loan.line("Repayment number", Unit.COUNT)
def repayment_counter(m: Names) -> Node:
    """Repayments are counted from 1."""
    return previous(m.repayment_counter) + m.repayment_flag


@term_loan.line("Discount factor over repayment", Unit.INDEX)
def repayment_factor(m: Names) -> Node:
    """1 before the first repayment, then divided by 1 + rate of each period of repayment."""
    return (m.close_flag + previous(m.repayment_factor)) / (1 + m.period_rate * m.repayment_flag)


@term_loan.line("Upfront fee", Unit.MONEY, use="financing", payer="company", payee="lender")
def upfront_fee(m: Names) -> Node:
    """The fee rate on the commitment, paid at financial close."""
    return converted(m, m.close_flag * m.upfront_fee_rate * m.own_commitment)


@term_loan.line("Commitment fee", Unit.MONEY, use="financing", payer="company", payee="lender")
def commitment_fee(m: Names) -> Node:
    """The fee rate on what is committed and not drawn at the start of the period, while construction lasts."""
    undrawn = maximum(m.own_commitment - previous(m.drawn), 0)
    return converted(m, m.construction_flag * m.commitment_fee_rate * undrawn * m.day_count)


@term_loan.line("Drawdown", Unit.MONEY, funds="debt", chart="source", payer="lender", payee="company")
def drawdown(m: Names) -> Node:
    """Its share of what is to be drawn from debt, up to the commitment; at the end of the period."""
    wanted = m.debt_need * m.commitment / m.debt_commitment
    return minimum(wanted, converted(m, maximum(m.own_commitment - previous(m.drawn), 0)))


@term_loan.line("Drawn so far", Unit.MONEY)
def drawn(m: Names) -> Node:
    """The running total of drawdown, in the loan's own money at the rate of exchange of close."""
    return previous(m.drawn) + in_own_money(m, m.drawdown)


# The schedule: what the contract says, whatever happens.


@term_loan.line("Scheduled balance, opening", Unit.MONEY, weight="scheduled", tier="tier")
def scheduled_opening(m: Names) -> Node:
    """The scheduled balance at the end of the period before; in another currency, at this period's rate."""
    return revalued(m, previous(m.scheduled_closing))


@term_loan.line("Scheduled interest", Unit.MONEY, schedule="interest", tier="tier")
def scheduled_interest(m: Names) -> Node:
    """Interest on the scheduled balance, opening or average, once construction is over."""
    return (1 - m.construction_flag) * bearing_interest(m, m.scheduled_opening) * m.period_rate


@term_loan.line("Agency fee", Unit.MONEY, fee="senior", payer="company", payee="lender", scheduled_fee="yes")
def agency_fee(m: Names) -> Node:
    """The agent's fee a year, while the loan is in service."""
    return stated(m, m.agency_fee_amount * m.year_fraction * m.service_flag)


@term_loan.line("Scheduled principal", Unit.MONEY, schedule="principal", tier="tier")
def scheduled_principal(m: Names) -> Node:
    """What the contract asks for, as far as anything is owed; at final maturity and after it, all that is owed."""
    contract = converted(m, m.contract_principal)
    return where(m.matured_flag, m.scheduled_opening, minimum(contract, m.scheduled_opening))


@term_loan.line("Principal due at maturity beyond the contract", Unit.MONEY, matured="beyond")
def matured_principal(m: Names) -> Node:
    """0 as sized; more where late drawdown has cut repayments that fell due before it."""
    return m.matured_flag * maximum(m.scheduled_principal - converted(m, m.contract_principal), 0)


@term_loan.line("Scheduled balance, closing", Unit.MONEY, schedule="balance", tier="tier")
def scheduled_closing(m: Names) -> Node:
    """Opening plus drawdown, and interest added to the loan, less scheduled principal."""
    return summed(m.scheduled_opening, m.drawdown, *m.own_each(schedule_growth="yes")) - m.scheduled_principal


# The account: what is really owed and paid.


@term_loan.line("Weight of the rate", Unit.MONEY, weight="weight", tier="tier")
def rate_weight(m: Names) -> Node:
    """The scheduled balance when the period begins; the commitment where no senior debt is outstanding."""
    return where(m.senior_outstanding > m.tolerance, at_start(m, m.scheduled_opening), m.commitment)


@term_loan.line("Rate weighted by balance", Unit.MONEY, weight="rate", tier="tier")
def weighted_rate(m: Names) -> Node:
    """The weight times the rate of the period, in the case's currency, with what is paid in kind."""
    return m.rate_weight * (m.case_period_rate if m.has("case_period_rate") else all_in_rate(m))


@term_loan.line("Balance, opening", Unit.MONEY, weight="opening", tier="tier")
def opening(m: Names) -> Node:
    """Principal owed at the end of the period before; in another currency, at this period's rate."""
    return revalued(m, previous(m.closing))


@term_loan.line("Interest", Unit.MONEY, account="interest")
def interest(m: Names) -> Node:
    """Interest accrued on the balance, opening or average."""
    return summed(bearing_interest(m, m.opening) * m.period_rate, *m.own_each(accrued="drawdown"))


@term_loan.line("Interest arrears, opening", Unit.MONEY)
def interest_arrears_opening(m: Names) -> Node:
    """Interest due and unpaid at the end of the period before; in another currency, at this period's rate."""
    return revalued(m, previous(m.interest_arrears))


@term_loan.line("Principal in arrears, opening", Unit.MONEY)
def principal_arrears_opening(m: Names) -> Node:
    """What the balance exceeds the schedule by, as it stands after prepayment."""
    scheduled = m.restated_opening if m.has("restated_opening") else m.scheduled_opening
    return maximum(m.opening - scheduled, 0)


@term_loan.line("Default interest", Unit.MONEY, account="interest")
def default_interest(m: Names) -> Node:
    """Interest on unpaid interest, and the default margin on everything overdue."""
    overdue = m.interest_arrears_opening + m.principal_arrears_opening
    return m.interest_arrears_opening * m.period_rate + overdue * m.default_margin * m.day_count


@term_loan.line("Interest due", Unit.MONEY, due="interest", tier="tier")
def interest_due(m: Names) -> Node:
    """Interest and default interest of the period, less what is funded or added to the loan, plus arrears."""
    elsewhere = summed(*m.own_each(interest="elsewhere"))
    due = m.interest_arrears_opening + m.interest - elsewhere + m.default_interest
    return summed(due, *m.own_each(interest="also"))


@term_loan.line("Principal due", Unit.MONEY, due="principal", tier="tier")
def principal_due(m: Names) -> Node:
    """What brings the balance back to the schedule."""
    owed = summed(m.opening, m.drawdown, *m.own_each(account_growth="yes"))
    return maximum(owed - (m.target_closing if m.has("target_closing") else m.scheduled_closing), 0)


@term_loan.line("Paid from the rank's cash", Unit.MONEY)
def paid_of_rank(m: Names) -> Node:
    """Its share of what cash and reserves pay to the lenders of its rank, in proportion to what is due."""
    return m.rank_paid * (m.interest_due + m.principal_due) / m.rank_due


@term_loan.line("Paid to the lender", Unit.MONEY)
def paid_to_lender(m: Names) -> Node:
    """From the cash of its rank, and by those who guarantee the loan."""
    return summed(m.paid_of_rank, *m.each(guaranteed=m.instance_name))


@term_loan.line("Interest paid", Unit.MONEY, payer="company", payee="lender", service="paid")
def interest_paid(m: Names) -> Node:
    """Interest comes before principal."""
    return minimum(m.interest_due, m.paid_to_lender)


@term_loan.line("Principal paid", Unit.MONEY, payer="company", payee="lender", service="paid", chart="principal")
def principal_paid(m: Names) -> Node:
    """What is left of the payment after interest."""
    return minimum(m.principal_due, m.paid_to_lender - m.interest_paid)


@term_loan.line("Interest arrears", Unit.MONEY, balance="liability", arrears="interest", tier="tier")
def interest_arrears(m: Names) -> Node:
    """Interest due less interest paid."""
    return m.interest_due - m.interest_paid


@term_loan.line("Balance, closing", Unit.MONEY, balance="liability", chart="debt", tier="tier")
def closing(m: Names) -> Node:
    """Opening plus drawdown, and interest added to the loan, less principal paid and prepaid."""
    repaid = (m.principal_paid, *m.own_each(prepaid="yes"))
    added = (m.drawdown, *m.own_each(account_growth="yes"))
    return summed(m.opening, *added, *(-amount for amount in repaid))
