"""Funding of phases: the public share first, then cash that debt and reserves leave, then the shareholders."""

from finmodel.expr.functions import at, floor, maximum, minimum, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["kept_for_phases", "phase_funding"]

phase_funding = Section("phase_funding", "Phases after completion")
kept_for_phases = Section("kept_for_phases", "Phases after completion")


@phase_funding.line("Phases after completion", Unit.MONEY)
def phases_cost(m: Names) -> Node:
    """What all phases cost in periods after completion."""
    return m.sum_of(phase="cost")


@phase_funding.line("Public share of phases", Unit.MONEY)
def phases_contribution(m: Names) -> Node:
    """What the public side pays of it."""
    return m.sum_of(phase="public_share")


@phase_funding.line("Phases to be paid for", Unit.MONEY)
def phases_to_pay(m: Names) -> Node:
    """What the company itself is to pay; no lender at financial close counts on it or pays for it."""
    return m.phases_cost - m.phases_contribution


@phase_funding.line("Cash for phases", Unit.MONEY)
def cash_for_phases(m: Names) -> Node:
    """What lenders, reserves, claims and sweeps leave above the minimum and what suppliers are owed; lock-up or not."""
    kept = m.minimum_cash * (1 - m.final_flag) + m.kept_for_suppliers
    return maximum(m.cash_after_debt - kept, 0)


@phase_funding.line("Phases paid from cash", Unit.MONEY, phase="from_cash", chart="phases")
def phases_from_cash(m: Names) -> Node:
    """As far as there is cash: before anything is distributed."""
    return minimum(m.phases_to_pay, m.cash_for_phases)


@phase_funding.line(
    "Phases paid by shareholders", Unit.MONEY, payer="sponsor", payee="company", equity="in", capital="in",
    financing="in",
)  # fmt: skip
def phases_equity(m: Names) -> Node:
    """What cash does not reach for, paid in as share capital."""
    return m.phases_to_pay - m.phases_from_cash


@phase_funding.scalar("Phases after completion in total", Unit.MONEY, kpi="phases_cost")
def phases_cost_total(m: Names) -> Node:
    """Over all periods, in money of each."""
    return total(m.phases_cost)


@phase_funding.scalar("Phases paid by shareholders in total", Unit.MONEY, kpi="phases_equity")
def phases_equity_total(m: Names) -> Node:
    """Over all periods: what the shareholders must undertake beyond financial close."""
    return total(m.phases_equity)


@kept_for_phases.line("Phases to be paid for, so far", Unit.MONEY, total="none")
def phases_to_pay_cumulative(m: Names) -> Node:
    """The running total."""
    return previous(m.phases_to_pay_cumulative) + m.phases_to_pay


@kept_for_phases.line("Cash kept for phases", Unit.MONEY, kept="phases", total="none")
def cash_kept_for_phases(m: Names) -> Node:
    """What the company is to pay for phases in the months ahead, whole periods of them."""
    ahead = minimum(m.counter + floor(m.kept_months / m.period_months), m.period_count)
    return at(m.phases_to_pay_cumulative, ahead) - m.phases_to_pay_cumulative
