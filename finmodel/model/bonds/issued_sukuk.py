"""Certificates that stand alone: a bond's flows in the words of the lease, and the assets that back them."""

from finmodel.expr.functions import both, lowest, ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["issued_sukuk", "lease_cover", "lease_tradability"]

issued_sukuk = Section("issued_sukuk", "Bonds")
lease_cover = Section("lease_cover", "Bonds")
lease_tradability = Section("lease_tradability", "Bonds")


@issued_sukuk.line("Rental paid", Unit.MONEY)
def rental(m: Names) -> Node:
    """The profit rate on certificates outstanding, on the rental date: what a bond calls interest."""
    return m.interest


@issued_sukuk.line("Paid for assets bought back", Unit.MONEY)
def bought_back(m: Names) -> Node:
    """Under the purchase undertaking: what a bond calls redemption."""
    return m.redemption


@issued_sukuk.line("Exercise price of the purchase undertaking", Unit.MONEY, total="none")
def exercise_price(m: Names) -> Node:
    """What dissolution would cost on the rental date, the rental of that day being paid: certificates outstanding."""
    return m.outstanding


@issued_sukuk.line("Asset cover", Unit.RATIO)
def asset_cover(m: Names) -> Node:
    """Stated value of the leased assets divided by certificates outstanding; blank without certificates."""
    return ratio(m.lease_asset_value, m.outstanding * (m.outstanding > m.tolerance))


@issued_sukuk.scalar("Lowest asset cover", Unit.RATIO, kpi="asset_cover_minimum")
def asset_cover_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.asset_cover)


@lease_cover.line("Asset cover is too low", Unit.FLAG)
def asset_cover_flag(m: Names) -> Node:
    """1 where leased assets are worth less than certificates outstanding times the level."""
    short = m.lease_asset_value < m.lease_minimum_asset_cover * m.outstanding - m.tolerance
    return both(m.outstanding > m.tolerance, short)


@lease_cover.scalar("Periods of asset cover too low", Unit.COUNT, check="alert")
def asset_cover_breaches(m: Names) -> Node:
    """In all."""
    return total(m.asset_cover_flag)


@lease_tradability.line("Backed too little to be traded", Unit.FLAG)
def untradable_flag(m: Names) -> Node:
    """1 where leased assets back a smaller share of the certificates than trading off par asks for."""
    short = m.lease_asset_value < m.lease_tradability_share * m.outstanding - m.tolerance
    return both(m.outstanding > m.tolerance, short)


@lease_tradability.scalar("Periods backed too little to be traded", Unit.COUNT, check="alert")
def untradable_periods(m: Names) -> Node:
    """In all."""
    return total(m.untradable_flag)
