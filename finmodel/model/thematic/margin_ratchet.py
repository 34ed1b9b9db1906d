"""Margin ratchet: the margin of each period goes by the band in which an indicator lay some time before."""

from finmodel.expr.functions import both, earlier, floor, maximum, negated, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["margin_ratchet", "ratchet_band"]

margin_ratchet = Section("margin_ratchet", "Loans")
ratchet_band = Section("ratchet_band", "Sustainability targets")


@margin_ratchet.line("Indicator of the ratchet", Unit.COUNT)
def ratchet_indicator(m: Names) -> Node:
    """As it is expected; a scenario or a risk may change it."""
    return m.margin_ratchet_path


@margin_ratchet.scalar("Periods from the indicator to the margin", Unit.COUNT)
def ratchet_lag(m: Names) -> Node:
    """The stated months in whole periods, one at least."""
    return maximum(floor(m.margin_ratchet_lag_months / m.period_months), 1)


@margin_ratchet.line("Indicator that the margin goes by", Unit.COUNT)
def ratchet_tested(m: Names) -> Node:
    """The indicator so many periods before."""
    return earlier(m.ratchet_indicator, m.ratchet_lag)


@margin_ratchet.line("Margin goes by the indicator", Unit.FLAG)
def ratchet_flag(m: Names) -> Node:
    """1 from the stated month on, as soon as there is an indicator to go by."""
    return both(m.counter > m.ratchet_lag, m.months_elapsed - m.period_months >= m.margin_ratchet_from_month)


@margin_ratchet.line("Margin ratchet", Unit.RATE, rate="paid")
def ratchet_adjustment(m: Names) -> Node:
    """What the band of the indicator adds to the margin; nothing outside the bands."""
    return summed(*m.each(ratchet_of=m.instance_name))


@ratchet_band.line("Indicator lies in the band", Unit.FLAG)
def band_flag(m: Names) -> Node:
    """1 where the indicator that the margin goes by is at the lower end or above, and below the upper end."""
    below = [negated(m.loan_tested >= m.upper)] if m.has("upper") else []
    return both(m.loan_ratchet_flag, m.loan_tested >= m.lower, *below)


@ratchet_band.line("Added by the band", Unit.RATE, ratchet_of="loan")
def band_adjustment(m: Names) -> Node:
    """The band's adjustment where the indicator lies in it."""
    return m.band_flag * m.adjustment
