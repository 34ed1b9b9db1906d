"""LLCR limit: the present value of CFADS over the loan life, divided by the ratio asked for."""

from finmodel.expr.functions import at, previous, sum_product, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import in_own_money
from finmodel.model.hedging.terms import all_in_rate
from finmodel.units import Unit

__all__ = ["llcr_limit"]

llcr_limit = Section("llcr_limit", "Loans")


@llcr_limit.line("Discount factor over loan life", Unit.INDEX)
def loan_life_factor(m: Names) -> Node:
    """1 at completion, then divided by 1 + rate of each period of service; on average balances see there."""
    on_average = m.has("loan_life_balance_factor")
    before = previous(m.loan_life_balance_factor) if on_average else previous(m.loan_life_factor)
    return (m.close_flag + before) / (1 + all_in_rate(m) * m.service_flag)


@llcr_limit.line("CFADS over loan life", Unit.MONEY)
def loan_life_cfads(m: Names) -> Node:
    """The base case's CFADS while the loan is in service, in the loan's own money."""
    return in_own_money(m, m.sizing_cfads * m.service_flag)


@llcr_limit.solved("Limit: LLCR", Unit.MONEY, guess=0.0, limit="facility")
def llcr_capacity(m: Names) -> Node:
    """Present value of CFADS at the loan's own rates, divided by the ratio, less debt that ranks no worse.

    Of a loan that interest is added to, that is what it may be at completion: the commitment is brought back from it.
    """
    covered = sum_product(m.loan_life_cfads, m.loan_life_factor) / m.sizing_llcr
    left = summed(covered, *(-debt for debt in m.own_each(before="debt")))
    grown = left * at(m.growth_in_kind, m.period_count) if m.has("growth_in_kind") else left
    return grown * m.commitment_share if m.has("commitment_share") else left
