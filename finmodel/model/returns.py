"""Returns of the project and of the sponsors: dated internal rates, present values, payback, multiple."""

from finmodel.expr.functions import (
    absolute,
    at,
    both,
    filled,
    first_where,
    internal_rate,
    previous,
    ratio,
    sum_product,
    total,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["returns"]

returns = Section("returns", "Returns")


@returns.line("Project cash flow before tax", Unit.MONEY, chart="project")
def project_cash_flow_pre_tax(m: Names) -> Node:
    """Everything but financing and tax: operating cash flow less construction."""
    return m.revenue_received - m.opex_paid - m.lifecycle_total - m.capex_total - m.vat_paid + m.vat_refund


@returns.line("Project cash flow", Unit.MONEY)
def project_cash_flow(m: Names) -> Node:
    """After the tax that the project would pay without debt."""
    return m.project_cash_flow_pre_tax - m["tax_unlevered.tax"]


@returns.line("Paid in by sponsors", Unit.MONEY)
def equity_invested(m: Names) -> Node:
    """Equity, support and shareholder loan."""
    return m.sum_of(equity="in")


@returns.line("Paid out to sponsors", Unit.MONEY)
def equity_received(m: Names) -> Node:
    """Shareholder loan service, dividends and share capital returned, on the dates of distribution."""
    return m.sum_of(equity="out")


@returns.line("Sponsors' cash flow", Unit.MONEY, chart="equity")
def equity_cash_flow(m: Names) -> Node:
    """Paid out less paid in: equity and shareholder loan together."""
    return m.equity_received - m.equity_invested


@returns.line("First project flow", Unit.FLAG)
def project_flow_flag(m: Names) -> Node:
    """1 where the project's cash flow is not 0 within the tolerance."""
    return absolute(m.project_cash_flow_pre_tax) > m.tolerance


@returns.line("First sponsors' flow", Unit.FLAG)
def equity_flow_flag(m: Names) -> Node:
    """1 where the sponsors' cash flow is not 0 within the tolerance."""
    return absolute(m.equity_cash_flow) > m.tolerance


@returns.scalar("Position of the first project flow", Unit.COUNT)
def project_first(m: Names) -> Node:
    """Where the internal rate begins to count."""
    return first_where(m.project_flow_flag)


@returns.scalar("Position of the first sponsors' flow", Unit.COUNT)
def equity_first(m: Names) -> Node:
    """Where the internal rate begins to count."""
    return first_where(m.equity_flow_flag)


@returns.line("Dates a year apart", Unit.DATE)
def even_date(m: Names) -> Node:
    """As if every period were 365 days: the internal rate on these dates is the rate of one period."""
    return m.start + (m.counter - 1) * 365


@returns.scalar("Project IRR of a period", Unit.SHARE)
def project_irr_of_period(m: Names) -> Node:
    """On period numbers."""
    return internal_rate(m.project_cash_flow, m.even_date, m.project_first)


@returns.scalar("Equity IRR of a period", Unit.SHARE)
def equity_irr_of_period(m: Names) -> Node:
    """On period numbers."""
    return internal_rate(m.equity_cash_flow, m.even_date, m.equity_first)


@returns.scalar("Project IRR on period numbers", Unit.RATE)
def project_irr_periodic(m: Names) -> Node:
    """The rate of a period made annual effective: (1 + rate) to the power of periods a year, less 1."""
    return _annual(m, m.project_irr_of_period)


@returns.scalar("Equity IRR on period numbers", Unit.RATE)
def equity_irr_periodic(m: Names) -> Node:
    """The rate of a period made annual effective."""
    return _annual(m, m.equity_irr_of_period)


@returns.scalar("Project IRR before tax", Unit.RATE, kpi="project_irr_pre_tax")
def project_irr_pre_tax(m: Names) -> Node:
    """Annual effective, on dates."""
    return internal_rate(m.project_cash_flow_pre_tax, m.period_end, m.project_first)


@returns.scalar("Project IRR", Unit.RATE, kpi="project_irr")
def project_irr(m: Names) -> Node:
    """After unlevered tax; annual effective, on dates."""
    return internal_rate(m.project_cash_flow, m.period_end, m.project_first)


@returns.scalar("Equity IRR", Unit.RATE, kpi="equity_irr")
def equity_irr(m: Names) -> Node:
    """Equity and shareholder loan together; annual effective, on dates."""
    return internal_rate(m.equity_cash_flow, m.period_end, m.equity_first)


@returns.line("Project discount factor", Unit.INDEX)
def project_discount_factor(m: Names) -> Node:
    """To financial close, on dates."""
    return (1 + m.project_discount_rate) ** -m.years_since_close


@returns.line("Equity discount factor", Unit.INDEX)
def equity_discount_factor(m: Names) -> Node:
    """To financial close, on dates."""
    return (1 + m.equity_discount_rate) ** -m.years_since_close


@returns.scalar("Project NPV", Unit.MONEY, kpi="project_npv")
def project_npv(m: Names) -> Node:
    """At the project's discount rate, at financial close, flows at the end of periods."""
    return sum_product(m.project_cash_flow, m.project_discount_factor)


@returns.scalar("Equity NPV", Unit.MONEY, kpi="equity_npv")
def equity_npv(m: Names) -> Node:
    """At the sponsors' discount rate, at financial close, flows at the end of periods."""
    return sum_product(m.equity_cash_flow, m.equity_discount_factor)


@returns.scalar("Paid in by sponsors in total", Unit.MONEY)
def equity_invested_total(m: Names) -> Node:
    """Over all periods; less than the tolerance counts as nothing."""
    return total(m.equity_invested) * (total(m.equity_invested) > m.tolerance)


@returns.scalar("Equity multiple", Unit.RATIO, kpi="equity_multiple")
def equity_multiple(m: Names) -> Node:
    """All that is paid out divided by all that is paid in."""
    return ratio(total(m.equity_received), m.equity_invested_total)


@returns.line("Sponsors' cash flow so far", Unit.MONEY, chart="equity_cumulative")
def equity_cumulative(m: Names) -> Node:
    """The running total."""
    return previous(m.equity_cumulative) + m.equity_cash_flow


@returns.line("Sponsors paid back", Unit.FLAG)
def payback_flag(m: Names) -> Node:
    """1 in each period in which the running total turns from below 0 to 0 or more."""
    return both(m.equity_cumulative >= 0, previous(m.equity_cumulative) < -m.tolerance)


@returns.scalar("Period of payback", Unit.COUNT)
def payback_position(m: Names) -> Node:
    """The first such period; 0 if there is none."""
    return first_where(m.payback_flag)


@returns.scalar("Payback", Unit.YEARS, kpi="payback_years")
def payback_years(m: Names) -> Node:
    """Years from financial close, in a straight line inside the period; blank if never."""
    before = at(m.years_since_close, m.payback_position - 1)
    length = at(m.years_since_close, m.payback_position) - before
    part = -at(m.equity_cumulative, m.payback_position - 1) / at(m.equity_cash_flow, m.payback_position)
    found = m.payback_position > 0
    return ratio((before + part * length) * found, found)


def _annual(m: Names, rate: Node) -> Node:
    """A rate of a period as an annual effective one; blank where it is."""
    found = filled(rate, -1) > -1
    return ratio((1 + filled(rate, 0)) ** (12 / m.period_months) - 1, found)
