"""Land fund: the authority's account beside the deal: captures come in, the project's grants and other works go out."""

from collections.abc import Sequence

from finmodel.expr.functions import highest, maximum, previous, ratio, summed, total, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["fund", "fund_balance", "paid_for_the_project", "passed_on"]

fund = Section("land_fund", "Land fund")
fund_balance = Section("land_fund_balance", "Land fund")
passed_on = Section("passed_on_to_the_fund", "Revenue")


@passed_on.line("Passed on to the fund", Unit.MONEY, statement="opex")
def cost(m: Names) -> Node:
    """The stated share of what the stream earns."""
    return m.passed_share * m.stream_revenue


@passed_on.line("Owed to the fund", Unit.MONEY, balance="payables")
def payable(m: Names) -> Node:
    """The share of what payers still owe."""
    return m.passed_share * m.stream_receivable


@passed_on.line(
    "Paid to the fund", Unit.MONEY, cash="opex", payer="company", payee="holder", member="member", fund="taken"
)
def paid(m: Names) -> Node:
    """The share of what the company receives of the stream, in the same period."""
    return m.passed_share * m.stream_received


def paid_for_the_project(received: Sequence[str], returned: Sequence[str]) -> Section:
    """What the fund pays of the deal: these lines of grants and streams, less what comes back."""
    section = Section("fund_for_the_project", "Land fund")

    @section.line("Fund paid for the project", Unit.MONEY, table="land", gather="sum")
    def fund_for_project(m: Names) -> Node:
        """Grants and payments that the fund is named for, when the company receives them, less what it returns."""
        return summed(*(m[name] for name in received), *(-m[name] for name in returned))

    return section


@fund.line("Fund received from land", Unit.MONEY)
def fund_captures(m: Names) -> Node:
    """What is captured and is not the company's."""
    return m.land_captured_public


@fund.line("Fund received for land at its old value", Unit.MONEY)
def fund_land_sold(m: Names) -> Node:
    """What developers pay for land granted at its value before the project."""
    return m.sum_of(land="sold")


@fund.line("Fund received from the company", Unit.MONEY)
def fund_takings(m: Names) -> Node:
    """What the company passes on of its streams."""
    return m.sum_of(fund="taken")


@fund.line("Fund received", Unit.MONEY, table="land", gather="sum")
def fund_income(m: Names) -> Node:
    """From land and from the company."""
    return m.fund_captures + m.fund_land_sold + m.fund_takings


@fund.line("Fund reinvested beside the project", Unit.MONEY, land="reinvested", table="land", gather="sum")
def fund_reinvested(m: Names) -> Node:
    """The stated amount a year, for works that the authority builds itself: no flow of the company."""
    return m.fund_reinvestment * m.year_fraction


@fund_balance.line("Fund, opening", Unit.MONEY, total="none")
def fund_opening(m: Names) -> Node:
    """At the end of the period before; at first what the fund holds at financial close."""
    return where(m.close_flag, m.fund_opening_balance, previous(m.fund_closing))


@fund_balance.line("Interest of the fund", Unit.MONEY, table="land", gather="sum")
def fund_interest_earned(m: Names) -> Node:
    """On the opening balance; an overdrawn fund earns nothing, and what its overdraft costs is not counted."""
    return maximum(m.fund_opening, 0) * ((1 + m.fund_interest) ** m.year_fraction - 1)


@fund_balance.line("Fund spent", Unit.MONEY)
def fund_spent(m: Names) -> Node:
    """For the project, for works beside it, and for its bond."""
    return summed(m.fund_for_project, m.fund_reinvested, *m.each(fund="debt_service"))


@fund_balance.line("Fund, closing", Unit.MONEY, table="land", gather="last", total="none")
def fund_closing(m: Names) -> Node:
    """Opening, interest and all receipts, less all payments; below 0 the fund is overdrawn."""
    inflow = summed(m.fund_opening, m.fund_interest_earned, m.fund_income, *m.each(fund="borrowed"))
    return inflow - m.fund_spent


@fund_balance.line("Fund lacks", Unit.MONEY, total="none")
def fund_lacking(m: Names) -> Node:
    """By how much the fund is overdrawn: what its holder must find elsewhere."""
    return maximum(-m.fund_closing, 0)


@fund_balance.scalar("Fund overdrawn at worst", Unit.MONEY, check="alert")
def fund_overdrawn(m: Names) -> Node:
    """Of any period; 0 where the fund can pay for all it is to pay."""
    return highest(m.fund_lacking)


@fund_balance.scalar("Fund cannot pay", Unit.FLAG, refuse="fund_overdrawn")
def fund_overdrawn_flag(m: Names) -> Node:
    """1 where the plan itself overdraws the fund."""
    return m.fund_overdrawn > m.tolerance


@fund_balance.scalar("Coverage of the fund", Unit.RATIO, kpi="land_fund_coverage")
def fund_coverage(m: Names) -> Node:
    """What it holds at close, receives, earns and borrows, divided by what it spends; blank where it spends nothing."""
    borrowed = (total(issued) for issued in m.each(fund="borrowed"))
    held = summed(m.fund_opening_balance, total(m.fund_income), total(m.fund_interest_earned), *borrowed)
    return ratio(held, total(m.fund_spent))


@fund_balance.line("Fund in the last period", Unit.MONEY)
def fund_closing_last(m: Names) -> Node:
    """The closing balance, in the last period of the grid."""
    return m.fund_closing * m.final_flag


@fund_balance.scalar("Fund at the end", Unit.MONEY, kpi="land_fund_closing")
def fund_at_the_end(m: Names) -> Node:
    """The last closing balance."""
    return total(m.fund_closing_last)
