"""What may be deducted from profit for interest, as it turns out and by schedule, and what reserves add to it."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.hedging.terms import fees_before_hedges
from finmodel.units import Unit

__all__ = ["deductions"]

deductions = Section("tax_deductions", "Tax")


@deductions.line("Interest deducted, as it turns out", Unit.MONEY)
def deductible_actual(m: Names) -> Node:
    """Interest and senior fees of the period, and the shareholder loan's interest where it is deductible."""
    interest = m.interest_expense + m.shareholder_interest_expense * m.shareholder_loan_deductible
    return summed(interest, *m.each(deducted="later"))


@deductions.line("Interest deducted, by schedule", Unit.MONEY)
def deductible_scheduled(m: Names) -> Node:
    """Scheduled interest and senior fees, and what else of the schedule is deducted."""
    return summed(m.scheduled_interest_total, fees_before_hedges(m), *m.each(deductible="scheduled"))


@deductions.line("Result before tax depreciation and interest", Unit.MONEY)
def taxable_result(m: Names) -> Node:
    """EBITDA, and interest on reserves where it is taxable."""
    return m.ebitda + m.interest_income * m.reserve_interest_taxable
