"""Land lease: area on the market, area leased as a growing stock, rent on it and a premium on what is new."""

from finmodel.expr.functions import maximum, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["land_lease"]

land_lease = Section("land_lease", "Revenue")


@land_lease.line("Area planned for the market so far", Unit.NUMBER)
def area_planned(m: Names) -> Node:
    """The running total of the area stated a year, from planned completion on."""
    return previous(m.area_planned) + m.area * m.planned_years


@land_lease.line("Area on the market, let or not", Unit.NUMBER)
def area_offered(m: Names) -> Node:
    """Area at completion and what is planned so far, from completion on; a late one brings what had waited at once."""
    return where(m.operation_flag, m.area_at_completion + m.area_planned, previous(m.area_offered))


@land_lease.line("Years of operation in the period", Unit.YEARS)
def years_let(m: Names) -> Node:
    """Months of operation in the period divided by 12."""
    return m.operation_share * m.year_fraction


@land_lease.line("Area leased, opening", Unit.NUMBER)
def leased_opening(m: Names) -> Node:
    """What was leased at the end of the period before."""
    return previous(m.leased_closing)


@land_lease.line("Leases ended", Unit.NUMBER)
def leases_ended(m: Names) -> Node:
    """The share a year, for the time in operation, of what was leased: 1 − (1 − share) to the power of years."""
    return m.leased_opening * (1 - (1 - m.ended) ** m.years_let)


@land_lease.line("Area that can still be let", Unit.NUMBER)
def area_vacant(m: Names) -> Node:
    """Area on the market without what always stays vacant and what is leased at the beginning of the period."""
    return maximum(m.area_offered * (1 - m.vacancy) - m.leased_opening, 0)


@land_lease.line("New leases", Unit.NUMBER)
def leases_new(m: Names) -> Node:
    """The take-up a year, for the time in operation, of what can be let: 1 − (1 − take-up) to the power of years.

    All of it where take-up is 100 %.
    """
    taken = 1 - (1 - m.take_up) ** m.years_let
    return m.area_vacant * where(m.operation_flag, taken, 0)


@land_lease.line("Area leased, closing", Unit.NUMBER)
def leased_closing(m: Names) -> Node:
    """Opening, plus new leases, less leases ended."""
    return m.leased_opening + m.leases_new - m.leases_ended


@land_lease.line("Rent of land", Unit.MONEY)
def rent_earned(m: Names) -> Node:
    """The mean of opening and closing area × rent a year, indexed: leases begin and end evenly over the period."""
    return (m.leased_opening + m.leased_closing) / 2 * m.rent * m.indexation * m.years_let


@land_lease.line("Premiums", Unit.MONEY)
def premium_earned(m: Names) -> Node:
    """New leases × premium, indexed: earned and taxed when the lease is signed."""
    return m.leases_new * m.premium * m.indexation


@land_lease.line("Revenue from land let", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Rent and premiums."""
    return m.rent_earned + m.premium_earned
