"""Which debt sections a case is made of: facilities with profile and limits, sizing cases, reserve, lock-up test."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.finance import TermLoan
from finmodel.model.debt_service import debt_service
from finmodel.model.dsra import dsra, dsra_cash
from finmodel.model.dsra_letter_of_credit import dsra_letter_of_credit
from finmodel.model.lockup_forward import lockup_forward
from finmodel.model.lockup_historic import lockup_historic
from finmodel.model.repayment.annuity import annuity
from finmodel.model.repayment.balloon import balloon
from finmodel.model.repayment.equal import equal
from finmodel.model.repayment.given import given
from finmodel.model.repayment.sculpted import sculpted
from finmodel.model.repayment.unit_schedule import unit_schedule
from finmodel.model.sizing.amount import amount_limit
from finmodel.model.sizing.dscr import dscr_limit
from finmodel.model.sizing.dscr_target import dscr_target
from finmodel.model.sizing.gearing import gearing_limit
from finmodel.model.sizing.llcr import llcr_limit
from finmodel.model.sizing.sizing_case import sizing_case
from finmodel.model.sizing.target import target
from finmodel.model.sizing.unit_capacity import unit_capacity
from finmodel.model.tax.computation import computation
from finmodel.model.tax_parts import WITHOUT_DEBT
from finmodel.model.term_loan import term_loan
from finmodel.model.timing import DAY_COUNTS

__all__ = ["debt_parts"]

_PROFILES = {"annuity": annuity, "equal": equal, "balloon": balloon, "given": given}
_LOCKUP = {"historic": lockup_historic, "forward": lockup_forward}
_RESERVE = {"cash": dsra_cash, "letter_of_credit": dsra_letter_of_credit}


def debt_parts(case: Case) -> Iterable[Part]:
    """The parts of every facility, the cases it is sized on, its reserve and its lock-up test."""
    for name, loan in case.facilities.items():
        yield term_loan.instance(
            name,
            *_profile(loan),
            *_limits(loan),
            label=loan.label or name.capitalize(),
            roles={"lender": loan.lender},
            links={"day_count": DAY_COUNTS[loan.day_count], "sizing_cfads": "sizing_base.cfads"},
        )
        yield from _sizing_cases(name, loan)
    yield debt_service.part()
    yield dsra.part(_RESERVE[case.reserves.dsra.type])
    yield _LOCKUP[case.distributions.lockup_test].part(links={"sizing_cfads": "sizing_base.cfads"})


def _profile(loan: TermLoan) -> tuple[Section, ...]:
    if loan.repayment.profile == "sculpted":
        return (sculpted,)
    sections = (_PROFILES[loan.repayment.profile], unit_schedule)
    return sections if loan.sizing.dscr is None else (*sections, unit_capacity)


def _limits(loan: TermLoan) -> Iterable[Section]:
    stated = {
        dscr_limit: loan.sizing.dscr,
        gearing_limit: loan.sizing.gearing,
        llcr_limit: loan.sizing.llcr,
        amount_limit: loan.sizing.amount,
    }
    return [section for section, value in stated.items() if value is not None]


def _sizing_cases(name: str, loan: TermLoan) -> Iterable[Part]:
    """The base case, the downside case if there is one, and the least of their target debt services."""
    factors = {"revenue_factor": "unindexed", "cost_factor": "unindexed"}
    yield from _sizing_case("sizing_base", "Base case", loan, f"{name}.sizing_dscr", factors)
    if loan.sizing.downside is not None:
        factors = {key: f"{name}.sizing_downside_{key}" for key in factors}
        yield from _sizing_case("sizing_downside", "Downside case", loan, f"{name}.sizing_downside_dscr", factors)
    if loan.sizing.dscr is not None:
        yield target.part()


def _sizing_case(name: str, label: str, loan: TermLoan, dscr: str, factors: dict[str, str]) -> Iterable[Part]:
    sections = () if loan.sizing.dscr is None else (dscr_target,)
    taxed = {"levered": f"{name}_tax.tax", "unlevered": f"{name}_tax.tax", "none": "nothing"}[loan.sizing.tax]
    yield sizing_case.instance(name, *sections, label=label, links={**factors, "dscr_target": dscr, "case_tax": taxed})
    if loan.sizing.tax != "none":
        deducted = {"deductible_interest": "deductible_scheduled"} if loan.sizing.tax == "levered" else WITHOUT_DEBT
        links = {"result_before_tax": f"{name}.operating_result", **deducted}
        yield computation.instance(f"{name}_tax", label=f"{label}, tax", links=links)
