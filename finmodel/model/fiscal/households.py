"""Household affordability: what users pay for the service, as a share of a household's income."""

from finmodel.expr.functions import equals, maximum, previous, ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.fiscal.yearly_figure import of_fiscal_year
from finmodel.units import Unit

__all__ = ["households"]

households = Section("households", "Fiscal commitments")


@households.line("Paid by users in the year so far", Unit.MONEY)
def users_paid_of_year(m: Names) -> Node:
    """Tariffs that the company receives from users."""
    same = equals(previous(m.fiscal_year_of_period), m.fiscal_year_of_period)
    return previous(m.users_paid_of_year) * same + m.sum_of(cash="revenue", payer="users")


@households.line("Income of all households", Unit.MONEY)
def income_of_households(m: Names) -> Node:
    """Households served times their income in the year."""
    return of_fiscal_year(m, "households_count") * of_fiscal_year(m, "households_income")


@households.line("Service, share of household income", Unit.SHARE, table="fiscal", gather="last")
def household_burden(m: Names) -> Node:
    """What households pay in the year so far, divided by their income of the year."""
    return ratio(m.users_paid_of_year * m.households_payment_share, m.income_of_households)


@households.line("Too dear for households", Unit.FLAG)
def household_flag(m: Names) -> Node:
    """1 at the end of each fiscal year in which the service takes more of the income than is allowed."""
    paid = m.users_paid_of_year * m.households_payment_share
    beyond = maximum(paid - m.households_limit * m.income_of_households, 0)
    return (beyond > m.tolerance) * m.fiscal_year_closes


@households.scalar("Years too dear for households", Unit.COUNT, check="alert")
def household_check(m: Names) -> Node:
    """How many; 0 where households can pay in every year."""
    return total(m.household_flag)
