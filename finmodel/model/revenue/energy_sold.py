"""Energy sold: what a plant that ages yields, sold under an agreement for its term and on the market for the rest."""

from finmodel.expr.functions import at, floor, minimum, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.model.revenue.collection import collection
from finmodel.units import Unit

__all__ = ["energy_collection", "energy_sold"]

energy_sold = Section("energy_sold", "Revenue")
_by_buyer = Section("energy_collection", "Revenue")


@energy_sold.line("Years of full yield so far", Unit.YEARS)
def full_yield_years(m: Names) -> Node:
    """Years of operation, each counted by what degradation has left: 1 in the first, 1 − degradation in the second.

    n whole years count (1 − (1 − d)^n) ÷ d together, or n where nothing degrades; a year begun, by its months.
    """
    years = m.operation_months_elapsed / 12
    left = (1 - m.degradation) ** floor(years)
    whole = where(m.degradation > 0, (1 - left) / m.degradation, floor(years))
    return whole + left * (years - floor(years))


@energy_sold.line("Yield left by degradation", Unit.SHARE)
def yield_left(m: Names) -> Node:
    """On average over the months of operation in the period, a period across two years of operation by months."""
    years = (m.operation_months_elapsed - previous(m.operation_months_elapsed)) / 12
    return (m.full_yield_years - previous(m.full_yield_years)) / years


@energy_sold.line("Energy of the new plant", Unit.COUNT)
def energy_new(m: Names) -> Node:
    """Capacity × yield, or the energy a year as stated, × factor, for the part of the period in operation."""
    yearly = m.energy if m.has("energy") else m.capacity * m.yield_hours
    return yearly * m.resource_factor * m.operation_share * m.year_fraction


@energy_sold.line("Energy produced", Unit.COUNT)
def energy_produced(m: Names) -> Node:
    """At the meter: after degradation, ramp-up, availability, own use and losses."""
    return m.energy_new * m.yield_left * m.ramp_up * m.availability * (1 - m.losses)


@energy_sold.line("Part of the period under the agreement", Unit.SHARE)
def agreement_time(m: Names) -> Operand:
    """Months of operation within the term, which runs from completion, ÷ months of operation; 0 without agreement."""
    if not m.has("price"):
        return 0
    if not m.has("term_years"):
        return m.operation_flag
    before = previous(m.operation_months_elapsed)
    within = minimum(m.operation_months_elapsed, 12 * m.term_years) - minimum(before, 12 * m.term_years)
    return within / (m.operation_months_elapsed - before)


@energy_sold.line("Energy sold under the agreement", Unit.COUNT)
def energy_under_agreement(m: Names) -> Node:
    """Energy produced × part of the period under the agreement × share contracted."""
    return m.energy_produced * m.agreement_time * m.contracted_share


@energy_sold.line("Energy curtailed", Unit.COUNT)
def energy_curtailed(m: Names) -> Operand:
    """What is left for the market and nobody takes."""
    if not m.has("market_price"):
        return 0
    return (m.energy_produced - m.energy_under_agreement) * m.market_curtailment


@energy_sold.line("Energy sold on the market", Unit.COUNT)
def energy_on_market(m: Names) -> Operand:
    """Energy produced less what the agreement takes and what is curtailed."""
    if not m.has("market_price"):
        return 0
    return m.energy_produced - m.energy_under_agreement - m.energy_curtailed


@energy_sold.line("Energy sold", Unit.COUNT)
def energy_delivered(m: Names) -> Node:
    """Under the agreement and on the market."""
    return m.energy_under_agreement + m.energy_on_market


@energy_sold.line("Price of the agreement", Unit.MONEY_PER_UNIT)
def price_agreed(m: Names) -> Operand:
    """Indexed by its weights, at the rate of exchange of its currency."""
    return m.price * m.indexation if m.has("price") else 0


@energy_sold.line("Price earned on the market", Unit.MONEY_PER_UNIT)
def price_captured(m: Names) -> Operand:
    """The market's price, indexed by the market's own weights, × the share of it that this plant earns."""
    if not m.has("market_price"):
        return 0
    return m.market_price * m.market_indexation * m.market_capture_rate


@energy_sold.line("Revenue under the agreement", Unit.MONEY)
def revenue_agreed(m: Names) -> Node:
    """Energy sold under the agreement × its price."""
    return m.energy_under_agreement * m.price_agreed


@energy_sold.line("Revenue on the market", Unit.MONEY)
def revenue_on_market(m: Names) -> Node:
    """Energy sold on the market × the price earned there."""
    return m.energy_on_market * m.price_captured


@energy_sold.line("Revenue from energy", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Under the agreement and on the market."""
    return m.revenue_agreed + m.revenue_on_market


@_by_buyer.line("Earned under the agreement so far", Unit.MONEY)
def earned_agreed(m: Names) -> Node:
    """The running total of revenue under the agreement."""
    return previous(m.earned_agreed) + m.revenue_agreed


@_by_buyer.line("Collected under the agreement so far", Unit.MONEY)
def collected_agreed(m: Names) -> Node:
    """What had been earned under it as many days ago as payers take, in a straight line inside a period."""
    done = at(m.earned_agreed, m.collected_whole)
    ahead = at(m.earned_agreed, m.collected_whole + 1)
    return done + (m.collected_position - m.collected_whole) * (ahead - done)


@_by_buyer.line(
    "Received under the agreement", Unit.MONEY, cash="revenue", payer="payer", payee="company", member="member"
)
def received(m: Names) -> Node:
    """What is collected in the period from who buys under the agreement."""
    return m.collected_agreed - previous(m.collected_agreed)


@_by_buyer.line("Received on the market", Unit.MONEY, cash="revenue", payer="market", payee="company", member="member")
def received_on_market(m: Names) -> Node:
    """What is collected in the period from who buys on the market."""
    return m.collected - previous(m.collected) - m.received


energy_collection = (collection.without("received"), _by_buyer)
"""Collection from two buyers: receivables together, cash of each by itself."""
