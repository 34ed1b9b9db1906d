"""Conversion: an item of the financial model at constant prices, its conversion factor, and its economic value."""

from finmodel.expr.functions import sum_product, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["by_shares", "conversion"]

conversion = Section("conversion", "Economic appraisal")
by_shares = Section("conversion_by_shares", "Economic appraisal")


@conversion.line("At constant prices", Unit.MONEY)
def real_flow(m: Names) -> Node:
    """The flow as incurred or earned, at prices of financial close."""
    return m.financial_flow / m.general_price_level


@conversion.line("Economic flow", Unit.MONEY, economics="side", beneficiary="beneficiary")
def economic_flow(m: Names) -> Node:
    """At constant prices, times the conversion factor."""
    return m.real_flow * m.economic_factor


@conversion.scalar("Financial present value", Unit.MONEY, converted="financial", heading="heading")
def real_present_value(m: Names) -> Node:
    """At constant prices and the social discount rate, before conversion."""
    return sum_product(m.real_flow, m["appraisal.social_factor"])


@conversion.scalar("Economic present value", Unit.MONEY, converted="economic", heading="heading")
def economic_present_value(m: Names) -> Node:
    """At the social discount rate."""
    return sum_product(m.economic_flow, m["appraisal.social_factor"])


@by_shares.scalar("Share that is not traded", Unit.SHARE)
def untraded_share(m: Names) -> Node:
    """What traded goods, labour and taxes leave of the price."""
    stated = (-m[name] for name in ("traded_share", "labour_share", "transfer_share") if m.has(name))
    return summed(1, *stated)


@by_shares.scalar("Conversion factor", Unit.NUMBER, converted="factor", heading="heading")
def economic_factor(m: Names) -> Node:
    """Traded goods at 1, labour at the shadow wage, taxes at 0, the rest at the standard conversion factor."""
    traded = [m.traded_share] if m.has("traded_share") else []
    labour = [m.labour_share * m.shadow_wage_factor] if m.has("labour_share") else []
    return summed(m.untraded_share * m.standard_conversion_factor, *traded, *labour)
