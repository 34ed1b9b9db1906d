"""Which sections each grant for construction is made of: its limits, how it is used and received, what bridges it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from finmodel.expr.section import Part, Section
from finmodel.inputs.bridge import Bridge
from finmodel.inputs.case import Case
from finmodel.inputs.grant_terms import ConstructionGrant
from finmodel.inputs.grants import CapitalGrant
from finmodel.inputs.milestone_payments import MilestonePayments
from finmodel.inputs.pool import COMMON
from finmodel.inputs.text import label_of
from finmodel.inputs.viability_gap import ViabilityGap
from finmodel.model.bridge import bridge
from finmodel.model.support.grants.account import account
from finmodel.model.support.grants.awaited import awaited
from finmodel.model.support.grants.drawn_first import drawn_first
from finmodel.model.support.grants.drawn_from_account import drawn_from_account
from finmodel.model.support.grants.drawn_pro_rata import drawn_pro_rata
from finmodel.model.support.grants.grant import after_grants_before, grant
from finmodel.model.support.grants.limits import amount_limit, capex_share_limit, share_limit
from finmodel.model.support.grants.milestone_payments import (
    by_date,
    by_progress,
    milestone,
    milestone_account,
    paid_as_certified,
    taxed_as_income,
)
from finmodel.model.support.grants.received_as_used import received_as_used
from finmodel.model.support.grants.received_late import received_late
from finmodel.model.support.grants.received_on_milestone import received_on_milestone
from finmodel.model.support.grants.viability_gap import gap_source, project_cost_of, viability_gap
from finmodel.model.timing import DAY_COUNTS

__all__ = ["construction_grant_parts", "grants_for_construction"]

_LIMITS = {"amount": amount_limit, "share": share_limit, "capex_share": capex_share_limit}
_OF_THE_WHOLE = ("paid_share", "milestones", "reimbursement_months")
_OF_THE_BRIDGE = ("bridge_rate", "bridge_upfront_fee_rate", "bridge_commitment_fee_rate")


def grants_for_construction(case: Case) -> dict[str, str]:
    """The instances that are grants for construction, in the order in which they pay, each with the name it shows."""
    found: dict[str, str] = {}
    for name, terms in case.grants.items():
        if isinstance(terms, ViabilityGap):
            for key, source in terms.sources.items():
                found[f"{name}_{key}"] = f"{label_of(name, terms)}, {label_of(key, source)}"
        elif isinstance(terms, (CapitalGrant, MilestonePayments)):
            found[name] = label_of(name, terms)
    return found


def construction_grant_parts(case: Case, before: Sequence[str]) -> Iterable[Part]:
    """The parts of all grants for construction, each after those before it."""
    labels = grants_for_construction(case)
    order = [*before, *labels]
    for name, terms in case.grants.items():
        if isinstance(terms, ViabilityGap):
            yield from _gap(name, terms, labels, order)
        elif isinstance(terms, CapitalGrant):
            limits = (_LIMITS[limit] for limit in terms.limits)
            sections = (*limits, *_drawn(terms), *([awaited, bridge] if terms.bridge else []))
            roles = {"grantor": terms.grantor, "member": terms.member or COMMON, "pool": terms.tax_pool}
            yield _grant(name, labels, order, sections, roles, terms.bridge)
        elif isinstance(terms, MilestonePayments):
            yield from _milestones(case, name, terms, labels, order)


def _grant(
    name: str,
    labels: Mapping[str, str],
    order: Sequence[str],
    sections: Iterable[Section],
    roles: Mapping[str, str],
    bridged: Bridge | None,
    links: Mapping[str, str] | None = None,
) -> Part:
    return grant.instance(
        name,
        after_grants_before(order[: order.index(name)]),
        *sections,
        label=labels[name],
        roles={"member": COMMON, **roles, **({"bridge_lender": bridged.lender} if bridged else {})},
        links={
            "bridged": f"{name}.grant_awaited",
            "bridge_commitment": f"{name}.agreed",
            **({"day_count": DAY_COUNTS[bridged.day_count]} if bridged else {}),
            **(links or {}),
        },
    )


def _drawn(terms: ConstructionGrant) -> tuple[Section, ...]:
    """How a grant is used and how it is received."""
    if terms.drawn == "first":
        return drawn_first, received_as_used
    if terms.drawn == "pro_rata":
        return drawn_pro_rata, received_as_used
    if terms.drawn == "reimbursement":
        return drawn_pro_rata, received_late
    return drawn_pro_rata if terms.bridge else drawn_from_account, received_on_milestone, account


def _gap(name: str, terms: ViabilityGap, labels: Mapping[str, str], order: Sequence[str]) -> Iterable[Part]:
    """The viability gap as a whole, and a grant of each of its sources."""
    instances = [f"{name}_{key}" for key in terms.sources]
    cost = project_cost_of(uses=terms.cost == "total_uses")
    yield viability_gap(instances).instance(name, cost, label=label_of(name, terms))
    figures = [key for key in _OF_THE_WHOLE if getattr(terms, key) is not None]
    shared = [*figures, *(_OF_THE_BRIDGE if terms.bridge else ())]
    links = {key: f"{name}.{key}" for key in shared}
    links |= {"gap_asked_for": f"{name}.asked_for", "gap_project_cost": f"{name}.project_cost"}
    beside = (*_drawn(terms), *([awaited, bridge] if terms.bridge else []))
    for place, (instance, source) in enumerate(zip(instances, terms.sources.values(), strict=True)):
        sections = (gap_source(instances[:place]), *beside)
        roles = {
            "grantor": source.grantor or terms.grantor,
            "member": terms.member or COMMON,
            "pool": terms.tax_pool,
        }
        yield _grant(instance, labels, order, sections, roles, terms.bridge, links)


def _milestones(
    case: Case, name: str, terms: MilestonePayments, labels: Mapping[str, str], order: Sequence[str]
) -> Iterable[Part]:
    """The payments as a whole, and each milestone."""
    instances = {f"{name}_{key}": stated for key, stated in terms.milestones.items()}
    sections = (
        paid_as_certified(tuple(instances), tuple(case.capex)),
        *milestone_account,
        drawn_pro_rata if terms.bridge else drawn_from_account,
        *([taxed_as_income] if terms.taxed == "as_income" else []),
        *([awaited, bridge] if terms.bridge else []),
    )
    roles = {"grantor": terms.grantor, "member": terms.member or COMMON, "pool": terms.tax_pool}
    yield _grant(name, labels, order, sections, roles, terms.bridge)
    works = {key: f"{name}.{key}" for key in ("works_planned", "works_done")}
    for instance, stated in instances.items():
        measured, left = (by_date, "to_do_by_date") if stated.date else (by_progress, "to_do_by_progress")
        yield milestone.instance(
            instance,
            measured,
            label=label_of(instance.removeprefix(f"{name}_"), stated),
            roles={"payments": name},
            links={"to_do": f"{instance}.{left}", **works},
        )
