"""Integrity of an issuance: the checks that must hold for bonds and the issuer's account, and one master check."""

from finmodel.expr.functions import absolute, highest, maximum, sum_product, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["issuance_integrity"]

issuance_integrity = Section("issuance_integrity", "Checks")


@issuance_integrity.line("Cash below zero", Unit.MONEY)
def negative_cash(m: Names) -> Node:
    """By how much proceeds waiting or a sinking fund are negative."""
    return maximum(-m.cash_closing, 0) + maximum(-m.reserves_closing, 0)


@issuance_integrity.scalar("Cash is negative", Unit.MONEY, check="integrity")
def cash_check(m: Names) -> Node:
    """The worst period."""
    return highest(m.negative_cash)


@issuance_integrity.scalar("Bonds not redeemed", Unit.MONEY, check="integrity")
def redeemed_check(m: Names) -> Node:
    """What is outstanding in the last period."""
    return sum_product(m.debt_closing, m.final_flag)


@issuance_integrity.line("Issued and added less redeemed", Unit.MONEY)
def principal_gap(m: Names) -> Node:
    """What bonds add to what is owed in the period, less what they repay."""
    return m.issued_total + m.sum_of(bond="indexed") - m.principal_repaid


@issuance_integrity.scalar("Issued differs from redeemed", Unit.MONEY, check="integrity")
def principal_check(m: Names) -> Node:
    """Issued at par and added to principal by indexation, less all redemptions: 0 over the lives of all bonds."""
    return absolute(total(m.principal_gap))


@issuance_integrity.scalar("Proceeds or reserves left at the end", Unit.MONEY, check="alert")
def cash_left_check(m: Names) -> Node:
    """What was neither paid out nor used for debt service."""
    return sum_product(m.company_funds, m.final_flag)


@issuance_integrity.scalar("All integrity checks hold", Unit.FLAG, master="yes")
def master_check(m: Names) -> Node:
    """1 if every integrity check is 0 within the tolerance."""
    return m.integrity_worst <= m.tolerance


@issuance_integrity.scalar("Worst integrity check", Unit.NUMBER)
def integrity_worst(m: Names) -> Node:
    """The largest of the integrity checks, without its sign."""
    return maximum(*(absolute(check) for check in m.each(check="integrity")))
