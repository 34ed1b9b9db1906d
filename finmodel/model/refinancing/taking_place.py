"""Whether the refinancing takes place, and the money that moves on its day."""

from finmodel.expr.functions import both, negated, previous, summed, total, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["replaced", "taking_place"]

replaced = Section("replaced", "Loans")
taking_place = Section("taking_place", "Loans")


@replaced.line("Balance to be replaced", Unit.MONEY)
def balance_to_replace(m: Names) -> Node:
    """What is owed after the principal of the period and the cash sweep."""
    return m.balance_before_prepayment - m.swept if m.has("swept") else m.balance_before_prepayment


@replaced.line("Unpaid to the lender", Unit.MONEY)
def unpaid_to_lender(m: Names) -> Node:
    """Interest and principal due and not paid, at the end of the period."""
    return m.interest_arrears + m.principal_due - m.principal_paid


@replaced.line(
    "Repaid by refinancing",
    Unit.MONEY,
    prepaid="yes",
    after_debt="paid",
    financing="out",
    payer="company",
    payee="lender",
)
def refinanced(m: Names) -> Node:
    """All that is owed, where the refinancing takes place."""
    return m.balance_to_replace * m.refinancing_takes_place


@replaced.line(
    "Break cost",
    Unit.MONEY,
    after_debt="paid",
    financing="out",
    expense="prepayment",
    payer="company",
    payee="lender",
)
def break_cost(m: Names) -> Node:
    """The stated share of what is repaid by refinancing."""
    return m.refinanced * m.refinancing_break_cost_rate


@taking_place.line("New loan less its fee, the old loan and break cost", Unit.MONEY)
def refinancing_surplus(m: Names) -> Node:
    """Above 0, what sponsors may be paid; below it, what cash of the company must add."""
    repaid = m.replaced_balance * (1 + m.break_cost_rate)
    return m.commitment * (1 - m.upfront_fee_rate) - repaid


@taking_place.scalar("Taken by the old loan on the date", Unit.MONEY)
def replaced_total(m: Names) -> Node:
    """What is owed then, with its break cost."""
    return value_where(m.replaced_balance, m.month_flag) * (1 + m.break_cost_rate)


@taking_place.line("Cash that may help to refinance", Unit.MONEY)
def refinancing_cash(m: Names) -> Node:
    """Above the minimum, what lenders, reserves, the sweep and grants that are paid back leave."""
    before = (*m.each(sweep="paid"), *m.each(recovery="paid"))
    return summed(m.cash_for_sweep, *(-paid for paid in before))


@taking_place.line("Refinancing takes place", Unit.FLAG)
def refinanced_flag(m: Names) -> Node:
    """1 on its date if nothing is unpaid to the old lender and the new loan, with cash, repays all that is owed."""
    paid = m.replaced_unpaid <= m.tolerance
    enough = m.refinancing_surplus + m.refinancing_cash >= -m.tolerance
    return both(m.month_flag, negated(m.construction_flag), m.replaced_balance > m.tolerance, paid, enough)


@taking_place.line("Refinanced before", Unit.FLAG)
def refinanced_before(m: Names) -> Node:
    """1 in every period after the one in which the refinancing takes place."""
    return previous(m.refinanced_so_far)


@taking_place.line("Refinanced", Unit.FLAG)
def refinanced_so_far(m: Names) -> Node:
    """1 from the period in which the refinancing takes place."""
    return m.refinanced_before + m.refinanced_flag


@taking_place.line("Drawdown", Unit.MONEY, after_debt="received", financing="in", payer="lender", payee="company")
def drawdown(m: Names) -> Node:
    """The whole amount, where the refinancing takes place."""
    return m.commitment * m.refinanced_flag


@taking_place.line(
    "Upfront fee",
    Unit.MONEY,
    after_debt="paid",
    financing="out",
    expense="prepayment",
    payer="company",
    payee="lender",
)
def upfront_fee(m: Names) -> Node:
    """The fee rate on the amount drawn."""
    return m.drawdown * m.upfront_fee_rate


@taking_place.scalar("Refinancing does not take place", Unit.FLAG, check="alert", refuse="not_refinanced")
def not_refinanced(m: Names) -> Node:
    """1 where the new loan cannot repay the old one, which then stays as contracted."""
    return 1 - total(m.refinanced_flag)
