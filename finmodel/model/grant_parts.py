"""Which sections each grant of a case is made of: its limits, how it is used and received, what bridges it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.grants import CapitalGrant, InterestSubsidy, PreparationGrant
from finmodel.model.bridge import bridge
from finmodel.model.support.grants.account import account
from finmodel.model.support.grants.awaited import awaited
from finmodel.model.support.grants.drawn_first import drawn_first
from finmodel.model.support.grants.drawn_from_account import drawn_from_account
from finmodel.model.support.grants.drawn_pro_rata import drawn_pro_rata
from finmodel.model.support.grants.grant import after_grants_before, grant, grant_totals
from finmodel.model.support.grants.interest_subsidy import interest_subsidy
from finmodel.model.support.grants.limits import amount_limit, capex_share_limit, share_limit
from finmodel.model.support.grants.preparation import preparation
from finmodel.model.support.grants.received_as_used import received_as_used
from finmodel.model.support.grants.received_late import received_late
from finmodel.model.support.grants.received_on_milestone import received_on_milestone
from finmodel.model.support.grants.recovered_at_close import recovered_at_close
from finmodel.model.support.grants.recovered_later import recovered_later, recovery_cash
from finmodel.model.timing import DAY_COUNTS

__all__ = ["Subsidy", "grant_parts", "subsidy_of"]


@dataclass(frozen=True, slots=True)
class Subsidy:
    """What a facility is made of besides, where its interest is subsidised."""

    sections: tuple[Section, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


_LIMITS = {"amount": amount_limit, "share": share_limit, "capex_share": capex_share_limit}


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
    for name, terms in case.grants.items():
        if isinstance(terms, CapitalGrant):
            yield _capital(name, terms, before)
            before.append(name)
    if cash != "cash_for_recoveries":
        yield recovery_cash.part()
    if before:
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
        label=_label(name, terms.label),
        roles={"grantor": terms.grantor, "adviser": terms.adviser, "cost_pool": terms.tax_pool, "pool": "none"},
        links=links,
    )


def _capital(name: str, terms: CapitalGrant, before: Iterable[str]) -> Part:
    bridged = terms.bridge
    return grant.instance(
        name,
        *(_LIMITS[limit] for limit in terms.limits),
        after_grants_before(tuple(before)),
        *_drawn(terms),
        *([awaited, bridge] if bridged else []),
        label=_label(name, terms.label),
        roles={
            "grantor": terms.grantor,
            "pool": terms.tax_pool,
            **({"bridge_lender": bridged.lender} if bridged else {}),
        },
        links={
            "bridged": f"{name}.grant_awaited",
            "bridge_commitment": f"{name}.agreed",
            **({"day_count": DAY_COUNTS[bridged.day_count]} if bridged else {}),
        },
    )


def _drawn(terms: CapitalGrant) -> tuple[Section, ...]:
    """How a grant is used and how it is received."""
    if terms.drawn == "first":
        return drawn_first, received_as_used
    if terms.drawn == "pro_rata":
        return drawn_pro_rata, received_as_used
    if terms.drawn == "reimbursement":
        return drawn_pro_rata, received_late
    return drawn_pro_rata if terms.bridge else drawn_from_account, received_on_milestone, account


def subsidy_of(case: Case, facility: str) -> Subsidy:
    """The subsidy of a facility's interest; nothing if there is none."""
    for name, terms in case.grants.items():
        if isinstance(terms, InterestSubsidy) and terms.facility == facility:
            links = {"subsidy_rate": f"{name}.rate", "subsidy_months": f"{name}.months"}
            return Subsidy((interest_subsidy,), {"subsidiser": terms.payer}, links)
    return Subsidy()


def _label(name: str, stated: str | None) -> str:
    return stated or name.replace("_", " ").capitalize()
