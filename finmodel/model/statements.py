"""Income statement, cash-flow statement and balance sheet."""

from finmodel.expr.functions import maximum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["balance_sheet", "cash_flow_statement", "income_statement"]

income_statement = Section("income_statement", "Income statement")
cash_flow_statement = Section("cash_flow_statement", "Cash-flow statement")
balance_sheet = Section("balance_sheet", "Balance sheet")


@income_statement.line("Revenue", Unit.MONEY, statement="income")
def income_revenue(m: Names) -> Node:
    """Revenue as earned."""
    return m.revenue_total


@income_statement.line("Operating expenditure", Unit.MONEY, statement="income", sign="minus")
def income_opex(m: Names) -> Node:
    """Operating expenditure as incurred."""
    return m.opex_total


@income_statement.line("Lifecycle replacement", Unit.MONEY, statement="income", sign="minus")
def income_lifecycle(m: Names) -> Node:
    """Replacement is an expense."""
    return m.lifecycle_total


@income_statement.line("EBITDA", Unit.MONEY, statement="income")
def ebitda(m: Names) -> Node:
    """Revenue less operating and lifecycle costs."""
    return m.income_revenue - m.income_opex - m.income_lifecycle


@income_statement.line("Depreciation", Unit.MONEY, statement="income", sign="minus")
def depreciation(m: Names) -> Node:
    """The assets' book value in equal parts over the months of operation that remain; all of it on handover."""
    months = m.operation_months_elapsed - previous(m.operation_months_elapsed)
    left = m.operation_end_month - m.completion_month - previous(m.operation_months_elapsed)
    part, handed_over = months / left, m.each(handover="flag")
    return (m.assets_opening + m.assets_added) * (maximum(part, *handed_over) if handed_over else part)


@income_statement.line("Interest and senior fees", Unit.MONEY, statement="income", sign="minus")
def interest_expense(m: Names) -> Node:
    """Interest as accrued, default interest, senior fees and other costs of finance, less what is capitalised."""
    accrued = (m.sum_of(account="interest"), m.scheduled_fees, *m.each(expense="financing"))
    return summed(*accrued) - m.interest_capitalised


@income_statement.line("Shareholder loan interest", Unit.MONEY, statement="income", sign="minus")
def shareholder_interest_expense(m: Names) -> Node:
    """As accrued; during construction it is capitalised."""
    return m.shareholder_loan_interest * (1 - m.construction_flag)


@income_statement.line("Interest income", Unit.MONEY, statement="income")
def income_interest(m: Names) -> Node:
    """Interest on reserves."""
    return m.interest_income


@income_statement.line("Profit before tax", Unit.MONEY, statement="income")
def profit_before_tax(m: Names) -> Node:
    """EBITDA less depreciation and interest, plus interest income, less costs of prepayment and refinancing."""
    operating = m.ebitda - m.depreciation - m.interest_expense - m.shareholder_interest_expense + m.income_interest
    return summed(operating, *(-cost for cost in m.each(after_interest="expense")))


@income_statement.line("Corporate income tax", Unit.MONEY, statement="income", sign="minus")
def income_tax(m: Names) -> Node:
    """Current tax; deferred tax is not shown."""
    return m.tax_paid


@income_statement.line("Net income", Unit.MONEY, statement="income")
def net_income(m: Names) -> Node:
    """Profit after tax."""
    return m.profit_before_tax - m.income_tax


@cash_flow_statement.line("Operating activities", Unit.MONEY, statement="cash_flow")
def cash_from_operations(m: Names) -> Node:
    """Operating cash flow after tax, with the change in operating costs unpaid."""
    return m.operating_cash_flow - m.tax_paid + m.operating_arrears_movement


@cash_flow_statement.line("Investing activities", Unit.MONEY, statement="cash_flow")
def cash_from_investing(m: Names) -> Node:
    """Construction with its VAT, phases after it, and interest on reserves."""
    return summed(m.interest_income - m.construction_cost, *(-cost for cost in m.each(phase="cost")))


@cash_flow_statement.line("Financing activities", Unit.MONEY, statement="cash_flow")
def cash_from_financing(m: Names) -> Node:
    """Funds drawn less financing costs, fees, debt service and distributions."""
    drawn = m.debt_drawdown + m.equity_drawdown + m.shareholder_loan_drawdown + m.reserve_bank_net
    paid = m.financing_cost + m.scheduled_fees + m.sum_of(service="paid") + m.distributions_paid
    return summed(drawn - paid, *m.each(financing="in"), *(-out for out in m.each(financing="out")))


@cash_flow_statement.line("Change in cash and reserves", Unit.MONEY, statement="cash_flow")
def cash_change(m: Names) -> Node:
    """Operating, investing and financing together."""
    return m.cash_from_operations + m.cash_from_investing + m.cash_from_financing


@cash_flow_statement.line("Drawn on the letter of credit, net", Unit.MONEY)
def reserve_bank_net(m: Names) -> Node:
    """Drawn less repaid."""
    return m.sum_of(reserve_bank="drawn") - m.sum_of(reserve_bank="repaid")


@balance_sheet.line("Assets, opening", Unit.MONEY)
def assets_opening(m: Names) -> Node:
    """Book value at the end of the period before."""
    return previous(m.assets_closing)


@balance_sheet.line("Interest capitalised", Unit.MONEY)
def interest_capitalised(m: Names) -> Node:
    """Interest during construction of every facility."""
    return m.sum_of(capitalised="interest")


@balance_sheet.line("Assets added", Unit.MONEY)
def assets_added(m: Names) -> Node:
    """Capital expenditure, financing costs, and interest added to loans while construction lasts, less grants."""
    interest = (m.shareholder_loan_interest * m.construction_flag, *m.each(asset="without_cash"))
    return summed(m.capex_total, m.financing_cost, *interest, *(-grant for grant in m.each(asset="granted")))


@balance_sheet.line("Project assets", Unit.MONEY, statement="balance", balance="asset")
def assets_closing(m: Names) -> Node:
    """Opening plus added less depreciation."""
    return m.assets_opening + m.assets_added - m.depreciation


@balance_sheet.line("Retained earnings", Unit.MONEY, statement="balance", balance="liability")
def retained_earnings(m: Names) -> Node:
    """Net income so far less dividends."""
    return previous(m.retained_earnings) + m.net_income - m.dividends


@balance_sheet.line("Total assets", Unit.MONEY, statement="balance")
def total_assets(m: Names) -> Node:
    """Project assets, receivables, VAT to be refunded, reserves and cash."""
    return m.sum_of(balance="asset")


@balance_sheet.line("Total liabilities and equity", Unit.MONEY, statement="balance")
def total_liabilities(m: Names) -> Node:
    """Debt, arrears, payables, shareholder loan, share capital and retained earnings."""
    return m.sum_of(balance="liability")
