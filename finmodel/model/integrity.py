"""Integrity: the checks that must hold in every case, alerts that a reader must see, and one master check."""

from finmodel.expr.functions import absolute, highest, maximum, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["integrity"]

integrity = Section("integrity", "Checks")


@integrity.line("Balance sheet gap", Unit.MONEY)
def balance_gap(m: Names) -> Node:
    """Total assets less total liabilities and equity, without its sign."""
    return absolute(m.total_assets - m.total_liabilities)


@integrity.scalar("Balance sheet does not balance", Unit.MONEY, check="integrity")
def balance_sheet_check(m: Names) -> Node:
    """The widest gap of any period."""
    return highest(m.balance_gap)


@integrity.line("Sources less uses", Unit.MONEY)
def sources_gap(m: Names) -> Node:
    """Funds drawn less uses of funds, without its sign."""
    return absolute(m.sources - m.uses)


@integrity.scalar("Sources differ from uses", Unit.MONEY, check="integrity")
def sources_uses_check(m: Names) -> Node:
    """The sum of the gaps of all periods."""
    return total(m.sources_gap)


@integrity.line("Cash below zero", Unit.MONEY)
def negative_cash(m: Names) -> Node:
    """By how much cash or a reserve is negative."""
    return maximum(-m.cash_closing, 0) + maximum(-m.reserves_closing, 0)


@integrity.scalar("Cash is negative", Unit.MONEY, check="integrity")
def cash_check(m: Names) -> Node:
    """The worst period."""
    return highest(m.negative_cash)


@integrity.scalar("Debt not repaid by schedule", Unit.MONEY, check="integrity")
def debt_repaid_check(m: Names) -> Node:
    """The scheduled balance left in the last period."""
    return total(m.final_scheduled_balance)


@integrity.line("Scheduled balance in the last period", Unit.MONEY)
def final_scheduled_balance(m: Names) -> Node:
    """Every facility's scheduled balance, in the last period of the grid."""
    return m.sum_of(schedule="balance") * m.final_flag


@integrity.line("Principal beyond the contract", Unit.MONEY)
def principal_beyond_contract(m: Names) -> Node:
    """Every facility's principal due at maturity that the contract's schedule does not ask for."""
    return m.sum_of(matured="beyond")


@integrity.scalar("Principal due at maturity beyond the contract", Unit.MONEY, check="alert")
def maturity_check(m: Names) -> Node:
    """0 when debt is sized: its schedule repays all of it; more where a delay has cut repayments."""
    return total(m.principal_beyond_contract)


@integrity.line("Cash-flow statement gap", Unit.MONEY)
def cash_flow_gap(m: Names) -> Node:
    """Change in cash by the statement less the change in the accounts, without its sign."""
    return absolute(m.cash_change - m.company_net)


@integrity.scalar("Cash-flow statement differs from the accounts", Unit.MONEY, check="integrity")
def cash_flow_check(m: Names) -> Node:
    """The widest gap of any period."""
    return highest(m.cash_flow_gap)


@integrity.scalar("Money left in the company at the end", Unit.MONEY, check="alert")
def cash_left_check(m: Names) -> Node:
    """Cash and reserves that were never distributed."""
    return total(m.final_funds)


@integrity.line("Cash and reserves in the last period", Unit.MONEY)
def final_funds(m: Names) -> Node:
    """In the last period of the grid."""
    return m.company_funds * m.final_flag


@integrity.scalar("Periods in default", Unit.COUNT, check="alert")
def default_periods(m: Names) -> Node:
    """Periods with arrears, or cover below the default level."""
    return total(m.default_flag)


@integrity.scalar("Periods in lock-up", Unit.COUNT, check="alert")
def lockup_periods_count(m: Names) -> Node:
    """Periods in which nothing may be distributed."""
    return total(m.lockup_flag)


@integrity.line("Arrears", Unit.MONEY)
def arrears_total(m: Names) -> Node:
    """To lenders and to suppliers."""
    return summed(m.arrears, m.operating_arrears, *m.each(junior="arrears"))


@integrity.scalar("Highest arrears", Unit.MONEY, check="alert")
def arrears_highest(m: Names) -> Node:
    """The worst period."""
    return highest(m.arrears_total)


@integrity.scalar("Support by the sponsors beyond their commitment", Unit.MONEY, check="alert")
def support_total(m: Names) -> Node:
    """What the completion undertaking cost."""
    return total(m.sponsor_support)


@integrity.scalar("All integrity checks hold", Unit.FLAG, master="yes")
def master_check(m: Names) -> Node:
    """1 if every integrity check is 0 within the tolerance."""
    return m.integrity_worst <= m.tolerance


@integrity.scalar("Worst integrity check", Unit.NUMBER)
def integrity_worst(m: Names) -> Node:
    """The largest of the integrity checks, without its sign."""
    return maximum(*(absolute(check) for check in m.each(check="integrity")))
