"""The schedule as it stands after prepayment: what the lender asks for from then on, and what cover is measured on."""

from finmodel.expr.functions import maximum, minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import revalued
from finmodel.units import Unit

__all__ = ["restated"]

restated = Section("restated", "Loans")


@restated.line("Balance before prepayment", Unit.MONEY)
def balance_before_prepayment(m: Names) -> Node:
    """What is owed once the principal of the period is paid."""
    return summed(m.opening, m.drawdown, *m.own_each(account_growth="yes")) - m.principal_paid


@restated.line("Prepaid", Unit.MONEY)
def prepaid(m: Names) -> Node:
    """Everything repaid ahead of the schedule in the period, after its principal."""
    return m.own_sum_of(prepaid="yes")


@restated.line("Balance by the schedule as it stands, opening", Unit.MONEY)
def restated_opening(m: Names) -> Node:
    """At the end of the period before, less what was prepaid in it; in another currency, at this period's rate."""
    return revalued(m, maximum(previous(m.target_closing) - previous(m.prepaid), 0))


@restated.line("Balance by the schedule as it stands, closing", Unit.MONEY)
def target_closing(m: Names) -> Node:
    """What the lender asks the balance to be, given what was prepaid before the period."""
    owed = summed(m.restated_opening, m.drawdown, *m.own_each(account_growth="yes"))
    return minimum(owed, m.prepayment_target)


@restated.line("Principal by the schedule as it stands", Unit.MONEY)
def restated_principal(m: Names) -> Node:
    """The fall of that balance."""
    return summed(m.restated_opening, m.drawdown, *m.own_each(account_growth="yes")) - m.target_closing


@restated.line("Interest by the schedule as it stands", Unit.MONEY)
def restated_interest(m: Names) -> Node:
    """On that opening balance, once construction is over."""
    return (1 - m.construction_flag) * m.restated_opening * m.period_rate


@restated.line("Nothing left by the schedule", Unit.FLAG)
def settled_flag(m: Names) -> Node:
    """1 once construction is over and nothing was left to be repaid at the end of the period before."""
    return (1 - m.construction_flag) * (m.restated_opening <= m.tolerance)


@restated.line("Interest that prepayment saves", Unit.MONEY, relief="interest", tier="tier")
def interest_relief(m: Names) -> Node:
    """Scheduled interest as contracted less that of the schedule as it stands."""
    return m.scheduled_interest - m.restated_interest


@restated.line("Principal that prepayment has taken", Unit.MONEY, relief="principal", tier="tier")
def principal_relief(m: Names) -> Node:
    """Scheduled principal as contracted less that of the schedule as it stands."""
    return m.scheduled_principal - m.restated_principal


@restated.line(
    "Change of the agency fee",
    Unit.MONEY,
    fee_change="senior",
    available="out",
    financing="out",
    expense="financing",
    payer="company",
    payee="lender",
)
def agency_fee_change(m: Names) -> Node:
    """Negative: the contract's fee falls away once nothing is left to be repaid."""
    return -m.agency_fee * m.settled_flag
