"""What guarantees came to: of each one and of all together, with fees above the highest amount refused."""

from finmodel.expr.functions import both, highest, summed, total, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["all_guarantees", "guarantee_totals"]

guarantee_totals = Section("guarantee_totals", "Guarantees")
all_guarantees = Section("all_guarantees", "Guarantees")


@guarantee_totals.scalar("Drawn in total", Unit.MONEY, guarantee="drawn_total")
def drawn_total(m: Names) -> Node:
    """All that the guarantor pays to lenders."""
    return total(m.paid)


@guarantee_totals.scalar("Highest claim", Unit.MONEY, guarantee="claim_highest")
def claim_highest(m: Names) -> Node:
    """The most that the company owes to the guarantor at the end of any period."""
    return highest(m.claim_closing)


@guarantee_totals.scalar("Least left of the highest amount", Unit.MONEY)
def left_at_least(m: Names) -> Node:
    """The highest amount less the most that is used of it in any period."""
    return m.highest_amount - highest(m.used)


@guarantee_totals.scalar("Highest amount left at the end", Unit.MONEY, guarantee="left")
def left_at_end(m: Names) -> Node:
    """In the last period."""
    return value_where(m.left, m.final_flag)


@guarantee_totals.scalar("Claim never repaid", Unit.MONEY, guarantee="claim_lost")
def claim_lost(m: Names) -> Node:
    """What the company still owes to the guarantor in the last period: the guarantor's loss."""
    return value_where(m.claim_closing, m.final_flag)


@guarantee_totals.scalar("Fees in total", Unit.MONEY, guarantee="fees_total")
def fees_total(m: Names) -> Node:
    """At close, during construction and in operation."""
    return summed(*(total(fee) for fee in m.own_each(guarantee="fee")))


@guarantee_totals.scalar("Fees exceed the highest amount", Unit.FLAG, refuse="fees_above_cap")
def fees_above_cap(m: Names) -> Node:
    """1 where the guarantor could never pay what it is paid for."""
    return both(m.highest_amount > m.tolerance, m.fees_total > m.highest_amount + m.tolerance)


@all_guarantees.scalar("Cover of all guarantees at close", Unit.MONEY, kpi="guarantee_cover")
def guarantee_cover(m: Names) -> Node:
    """Each one's, added up; a loan may have several."""
    return m.sum_of(guarantee="cover")


@all_guarantees.scalar("Drawn on guarantees", Unit.MONEY, kpi="guarantee_drawn", check="alert")
def guarantees_drawn(m: Names) -> Node:
    """All that guarantors pay to lenders."""
    return m.sum_of(guarantee="drawn_total")


@all_guarantees.scalar("Guarantors' claims never repaid", Unit.MONEY, check="alert")
def claims_lost(m: Names) -> Node:
    """What guarantors lose, their fees apart."""
    return m.sum_of(guarantee="claim_lost")


@all_guarantees.scalar("Covered lenders' loss after guarantees", Unit.MONEY, check="alert")
def covered_lenders_loss(m: Names) -> Node:
    """What is still owed to them in the last period."""
    return m.sum_of(guarantee="lender_loss")
