"""Rent: space let to tenants, as much of it as the market takes, at a rent for each unit of space."""

from collections.abc import Sequence

from finmodel.expr.functions import at, floor, maximum, minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.revenue.usage_ramp_up import profile_months
from finmodel.units import Unit

__all__ = ["let_by_profile", "rent", "rent_alone", "rent_free", "with_service_charge"]

rent = Section("rent", "Revenue")
rent_alone = Section("rent_alone", "Revenue")
rent_free = Section("rent_free", "Revenue")


@rent.line("Space let", Unit.COUNT)
def space_let(m: Names) -> Node:
    """Space to let × share let × what is not vacant; none before completion or after the end of operation."""
    return m.space * m.share_let * (1 - m.vacancy) * m.operation_share


@rent_alone.line("Rent earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Space that pays × rent a unit and year, indexed. Letting follows its own table or profile, not the ramp-up."""
    return _rent_of_the_period(m)


def _rent_of_the_period(m: Names) -> Node:
    paying = m.space_paying if m.has("space_paying") else m.space_let
    return paying * m.rent_per_unit * m.indexation * m.year_fraction


def let_by_profile(years: int) -> Section:
    """The share let by a share for each of so many years of operation, the last of which holds from then on."""
    section = Section("let_by_profile", "Revenue")

    @section.line("Months fully let so far", Unit.MONTHS)
    def let_months(m: Names) -> Node:
        """Months of operation, those of each year counted by the share let in it."""
        return profile_months(m, m.take_up, years)

    @section.line("Share let", Unit.SHARE)
    def share_let(m: Names) -> Node:
        """The share let, on average over the months of operation in the period."""
        months = m.operation_months_elapsed - previous(m.operation_months_elapsed)
        return (m.let_months - previous(m.let_months)) / months

    return section


@rent_free.line("Space let so far × months", Unit.NUMBER)
def space_months(m: Names) -> Node:
    """The running total of space let times the months in the period."""
    return previous(m.space_months) + m.space_let * m.period_months


@rent_free.line("Months of operation, rent-free months earlier", Unit.MONTHS)
def months_earlier(m: Names) -> Node:
    """Months of operation so far less the months without rent."""
    return maximum(m.operation_months_elapsed - m.rent_free_months, 0)


@rent_free.line("Whole periods, rent-free months earlier", Unit.COUNT)
def periods_earlier(m: Names) -> Node:
    """How many whole periods had passed then."""
    return floor((m.completion_month + m.months_earlier) / m.period_months)


@rent_free.line("Space past its rent-free months so far × months", Unit.NUMBER)
def paying_months(m: Names) -> Node:
    """What had been let so many months of operation ago, in a straight line over the operation of a period."""
    done, ahead = at(m.space_months, m.periods_earlier), at(m.space_months, m.periods_earlier + 1)
    begun = at(m.operation_months_elapsed, m.periods_earlier)
    ended = at(m.operation_months_elapsed, m.periods_earlier + 1)
    return done + (ahead - done) * ((m.months_earlier - begun) / (ended - begun))


@rent_free.line("Space that pays rent", Unit.COUNT)
def space_paying(m: Names) -> Node:
    """Space past its rent-free months, and no more than is let: who takes space that was let before has them anew."""
    return minimum(m.space_let, (m.paying_months - previous(m.paying_months)) / m.period_months)


def with_service_charge(costs: Sequence[str]) -> Section:
    """Rent, and the items of operating cost that tenants pay back."""
    section = Section("rent_with_service_charge", "Revenue")

    @section.line("Rent earned", Unit.MONEY)
    def rent_earned(m: Names) -> Node:
        """Space that pays × rent a unit and year, indexed. Letting follows its own table or profile."""
        return _rent_of_the_period(m)

    @section.line("Service charges", Unit.MONEY)
    def service_charges(m: Names) -> Node:
        """The share of these costs, for the part of the space that is let, rent-free or not; the owner bears the rest.

        Costs are a cost of operation as well, so that a full building recovers them and an empty one does not.
        """
        let = m.share_let * (1 - m.vacancy)
        return summed(*(m[f"{name}.cost"] for name in costs)) * m.service_charge_share * let

    @section.line("Rent and service charges", Unit.MONEY, statement="revenue")
    def revenue(m: Names) -> Node:
        """What tenants owe for space and for the costs that they pay back."""
        return m.rent_earned + m.service_charges

    return section
