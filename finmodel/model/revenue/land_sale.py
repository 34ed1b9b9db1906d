"""Land sale: area sold as planned and as long as there is any, its price in two instalments, and the cost of sale."""

from finmodel.expr.functions import at, maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.revenue.collection import collection
from finmodel.units import Unit

__all__ = ["land_sale", "sale_collection"]

land_sale = Section("land_sale", "Revenue")
_instalments = Section("sale_instalments", "Revenue")


@land_sale.line("Area planned to be sold so far", Unit.NUMBER)
def sales_planned(m: Names) -> Node:
    """The running total of the area a year × factor, from planned completion on."""
    return previous(m.sales_planned) + m.sold * m.sales_factor * m.planned_years


@land_sale.line("Area unsold, opening", Unit.NUMBER)
def unsold_opening(m: Names) -> Node:
    """Area for sale less what was sold before."""
    return m.area - previous(m.sold_so_far)


@land_sale.line("Area sold", Unit.NUMBER)
def area_sold(m: Names) -> Node:
    """What is planned so far and not sold, in periods of operation, and no more than there is.

    Plots are sold once they are serviced: a late completion postpones sales; what had been planned follows.
    """
    return maximum(minimum(m.sales_planned - previous(m.sold_so_far), m.unsold_opening), 0) * m.operation_flag


@land_sale.line("Area sold so far", Unit.NUMBER)
def sold_so_far(m: Names) -> Node:
    """The running total of area sold."""
    return previous(m.sold_so_far) + m.area_sold


@land_sale.line("Land sold", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Area sold × its price, indexed: earned and taxed at signing, whenever it is paid."""
    return m.area_sold * m.price * m.indexation


@land_sale.line(
    "Cost of sale", Unit.MONEY, statement="opex", cash="opex", payer="company", payee="supplier", member="member",
    resource="used",
)  # fmt: skip
def cost_of_sale(m: Names) -> Node:
    """The share of the price that agents, surveyors and registries take, paid at signing."""
    return m.revenue * m.cost_share


@_instalments.line("Due at signing, collected so far", Unit.MONEY)
def first_collected(m: Names) -> Node:
    """The share due at signing of what had been sold as many days ago as payers take."""
    done = at(m.earned, m.collected_whole)
    ahead = at(m.earned, m.collected_whole + 1)
    return m.share_at_signing * (done + (m.collected_position - m.collected_whole) * (ahead - done))


@_instalments.line("The rest, collected so far", Unit.MONEY)
def rest_collected(m: Names) -> Node:
    """The rest of the price of what had been sold so many periods and days ago."""
    place = m.collected_whole - m.rest_after_periods
    done = at(m.earned, place)
    ahead = at(m.earned, place + 1)
    return (1 - m.share_at_signing) * (done + (m.collected_position - m.collected_whole) * (ahead - done))


@_instalments.line("Collected so far", Unit.MONEY)
def collected(m: Names) -> Node:
    """Both instalments."""
    return m.first_collected + m.rest_collected


sale_collection = (_instalments, collection.without("collected"))
"""Collection in two instalments: receivables hold the rest of the price until it is due."""
