"""Which sections each grant of a case is made of: for preparation, for construction, for a lender's interest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.grants import InterestSubsidy, PreparationGrant
from finmodel.inputs.pool import COMMON
from finmodel.inputs.text import label_of
from finmodel.model.construction_grant_parts import construction_grant_parts, grants_for_construction
from finmodel.model.support.grants.drawn_first import drawn_first
from finmodel.model.support.grants.grant import after_grants_before, grant, grant_totals
from finmodel.model.support.grants.interest_subsidy import interest_subsidy
from finmodel.model.support.grants.limits import amount_limit
from finmodel.model.support.grants.preparation import preparation
from finmodel.model.support.grants.received_as_used import received_as_used
from finmodel.model.support.grants.recovered_at_close import recovered_at_close
from finmodel.model.support.grants.recovered_later import recovered_later, recovery_cash

__all__ = ["Subsidy", "grant_parts", "subsidy_of"]


@dataclass(frozen=True, slots=True)
class Subsidy:
    """What a facility is made of besides, where its interest is subsidised."""

    sections: tuple[Section, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def grant_parts(case: Case) -> Iterable[Part]:
    """Grants in the order in which they pay: for preparation first, then for construction, each as listed."""
    before: list[str] = []
    cash = "cash_for_recoveries"
    for name, terms in case.grants.items():
        if isinstance(terms, PreparationGrant):
            later = terms.repaid == "after_completion"
            yield _preparation(name, terms, before, {"cash_for_recovery": cash} if later else {})
            cash = f"{name}.recovery_cash_left" if later else cash
            before.append(name)
    yield from construction_grant_parts(case, before)
    if cash != "cash_for_recoveries":
        yield recovery_cash.part()
    if before or grants_for_construction(case):
        yield grant_totals.part()


def _preparation(name: str, terms: PreparationGrant, before: Iterable[str], links: Mapping[str, str]) -> Part:
    return grant.instance(
        name,
        amount_limit,
        after_grants_before(tuple(before)),
        drawn_first,
        received_as_used,
        preparation,
        recovered_later if links else recovered_at_close,
        label=label_of(name, terms),
        roles={
            "grantor": terms.grantor,
            "adviser": terms.adviser,
            "cost_pool": terms.tax_pool,
            "pool": "none",
            "member": COMMON,
        },
        links=links,
    )


def subsidy_of(case: Case, facility: str) -> Subsidy:
    """The subsidy of a facility's interest; nothing if there is none."""
    for name, terms in case.grants.items():
        if isinstance(terms, InterestSubsidy) and terms.facility == facility:
            links = {"subsidy_rate": f"{name}.rate", "subsidy_months": f"{name}.months"}
            return Subsidy((interest_subsidy,), {"subsidiser": terms.payer}, links)
    return Subsidy()
