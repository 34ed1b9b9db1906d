"""Which sections a refinancing is made of: the new loan, the case it is sized on, its gain, the end of the old one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.refinancing import Refinancing
from finmodel.inputs.text import label_of
from finmodel.model.refinancing.forward import forward_asked
from finmodel.model.refinancing.gain import gain
from finmodel.model.refinancing.new_loan import new_loan
from finmodel.model.refinancing.taking_place import replaced, taking_place
from finmodel.model.repayment.annuity import annuity
from finmodel.model.repayment.balloon import balloon
from finmodel.model.repayment.equal import equal
from finmodel.model.repayment.sculpted import sculpted
from finmodel.model.repayment.unit_schedule import unit_schedule
from finmodel.model.sizing.amount import amount_limit
from finmodel.model.sizing.balance import balance_limit
from finmodel.model.sizing.dscr import dscr_limit
from finmodel.model.sizing.dscr_target import dscr_target
from finmodel.model.sizing.sizing_case import sizing_case
from finmodel.model.sizing.target import target
from finmodel.model.sizing.unit_capacity import unit_capacity
from finmodel.model.tax.computation import computation
from finmodel.model.timing import DAY_COUNTS

__all__ = ["refinancing_parts", "replaced_links", "replaced_sections"]

_CASE = "sizing_refinancing"
_BEFORE, _AFTER = "refinancing_tax_before", "refinancing_tax_after"
_TAX = {"none": "nothing", "unlevered": "tax_unlevered.tax", "levered": f"{_AFTER}.tax"}
_PROFILES = {"annuity": annuity, "equal": equal, "balloon": balloon}


def replaced_sections(case: Case, name: str) -> Iterable[Section]:
    """What a facility that is refinanced is made of besides."""
    return [replaced] if name in case.replaced() else []


def replaced_links(case: Case, name: str) -> Mapping[str, str]:
    """Where a facility that is refinanced learns of it."""
    new = case.replaced().get(name)
    if new is None:
        return {}
    return {
        "refinancing_takes_place": f"{new}.refinanced_flag",
        "refinancing_break_cost_rate": f"{new}.break_cost_rate",
    }


def refinancing_parts(case: Case) -> Iterable[Part]:
    """The new loan of every refinancing, its sizing case, and tax by plan with and without it."""
    for name, stated in case.refinancing.items():
        yield _new_loan(case, name, stated)
        unchanged = {"revenue_factor": "unindexed", "cost_factor": "unindexed"}
        yield sizing_case.instance(
            _CASE, label="Refinancing case", links={**unchanged, "case_tax": _TAX[stated.sizing.tax]}
        )
        for instance, label, deducted in (
            (_BEFORE, "Tax by plan without refinancing", "deductible_scheduled"),
            (_AFTER, "Tax by plan with refinancing", f"{name}.planned_deduction"),
        ):
            links = {"result_before_tax": f"{_CASE}.operating_result", "deductible_interest": deducted}
            yield computation.instance(instance, label=label, links=links)


def _new_loan(case: Case, name: str, stated: Refinancing) -> Part:
    old = stated.facility
    return new_loan.instance(
        name,
        taking_place,
        gain,
        *_repaid(stated),
        *_limits(stated),
        *([forward_asked] if case.distributions.lockup_test == "forward" else []),
        label=label_of(name, stated),
        roles={"lender": stated.lender, "tier": "senior", "gain_payee": stated.gain_payee},
        links={
            "day_count": DAY_COUNTS[stated.day_count],
            "sizing_cfads": f"{_CASE}.cfads",
            "scheduled_fees": f"{name}.fees_after",
            "fees_with_old_agent": "scheduled_fees",
            "rank_paid": "debt_service_paid",
            "rank_due": "debt_service_due",
            "repayable": f"{name}.commitment",
            "own_commitment": f"{name}.commitment",
            "replaced_agency_fee": f"{old}.agency_fee",
            "replaced_balance": f"{old}.balance_to_replace",
            "replaced_interest": f"{old}.scheduled_interest",
            "replaced_principal": f"{old}.scheduled_principal",
            "replaced_scheduled_closing": f"{old}.scheduled_closing",
            "replaced_unpaid": f"{old}.unpaid_to_lender",
        },
    )


def _repaid(stated: Refinancing) -> tuple[Section, ...]:
    if stated.repayment.profile == "sculpted":
        return (sculpted,)
    sections = (_PROFILES[stated.repayment.profile], unit_schedule)
    return sections if stated.sizing.dscr is None else (*sections, unit_capacity)


def _limits(stated: Refinancing) -> Iterable[Section]:
    if stated.sizing.dscr is not None:
        yield from (dscr_limit, target, dscr_target)
    if stated.sizing.balance is not None:
        yield balance_limit
    if stated.sizing.amount is not None:
        yield amount_limit
