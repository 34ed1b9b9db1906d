"""DSRA by a letter of credit: a bank stands in for the cash, for a fee, and is repaid what is drawn."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["dsra_letter_of_credit"]

dsra_letter_of_credit = Section("dsra_letter_of_credit", "Debt service reserve")


@dsra_letter_of_credit.line("Letter of credit in force", Unit.MONEY)
def letter_of_credit(m: Names) -> Node:
    """The amount of the letter: the target at completion, while the loan is served."""
    return m.dsra_initial * m.service_flag


@dsra_letter_of_credit.line(
    "Fee of the letter of credit", Unit.MONEY, fee="senior", payer="company", payee="reserve_bank", scheduled_fee="yes"
)
def letter_of_credit_fee(m: Names) -> Node:
    """The rate on the amount in force; a senior fee."""
    return m.letter_of_credit * m.dsra_letter_of_credit_fee * m.year_fraction


@dsra_letter_of_credit.line("Drawn on the letter of credit, opening", Unit.MONEY)
def letter_of_credit_owed_opening(m: Names) -> Node:
    """What the company owed its bank at the end of the period before."""
    return previous(m.letter_of_credit_owed_closing)


@dsra_letter_of_credit.line(
    "Drawn on the letter of credit",
    Unit.MONEY,
    support="debt_service",
    reserve_bank="drawn",
    payer="reserve_bank",
    payee="company",
)
def letter_of_credit_drawn(m: Names) -> Node:
    """What debt service lacks, as far as the letter reaches."""
    left = maximum(m.letter_of_credit - m.letter_of_credit_owed_opening, 0)
    return minimum(left, m.debt_service_lacking)


@dsra_letter_of_credit.line(
    "Letter of credit repaid", Unit.MONEY, reserve_bank="repaid", payer="company", payee="reserve_bank"
)
def dsra_paid_in(m: Names) -> Node:
    """What was drawn is repaid from the cash after debt service, before anything is distributed."""
    owed = m.letter_of_credit_owed_opening + m.letter_of_credit_drawn
    return minimum(owed, m.cash_after_debt_service * (1 - m.construction_flag))


@dsra_letter_of_credit.line("Drawn on the letter of credit, closing", Unit.MONEY, balance="liability", owed="senior")
def letter_of_credit_owed_closing(m: Names) -> Node:
    """Opening plus drawn less repaid."""
    return m.letter_of_credit_owed_opening + m.letter_of_credit_drawn - m.dsra_paid_in


@dsra_letter_of_credit.line("Released from DSRA", Unit.MONEY)
def dsra_released(m: Names) -> Operand:
    """A letter of credit holds no cash."""
    return 0


@dsra_letter_of_credit.line("DSRA short of target", Unit.MONEY)
def dsra_shortfall(m: Names) -> Node:
    """What has been drawn on the letter and not been repaid."""
    return m.letter_of_credit_owed_closing
