"""Subsidy of a guarantee: what the market would ask for its cover, less what is charged, at the rate of the loan."""

from finmodel.expr.functions import sum_product, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["guarantee_subsidy"]


def guarantee_subsidy(name: str) -> Section:
    """The subsidy of the guarantee of that name."""
    section = Section("guarantee_subsidy", "Blended finance")

    @section.line("Fee forgone", Unit.MONEY)
    def fee_forgone(m: Names) -> Node:
        """The market's fee a year on the cover by schedule, less every fee that is charged."""
        charged = (m[f"{name}.{fee}"] for fee in ("guarantee_upfront_fee", "fee_in_construction", "fee_in_operation"))
        return summed(m.cover * m.market_fee_rate * m.year_fraction, *(-fee for fee in charged))

    @section.scalar("Subsidy", Unit.MONEY, subsidy="support")
    def grant_equivalent(m: Names) -> Node:
        """The present value at financial close; below 0 if it is dear.

        At the market's price of the first loan covered, or else its rate.
        """
        return sum_product(m.fee_forgone, m.measure_factor)

    return section
