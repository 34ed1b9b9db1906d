"""Development rights: certificates of additional floor area sold at auction (CEPAC), at what floor area can bear."""

from finmodel.expr.functions import maximum, minimum, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["development_rights"]

development_rights = Section("development_rights", "Land")


@development_rights.line("Residual value of floor area", Unit.MONEY_PER_UNIT)
def residual_value(m: Names) -> Node:
    """Sale price less the developer's margin and the cost of building, of a unit of floor area; never below 0."""
    return maximum(m.sale_price * (1 - m.margin) - m.build_cost, 0)


@development_rights.line("Highest price of a certificate", Unit.MONEY_PER_UNIT)
def price_ceiling(m: Names) -> Node:
    """What the floor area that it adds leaves for land: nobody bids more."""
    return m.residual_value * m.floor_area_gain


@development_rights.line("Certificates offered", Unit.COUNT)
def certificates_offered(m: Names) -> Node:
    """As planned for the period, as far as the supply is not sold; what an auction leaves is not offered again."""
    planned = m.offered * m.year_fraction
    return minimum(planned, maximum(m.supply - previous(m.sold_so_far), 0)) if m.has("supply") else planned


@development_rights.line("Anybody bids", Unit.FLAG)
def bid_flag(m: Names) -> Node:
    """0 where the least price is above the highest that a certificate is worth: the auction fails."""
    return m.certificates_offered * (m.minimum_price - m.price_ceiling) <= m.tolerance


@development_rights.line("Certificates sold", Unit.COUNT, table="land", gather="sum")
def certificates_sold(m: Names) -> Node:
    """The stated share of what is offered, where anybody bids."""
    return m.certificates_offered * m.sold_share * m.bid_flag


@development_rights.line("Certificates sold so far", Unit.COUNT)
def sold_so_far(m: Names) -> Node:
    """The running total."""
    return previous(m.sold_so_far) + m.certificates_sold


@development_rights.line("Price of a certificate", Unit.MONEY_PER_UNIT)
def certificate_price(m: Names) -> Node:
    """What the auction brings, no less than the least price and no more than the certificate is worth."""
    return minimum(maximum(m.auction_price, m.minimum_price), m.price_ceiling)


@development_rights.line("Captured", Unit.MONEY, land="captured", table="land", gather="sum")
def captured(m: Names) -> Node:
    """Certificates sold × price × collection."""
    return m.certificates_sold * m.certificate_price * m.collection


@development_rights.scalar("Captured in total", Unit.MONEY)
def captured_total(m: Names) -> Node:
    """Over all periods."""
    return total(m.captured)


@development_rights.scalar("Share of the certificates offered that is sold", Unit.SHARE)
def sold_of_offered(m: Names) -> Node:
    """Over all auctions."""
    return total(m.certificates_sold) / total(m.certificates_offered)
