"""Inflation-linked coupon: a real rate on principal that follows a price index, read some months before."""

from finmodel.expr.functions import day, maximum, month_end
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.grid_position import position_of
from finmodel.model.curves.price_index import prices_on
from finmodel.units import Unit

__all__ = ["inflation_linked"]


def _before(m: Names, date: Node) -> Node:
    """The same day of the month that lies the lag before."""
    last = month_end(date, -m.coupon_lag_months)
    return last - maximum(day(last) - day(date), 0)


def _prices_before(m: Names, curve: str, date: Node) -> Node:
    return prices_on(m, curve, date, position_of(m, date))


def inflation_linked(curve: str) -> Section:
    """The lines of a bond that is linked to a price index."""
    section = Section("inflation_linked", "Bonds")

    @section.line("Coupon rate by contract", Unit.RATE)
    def coupon_base(m: Names) -> Node:
        """The real rate, a year, on indexed principal."""
        return m.coupon_rate

    @section.scalar("Day of the index at issue", Unit.DATE)
    def base_day(m: Names) -> Node:
        """The day of issue less the lag."""
        return _before(m, m.issue_date)

    @section.scalar("Prices at issue", Unit.INDEX)
    def base_prices(m: Names) -> Node:
        """The price index on that day."""
        return _prices_before(m, curve, m.base_day)

    @section.line("Day of the index on the coupon date", Unit.DATE)
    def index_day(m: Names) -> Node:
        """The regular date less the lag."""
        return _before(m, m.regular_date)

    @section.line("Index ratio on the coupon date", Unit.INDEX)
    def index_ratio(m: Names) -> Node:
        """Prices on the day of the index divided by prices at issue: what principal and interest are multiplied by."""
        return _prices_before(m, curve, m.index_day) / m.base_prices

    @section.line("Day of the index at the end of the period", Unit.DATE)
    def closing_index_day(m: Names) -> Node:
        """The end of the period less the lag."""
        return _before(m, m.period_end)

    @section.line("Index ratio at the end of the period", Unit.INDEX)
    def index_ratio_at_end(m: Names) -> Node:
        """What the principal then outstanding is multiplied by."""
        return _prices_before(m, curve, m.closing_index_day) / m.base_prices

    @section.line("Added to redemption, up to par", Unit.MONEY, redemption="also")
    def par_top_up(m: Names) -> Node:
        """Where par is the least that is redeemed, what falling prices would take from it."""
        return m.coupon_floor_at_par * m.face_redeemed * maximum(1 - m.index_ratio, 0)

    return section
