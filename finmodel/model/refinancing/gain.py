"""The refinancing gain: what sponsors gain by plan, discounted at the contract's rate, and the share that is paid."""

from finmodel.expr.functions import at, maximum, minimum, previous, sum_product, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["gain"]

gain = Section("gain", "Refinancing gain")


@gain.line("After the refinancing", Unit.FLAG)
def after_flag(m: Names) -> Node:
    """1 in the periods after its date, as planned."""
    return m.months_since > 0


@gain.line("Costs of the refinancing as planned", Unit.MONEY)
def planned_costs(m: Names) -> Node:
    """Upfront fee and the break cost on the old loan's scheduled balance."""
    break_cost = m.replaced_scheduled_closing * m.break_cost_rate * m.month_flag
    return m.planned_drawdown * m.upfront_fee_rate + break_cost


@gain.line("Interest deducted with the refinancing, by schedule", Unit.MONEY)
def planned_deduction(m: Names) -> Node:
    """The old loan's interest and agency fee up to its date, the new loan's after it, costs a period later."""
    ended = (m.replaced_interest + m.replaced_agency_fee) * m.after_flag
    return m.deductible_scheduled - ended + m.scheduled_interest + previous(m.planned_costs)


@gain.line("Surplus of the refinancing as planned", Unit.MONEY)
def planned_surplus(m: Names) -> Node:
    """The new loan less the old loan's scheduled balance and all costs."""
    return m.planned_drawdown - m.replaced_scheduled_closing * m.month_flag - m.planned_costs


@gain.line("Debt service saved as planned", Unit.MONEY)
def planned_saving(m: Names) -> Node:
    """What the old loan would have asked for, less what the new one asks for."""
    old = (m.replaced_interest + m.replaced_principal + m.replaced_agency_fee) * m.after_flag
    return old - m.scheduled_interest - m.scheduled_principal


@gain.line("Change of the sponsors' cash flow as planned", Unit.MONEY)
def gain_flow(m: Names) -> Node:
    """Surplus, savings, and the change in tax on the sizing case's result; as if cash left as soon as it comes."""
    return m.planned_surplus + m.planned_saving + m["refinancing_tax_before.tax"] - m["refinancing_tax_after.tax"]


@gain.scalar("Years to the refinancing", Unit.YEARS)
def refinancing_years(m: Names) -> Node:
    """From financial close."""
    return at(m.years_since_close, m.refinancing_month / m.period_months)


@gain.line("Discount factor of the gain", Unit.INDEX)
def gain_factor(m: Names) -> Node:
    """To the date of the refinancing, at the contract's rate; 0 before."""
    return (1 + m.gain_discount_rate) ** (m.refinancing_years - m.years_since_close) * (m.month_flag + m.after_flag)


@gain.scalar("Refinancing gain", Unit.MONEY, kpi="refinancing_gain")
def refinancing_gain(m: Names) -> Node:
    """Present value of the change of the sponsors' cash flow, at the date of the refinancing, before it is shared."""
    return sum_product(m.gain_flow, m.gain_factor)


@gain.line("Gain owed, opening", Unit.MONEY)
def gain_opening(m: Names) -> Node:
    """What was owed of the gain at the end of the period before."""
    return previous(m.gain_closing)


@gain.line("Share of the gain falling due", Unit.MONEY, expense="prepayment")
def gain_due(m: Names) -> Node:
    """The stated share of a gain, on the date on which the refinancing takes place."""
    return m.gain_share * maximum(m.refinancing_gain, 0) * m.refinanced_flag


@gain.line("Return on the gain owed", Unit.MONEY, expense="prepayment")
def gain_interest(m: Names) -> Node:
    """At the contract's rate, so that waiting costs the payee nothing."""
    years = m.years_since_close - previous(m.years_since_close)
    return m.gain_opening * ((1 + m.gain_discount_rate) ** years - 1)


@gain.line(
    "Share of the gain paid",
    Unit.MONEY,
    before_distribution="paid",
    financing="out",
    payer="company",
    payee="gain_payee",
)
def gain_paid(m: Names) -> Node:
    """As far as cash that could be distributed reaches: before sponsors are paid anything."""
    return minimum(m.gain_opening + m.gain_interest + m.gain_due, m.cash_free)


@gain.line("Gain owed, closing", Unit.MONEY, balance="liability")
def gain_closing(m: Names) -> Node:
    """Opening plus falling due and return, less paid."""
    return m.gain_opening + m.gain_interest + m.gain_due - m.gain_paid


@gain.line("Cash left by the gain", Unit.MONEY)
def gain_cash_left(m: Names) -> Node:
    """For prepayment by choice and distribution."""
    return m.cash_free - m.gain_paid


@gain.scalar("Share of the gain never paid", Unit.MONEY, check="alert")
def gain_lost(m: Names) -> Node:
    """What is still owed of it in the last period: cash that could be distributed never reached for it."""
    return value_where(m.gain_closing, m.final_flag)
