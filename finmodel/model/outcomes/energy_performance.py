"""Energy performance contract: adjusted baseline, savings, what they are worth, and what the client keeps."""

from finmodel.expr.functions import maximum, sum_product, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["energy_performance"]

energy_performance = Section("energy_performance", "Revenue")


@energy_performance.line("Adjusted baseline a year", Unit.NUMBER)
def adjusted_baseline(m: Names) -> Node:
    """What would be used without the project in the conditions of the period: routine and non-routine adjustments."""
    return m.baseline * (1 + m.routine_adjustment) + m.non_routine_adjustment


@energy_performance.line("Savings a year", Unit.NUMBER)
def savings(m: Names) -> Node:
    """Adjusted baseline less measured use, as far as achieved and not lost to greater use; below 0 if more is used."""
    return (m.adjusted_baseline - m.measured) * m.achievement * (1 - m.rebound)


@energy_performance.line("Tariff paid", Unit.MONEY_PER_UNIT)
def tariff_paid(m: Names) -> Node:
    """The tariff of the budget or the grid, indexed."""
    return m.tariff * m.tariff_price


@energy_performance.line("Tariff of the contract", Unit.MONEY_PER_UNIT)
def tariff_valued(m: Names) -> Node:
    """The tariff at which savings are valued: no less than the least tariff that is agreed, which is not indexed."""
    return maximum(m.tariff_paid, m.floor_tariff)


@energy_performance.line("Value of savings", Unit.MONEY)
def savings_value(m: Names) -> Node:
    """Savings at the tariff of the contract, for the part of the period in operation."""
    return m.savings * m.tariff_valued * m.operation_share * m.year_fraction


@energy_performance.line("Payment earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """The payment by the model of the contract, at its rate of exchange; below 0 where the company compensates."""
    return m.model_payment * m.exchange_level


@energy_performance.line("Saved on the client's bill", Unit.MONEY)
def bill_saved(m: Names) -> Node:
    """Savings at the tariff that the client really pays, at its rate of exchange."""
    return m.savings * m.tariff_paid * m.operation_share * m.year_fraction * m.exchange_level


@energy_performance.line("Left to the client", Unit.MONEY)
def client_gain(m: Names) -> Node:
    """What is saved on the bill less what is paid to the company, with what a cap on the return gives back."""
    return summed(m.bill_saved - m.revenue, *m.own_each(returned="payer"))


@energy_performance.scalar("Left to the client, present value", Unit.MONEY)
def client_gain_value(m: Names) -> Node:
    """At the project's discount rate, at financial close."""
    return sum_product(m.client_gain, m.project_discount_factor)
