"""Which debt sections a case is made of: facilities by rank and sizing order, sizing cases, reserve, lock-up test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.facilities import Loan
from finmodel.inputs.standby_facility import StandbyFacility
from finmodel.model.average_balance.average_parts import average_parts, average_sections
from finmodel.model.built_up import built_up
from finmodel.model.construction_interest.added import added
from finmodel.model.construction_interest.funded import funded
from finmodel.model.covenant_parts import covenant_sections
from finmodel.model.currency.loan_parts import foreign_links, foreign_sections
from finmodel.model.debt_service import debt_service
from finmodel.model.dsra import dsra, dsra_cash
from finmodel.model.dsra_letter_of_credit import dsra_letter_of_credit
from finmodel.model.grant_parts import subsidy_of
from finmodel.model.hedging.hedge_parts import hedge_parts, hedged_links, hedged_sections
from finmodel.model.junior_debt_service import junior_debt_service
from finmodel.model.lockup_forward import lockup_forward
from finmodel.model.lockup_historic import lockup_historic
from finmodel.model.pik import pik
from finmodel.model.prepayment_parts import facility_links, facility_sections, prepayment_parts
from finmodel.model.refinancing_parts import refinancing_parts, replaced_links, replaced_sections
from finmodel.model.repayment.annuity import annuity
from finmodel.model.repayment.balloon import balloon
from finmodel.model.repayment.equal import equal
from finmodel.model.repayment.given import given
from finmodel.model.repayment.mini_perm import mini_perm
from finmodel.model.repayment.sculpted import sculpted
from finmodel.model.repayment.unit_schedule import unit_schedule
from finmodel.model.sizing.amount import amount_limit
from finmodel.model.sizing.cash_flow import cash_flow
from finmodel.model.sizing.dscr import dscr_limit
from finmodel.model.sizing.dscr_target import dscr_target, dscr_target_downside
from finmodel.model.sizing.earlier import earlier_commitments, earlier_service
from finmodel.model.sizing.gearing import gearing_limit
from finmodel.model.sizing.llcr import llcr_limit
from finmodel.model.sizing.share import share_limit
from finmodel.model.sizing.sizing_case import sizing_case
from finmodel.model.sizing.target import target
from finmodel.model.sizing.unit_capacity import unit_capacity
from finmodel.model.standby_facility import as_any_loan, standby_facility
from finmodel.model.step_up import step_up
from finmodel.model.support.guarantees.shortfall import covered_loan
from finmodel.model.tax.computation import computation
from finmodel.model.tax_parts import WITHOUT_DEBT
from finmodel.model.term_loan import term_loan
from finmodel.model.thematic_parts import thematic_parts, thematic_roles, thematic_sections
from finmodel.model.timing import DAY_COUNTS
from finmodel.model.total_cover import total_cover

__all__ = ["debt_parts", "tier_of"]

_PROFILES = {"annuity": annuity, "equal": equal, "balloon": balloon, "mini_perm": mini_perm, "given": given}
_LOCKUP = {"historic": lockup_historic, "forward": lockup_forward}
_RESERVE = {"cash": dsra_cash, "letter_of_credit": dsra_letter_of_credit}
_CONSTRUCTION_INTEREST = {"funded": funded, "added": added}

SENIOR = "senior"
"""The tier of the facilities that rank first; the others are ``rank_<number>``."""


def debt_parts(case: Case) -> Iterable[Part]:
    """The parts of every facility, the cases it is sized on, its reserve, its rank and the lock-up test."""
    order = case.sizing_order()
    for place, name in enumerate(order):
        yield _facility(case, name, order[:place])
        yield from thematic_parts(name, case.facilities[name])
    if case.funding.standby_facility is not None:
        yield _standby(case, case.funding.standby_facility)
    yield from _sizing_cases(case, order)
    yield debt_service.part()
    yield from _junior_ranks(case)
    yield from prepayment_parts(case, {name: tier_of(case, case.facilities[name]) for name in order})
    yield from hedge_parts(case)
    yield from average_parts(case)
    yield from refinancing_parts(case)
    yield dsra.part(_RESERVE[case.reserves.dsra.type])
    yield _LOCKUP[case.distributions.lockup_test].part(links={"sizing_cfads": f"{_base_case(case, order[0])}.cfads"})


def _facility(case: Case, name: str, before: Sequence[str]) -> Part:
    loan = case.facilities[name]
    tier, subsidy = tier_of(case, loan), subsidy_of(case, name)
    return term_loan.instance(
        name,
        _CONSTRUCTION_INTEREST[loan.construction_interest],
        *([pik] if loan.pik_margin is not None else []),
        *average_sections(loan),
        *foreign_sections(loan),
        *hedged_sections(case, name),
        *([step_up] if loan.step_up_rate is not None else []),
        *([built_up] if loan.grows else []),
        *([covered_loan] if case.guaranteed(name) else []),
        *subsidy.sections,
        *_profile(loan),
        *_limits(loan),
        *_earlier(case, loan, before),
        *facility_sections(case, name, _better(case, tier)),
        *replaced_sections(case, name),
        *covenant_sections(case, name, _better(case, tier)),
        *thematic_sections(
            loan,
            prepayable=loan.prepayable or name in case.replaced(),
            hedged=bool(hedged_sections(case, name)),
        ),
        label=loan.label or name.capitalize(),
        roles={"lender": loan.lender, "tier": tier, **thematic_roles(loan), **subsidy.roles},
        links={
            "day_count": DAY_COUNTS[loan.day_count],
            "sizing_cfads": f"{_base_case(case, name)}.cfads",
            "downside_cfads": f"{_downside_case(case, name)}.cfads",
            **_rank_links(tier),
            **foreign_links(name, loan),
            **facility_links(case, name, tier),
            **replaced_links(case, name),
            **hedged_links(case, name),
            **subsidy.links,
        },
    )


def _standby(case: Case, terms: StandbyFacility) -> Part:
    """The standby facility, a loan like any other but for what it is drawn for and when it is repaid."""
    tier, name = tier_of(case, terms), "standby_facility"
    figures = ("base_rate", "margin", "default_margin", "upfront_fee_rate", "commitment_fee_rate")
    return as_any_loan.instance(
        name,
        standby_facility,
        funded,
        equal,
        unit_schedule.without("contract_principal"),
        label="Standby facility",
        roles={"lender": terms.lender, "tier": tier},
        links={
            **{figure: f"{name}_{figure}" for figure in figures},
            "agency_fee_amount": "nothing",
            "own_commitment": f"{name}.commitment",
            "grace_months": "nothing",
            "day_count": DAY_COUNTS[terms.day_count],
            **_rank_links(tier),
        },
    )


def _rank_links(tier: str) -> Mapping[str, str]:
    """Where a loan of a tier reads what its rank is paid and due."""
    senior = {"rank_paid": "debt_service_paid", "rank_due": "debt_service_due"}
    return senior if tier == SENIOR else {"rank_paid": f"{tier}.paid", "rank_due": f"{tier}.due"}


def tier_of(case: Case, loan: Loan | StandbyFacility) -> str:
    """The rank of a loan as tags name it."""
    return SENIOR if loan.rank == case.ranks()[0] else f"rank_{loan.rank}"


def _better(case: Case, tier: str) -> Sequence[str]:
    """A tier and those paid before it."""
    tiers = [SENIOR, *(f"rank_{rank}" for rank in case.ranks()[1:])]
    return tiers[: tiers.index(tier) + 1]


def _profile(loan: Loan) -> tuple[Section, ...]:
    if loan.repayment.profile == "sculpted":
        return (sculpted,)
    sections = (_PROFILES[loan.repayment.profile], unit_schedule)
    return sections if loan.sizing.dscr is None else (*sections, unit_capacity)


def _limits(loan: Loan) -> Iterable[Section]:
    stated = {
        dscr_limit: loan.sizing.dscr,
        target: loan.sizing.dscr,
        dscr_target: loan.sizing.dscr,
        dscr_target_downside: loan.sizing.downside,
        gearing_limit: loan.sizing.gearing,
        share_limit: loan.sizing.share,
        llcr_limit: loan.sizing.llcr,
        amount_limit: loan.sizing.amount,
    }
    on_cash_flow = [cash_flow] if loan.sizing.dscr or loan.sizing.llcr else []
    return [*on_cash_flow, *(section for section, value in stated.items() if value is not None)]


def _earlier(case: Case, loan: Loan, before: Sequence[str]) -> Iterable[Section]:
    """What facilities that are sized before leave to this one."""
    if before:
        yield earlier_commitments(before)
    no_worse = [name for name in before if case.facilities[name].rank <= loan.rank]
    if no_worse:
        yield earlier_service(no_worse)


def _junior_ranks(case: Case) -> Iterable[Part]:
    """Every rank below the first, from the cash that the one above leaves; and cover of all of them."""
    cash = "cash_after_reserves"
    for rank in case.ranks()[1:]:
        name = f"rank_{rank}"
        yield junior_debt_service.instance(name, label=f"Rank {rank}", links={"cash_left_by_better": cash})
        cash = f"{name}.cash_left"
    if len(case.ranks()) > 1:
        yield total_cover.part()


def _base_case(case: Case, name: str) -> str:
    """The base case is one for all facilities that are sized on the same tax."""
    first, tax = case.facilities[case.sizing_order()[0]].sizing.tax, case.facilities[name].sizing.tax
    return "sizing_base" if tax == first else f"sizing_base_{tax}"


def _downside_case(case: Case, name: str) -> str:
    """The downside case is each facility's own."""
    with_one = [other for other in case.sizing_order() if case.facilities[other].sizing.downside is not None]
    return "sizing_downside" if with_one[:1] == [name] else f"{name}_sizing_downside"


def _sizing_cases(case: Case, order: Sequence[str]) -> Iterable[Part]:
    """The base case, once for each way of taxing it, and the downside case of every facility that has one."""
    base = {_base_case(case, name): case.facilities[name].sizing.tax for name in order}
    for name, tax in base.items():
        yield from _sizing_case(name, "Base case", tax, {"revenue_factor": "unindexed", "cost_factor": "unindexed"})
    for name in order:
        sizing = case.facilities[name].sizing
        if sizing.downside is not None:
            factors = {key: f"{name}.sizing_downside_{key}" for key in ("revenue_factor", "cost_factor")}
            yield from _sizing_case(_downside_case(case, name), "Downside case", sizing.tax, factors)


def _sizing_case(name: str, label: str, tax: str, factors: Mapping[str, str]) -> Iterable[Part]:
    taxed = "nothing" if tax == "none" else f"{name}_tax.tax"
    yield sizing_case.instance(name, label=label, links={**factors, "case_tax": taxed})
    if tax != "none":
        deducted = {"deductible_interest": "deductible_scheduled"} if tax == "levered" else WITHOUT_DEBT
        links = {"result_before_tax": f"{name}.operating_result", **deducted}
        yield computation.instance(f"{name}_tax", label=f"{label}, tax", links=links)
