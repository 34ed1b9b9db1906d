"""Settlement: revenue of several streams, added up until a year or a period has ended, and what is paid later."""

from collections.abc import Sequence

from finmodel.expr.functions import either, equals, floor, following, maximum, negated, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.model.opex import opex
from finmodel.units import Unit

__all__ = ["late_payments", "late_receipts", "settled", "settling", "until_settled"]

late_receipts = Section("late_receipts", "Revenue")
_when_paid = Section("late_payments", "Revenue")


def settling(*, yearly: bool) -> Section:
    """When revenue is settled: once a calendar year, or in each period."""
    section = Section("settling", "Revenue")

    @section.line("Settled", Unit.FLAG)
    def settles(m: Names) -> Operand:
        """1 in the last period that begins in a calendar year and in the last of operation; or in each, as agreed."""
        year_ends = negated(equals(following(m.calendar_year), m.calendar_year))
        return either(m.last_operation_flag, year_ends) if yearly else 1

    return section


def until_settled(m: Names, so_far: Node, amount: Node) -> Node:
    """The running total of an amount, which begins anew after each settlement."""
    return previous(so_far) * (1 - previous(m.settles)) + amount


def settled(streams: Sequence[str]) -> Section:
    """The revenue of these streams together, as earned, since the settlement before."""
    section = Section("settled_revenue", "Revenue")

    @section.line("Revenue covered", Unit.MONEY)
    def revenue_covered(m: Names) -> Node:
        """What the streams covered earn in periods of operation."""
        return summed(*(m[f"{name}.revenue"] for name in streams)) * m.operation_flag

    @section.line("Revenue to be settled", Unit.MONEY)
    def revenue_to_settle(m: Names) -> Node:
        """Revenue covered since the settlement before."""
        return until_settled(m, m.revenue_to_settle, m.revenue_covered)

    return section


@late_receipts.line("Period collected", Unit.NUMBER)
def collected_position(m: Names) -> Node:
    """What was earned up to here has been received: as many periods ago as payment takes."""
    return maximum(m.counter - floor(m.lag_periods), 0)


@late_receipts.line("Whole periods collected", Unit.COUNT)
def collected_whole(m: Names) -> Node:
    """The same, as payment takes whole periods."""
    return m.collected_position


@_when_paid.line("Period settled", Unit.NUMBER)
def settled_position(m: Names) -> Node:
    """What was owed up to here has been paid: as many periods ago as payment takes."""
    return maximum(m.counter - floor(m.lag_periods), 0)


@_when_paid.line("Whole periods settled", Unit.COUNT)
def settled_whole(m: Names) -> Node:
    """The same, as payment takes whole periods."""
    return m.settled_position


late_payments = (_when_paid, opex.without("cost"))
"""What is owed and paid some periods later: payables as those to suppliers, with a time of their own."""
