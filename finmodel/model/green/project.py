"""Eligible project: what of it is eligible, what all instruments allocate to it, and whether it is too much."""

from collections.abc import Sequence

from finmodel.expr.functions import both, maximum, negated, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["project", "received"]

project = Section("green_project", "Eligible projects")


@project.scalar("Signed, of the total cost", Unit.SHARE)
def signed_share(m: Names) -> Node:
    """What the issuer has committed, divided by the total cost."""
    return m.signed_amount / m.total_cost


@project.scalar("Eligible amount", Unit.MONEY)
def eligible_amount(m: Names) -> Node:
    """The eligible share of what is signed."""
    return m.signed_amount * m.eligible_share


@project.scalar("Eligible, and not allocated elsewhere", Unit.MONEY)
def eligible_left(m: Names) -> Node:
    """What labelled instruments outside this case leave of the eligible amount."""
    return m.eligible_amount - m.allocated_elsewhere


def received(project_name: str, pairs: Sequence[str]) -> Section:
    """What instruments allocate to one project; ``pairs`` are its instances, one for each instrument."""
    section = Section("green_received", "Eligible projects")

    @section.line("Allocated", Unit.MONEY, green="allocated_to_project")
    def allocated(m: Names) -> Node:
        """Of all instruments together."""
        return m.sum_of(financed=project_name)

    @section.line("Allocated so far", Unit.MONEY, total="none")
    def allocated_so_far(m: Names) -> Node:
        """Allocations added up."""
        return previous(m.allocated_so_far) + m.allocated

    @section.scalar("Allocated in all", Unit.MONEY)
    def allocated_in_all(m: Names) -> Node:
        """Over all years and instruments."""
        return total(m.allocated)

    @section.scalar("Share of the cost allocated", Unit.SHARE)
    def share_of_cost(m: Names) -> Node:
        """Allocated in all, divided by the total cost."""
        return m.allocated_in_all / m.total_cost

    @section.scalar("More is allocated than is eligible", Unit.FLAG, check="alert", refuse="allocated_above_eligible")
    def above_eligible(m: Names) -> Node:
        """1 if a single instrument allocates more than the eligible amount that is left."""
        return maximum(0, *(m[f"{pair}.allocated_in_all"] for pair in pairs)) > m.eligible_left + m.tolerance

    @section.scalar("Counted twice", Unit.FLAG, check="alert", refuse="double_counting")
    def counted_twice(m: Names) -> Node:
        """1 if instruments together allocate more than is eligible, though none of them does by itself."""
        return both(m.allocated_in_all > m.eligible_left + m.tolerance, negated(m.above_eligible))

    return section
