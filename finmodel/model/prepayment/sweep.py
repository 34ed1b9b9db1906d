"""Cash sweep: a share of the cash that lenders, reserves and claims leave prepays the loan before sponsors are paid."""

from finmodel.expr.functions import both, earlier, floor, maximum, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["sweep", "sweep_above", "sweep_below", "sweep_cash", "sweep_test", "swept_rank"]

sweep = Section("sweep", "Loans")
sweep_test = Section("sweep_test", "Loans")
sweep_above = Section("sweep_above", "Loans")
sweep_below = Section("sweep_below", "Loans")
swept_rank = Section("swept_rank", "Cash sweep")
sweep_cash = Section("sweep_cash", "Cash sweep")


@sweep_cash.line("Cash for the sweep", Unit.MONEY)
def cash_for_sweep(m: Names) -> Node:
    """Once construction is over: above the minimum, what reserves, junior lenders and guarantors' claims leave."""
    paid = (*m.each(junior="paid"), *m.each(claim="repaid"))
    kept = m.minimum_cash * (1 - m.final_flag) + m.kept_for_suppliers
    left = summed(m.cash_after_reserves, *(-amount for amount in paid)) - kept
    return maximum(left, 0) * (1 - m.construction_flag)


@swept_rank.line("Cash that reaches the sweep of this rank", Unit.MONEY)
def sweep_cash_reaching(m: Names) -> Node:
    """What the sweeps of better ranks leave."""
    return m.cash_of_better


@swept_rank.line("Balances that are swept", Unit.MONEY)
def swept_balances(m: Names) -> Node:
    """Of the facilities of this rank whose sweep is open."""
    return m.sum_of(sweep="weight", tier=m.instance_name.removeprefix("sweep_"))


@swept_rank.line("Cash left by the sweep of this rank", Unit.MONEY)
def sweep_cash_left(m: Names) -> Node:
    """For the ranks that follow."""
    swept = m.each(sweep="paid", tier=m.instance_name.removeprefix("sweep_"))
    return summed(m.sweep_cash_reaching, *(-amount for amount in swept))


@sweep_test.scalar("Periods of the sweep's test", Unit.COUNT)
def sweep_periods(m: Names) -> Node:
    """Months of the test in whole periods."""
    return maximum(floor(m.sweep_test_months / m.period_months), 1)


@sweep_test.line("CFADS tested for the sweep", Unit.MONEY)
def sweep_cfads(m: Names) -> Node:
    """CFADS in service over the months that end with the period."""
    return m.cover_cfads_cumulative - earlier(m.cover_cfads_cumulative, m.sweep_periods)


@sweep_test.line("Debt service tested for the sweep", Unit.MONEY)
def sweep_debt_service(m: Names) -> Node:
    """Of this rank and those before it, by the schedule as it stands, over the same months."""
    return m.cover_service_cumulative - earlier(m.cover_service_cumulative, m.sweep_periods)


@sweep_above.line("Cover is high enough for the sweep", Unit.FLAG, sweep="condition")
def sweep_above_flag(m: Names) -> Node:
    """1 where cover is at its level or above: lenders share in good years."""
    return m.sweep_cfads >= m.sweep_above_dscr * m.sweep_debt_service - m.tolerance


@sweep_below.line("Cover is low enough for the sweep", Unit.FLAG, sweep="condition")
def sweep_below_flag(m: Names) -> Node:
    """1 where cover is below its level: lenders take what would be distributed until it recovers."""
    return m.sweep_cfads < m.sweep_below_dscr * m.sweep_debt_service - m.tolerance


@sweep.line("Sweep is open", Unit.FLAG)
def sweep_flag(m: Names) -> Node:
    """1 in service from the first month of the sweep on, where its test of cover holds."""
    return both(m.service_flag, m.months_elapsed >= m.sweep_from_month, *m.own_each(sweep="condition"))


@sweep.line("Balance that is swept", Unit.MONEY, sweep="weight", tier="tier")
def sweep_weight(m: Names) -> Node:
    """What is owed after the principal of the period, where the sweep is open."""
    return m.balance_before_prepayment * m.sweep_flag


@sweep.line(
    "Prepaid by the cash sweep",
    Unit.MONEY,
    prepaid="yes",
    sweep="paid",
    tier="tier",
    after_debt="paid",
    financing="out",
    payer="company",
    payee="lender",
)
def swept(m: Names) -> Node:
    """Its share of the cash, in proportion to the balances of its rank that are swept; never more than is owed."""
    cash = m.rank_sweep_cash * m.sweep_weight / m.rank_swept_balances
    return minimum(m.sweep_share * cash, m.balance_before_prepayment)
