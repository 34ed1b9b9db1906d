"""DSRA: the debt service reserve held in cash: its target, what it is funded with, pays, lacks."""

from finmodel.expr.functions import at, either, floor, maximum, minimum, previous, summed, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["dsra", "dsra_cash"]

dsra = Section("dsra", "Debt service reserve")
dsra_cash = Section("dsra_cash", "Debt service reserve")


@dsra.scalar("Whole periods looked ahead", Unit.COUNT)
def dsra_periods(m: Names) -> Node:
    """Look-forward months in whole periods."""
    return floor(m.dsra_months / m.period_months)


@dsra.line("Scheduled debt service so far", Unit.MONEY)
def scheduled_debt_service_cumulative(m: Names) -> Node:
    """The running total of scheduled debt service."""
    return previous(m.scheduled_debt_service_cumulative) + m.scheduled_debt_service


@dsra.line("DSRA target", Unit.MONEY)
def dsra_target(m: Names) -> Node:
    """Scheduled debt service of the months looked ahead, from the period of completion on."""
    near = minimum(m.counter + m.dsra_periods, m.period_count)
    far = minimum(m.counter + m.dsra_periods + 1, m.period_count)
    part = m.dsra_months / m.period_months - m.dsra_periods
    sooner = at(m.scheduled_debt_service_cumulative, near) - m.scheduled_debt_service_cumulative
    later = at(m.scheduled_debt_service_cumulative, far) - at(m.scheduled_debt_service_cumulative, near)
    return either(m.completion_flag, m.construction_flag <= 0) * (sooner + part * later)


@dsra.solved("DSRA needed at completion", Unit.MONEY, guess=0.0)
def dsra_initial(m: Names) -> Node:
    """The target in the period of completion."""
    return value_where(m.dsra_target, m.completion_flag)


@dsra.line("DSRA required", Unit.MONEY)
def dsra_required(m: Names) -> Node:
    """The target less the part of loans that are prepaid, and what a new loan needs."""
    return maximum(summed(m.dsra_target, *m.each(dsra="asked"), *(-gone for gone in m.each(dsra="relief"))), 0)


@dsra_cash.line("DSRA funded at completion", Unit.MONEY, use="construction")
def dsra_funded(m: Names) -> Node:
    """The part of the first target that sources of funds pay for."""
    return m.dsra_initial * m.dsra_initial_funding * m.completion_flag


@dsra_cash.scalar("DSRA still to be funded", Unit.MONEY, update="uses")
def dsra_update(m: Names) -> Node:
    """The first target as it follows from the schedule, less the one that is being solved; 0 at the solution."""
    return (value_where(m.dsra_target, m.completion_flag) - m.dsra_initial) * m.dsra_initial_funding


@dsra_cash.line("DSRA opening", Unit.MONEY)
def dsra_opening(m: Names) -> Node:
    """What the reserve held at the end of the period before."""
    return previous(m.dsra_closing)


@dsra_cash.line("Drawn from DSRA", Unit.MONEY, support="debt_service")
def dsra_drawn(m: Names) -> Node:
    """What debt service lacks, as far as the reserve reaches, with what is funded in the period of completion."""
    return minimum(m.dsra_opening + m.dsra_funded, m.debt_service_lacking)


@dsra_cash.line("Paid into DSRA", Unit.MONEY)
def dsra_paid_in(m: Names) -> Node:
    """What is missing to the target, as far as the cash after debt service reaches."""
    missing = maximum(m.dsra_required - (m.dsra_opening - m.dsra_drawn + m.dsra_funded), 0)
    return minimum(missing, m.cash_after_debt_service * (1 - m.construction_flag))


@dsra_cash.line("Released from DSRA", Unit.MONEY)
def dsra_released(m: Names) -> Node:
    """What stands above the target."""
    return maximum(m.dsra_opening - m.dsra_drawn + m.dsra_funded - m.dsra_required, 0)


@dsra_cash.line("DSRA closing", Unit.MONEY, balance="asset", reserve="balance", chart="dsra")
def dsra_closing(m: Names) -> Node:
    """Opening, plus funded and paid in, less drawn and released."""
    return m.dsra_opening + m.dsra_funded + m.dsra_paid_in - m.dsra_drawn - m.dsra_released


@dsra_cash.line("DSRA short of target", Unit.MONEY)
def dsra_shortfall(m: Names) -> Node:
    """What the reserve lacks at the end of the period."""
    return maximum(m.dsra_required - m.dsra_closing, 0)
