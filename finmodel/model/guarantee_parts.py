"""Which sections each guarantee of a case is made of, by its type, and in which order guarantees pay and are repaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.guarantees import Guarantee, LiquidityGuarantee, pair_name
from finmodel.inputs.text import label_of
from finmodel.model.debt_parts import tier_of
from finmodel.model.support.guarantees.any_shortfall import any_shortfall
from finmodel.model.support.guarantees.cap import cap, cap_amount, cap_months, cap_share
from finmodel.model.support.guarantees.claim import claim, claims_cash
from finmodel.model.support.guarantees.cover import covered
from finmodel.model.support.guarantees.fees import fees
from finmodel.model.support.guarantees.named_event import named_event
from finmodel.model.support.guarantees.payment import guaranteed_facility, payment
from finmodel.model.support.guarantees.revolving import revolving
from finmodel.model.support.guarantees.term import term, until
from finmodel.model.support.guarantees.totals import all_guarantees, guarantee_totals
from finmodel.model.support.guarantees.used_once import used_once

__all__ = ["TRIGGERS", "USES", "guarantee_parts"]

TRIGGERS = {
    "export_credit_cover": any_shortfall,
    "first_loss_guarantee": any_shortfall,
    "liquidity_guarantee": any_shortfall,
    "partial_credit_guarantee": any_shortfall,
    "partial_risk_guarantee": named_event,
    "political_risk_insurance": named_event,
    "state_surety": any_shortfall,
}
"""What makes a guarantee pay, by its type in a case."""

USES: Mapping[str, Section] = {"liquidity_guarantee": revolving}
"""What is used of a guarantee, by its type; any other can be used once."""


def guarantee_parts(case: Case) -> Iterable[Part]:
    """Every guarantee in the order of the case, which is the order of paying and of being repaid; and all together."""
    if not case.guarantees:
        return
    yield claims_cash.part()
    lacking = {name: f"{name}.newly_lacking" for name in case.facilities}
    cash = "cash_for_claims"
    for key, terms in case.guarantees.items():
        yield _guarantee(key, terms, lacking, cash)
        for name in terms.covers:
            yield _facility(case, key, name, lacking[name])
            lacking[name] = f"{pair_name(key, name)}.still_lacking"
        cash = f"{key}.claim_cash_left"
    yield all_guarantees.part()


def _guarantee(key: str, terms: Guarantee, lacking: Mapping[str, str], cash: str) -> Part:
    return payment.instance(
        key,
        covered(terms.covers, [lacking[name] for name in terms.covers]),
        *_caps(terms),
        *([until] if terms.until_month is not None else []),
        term,
        TRIGGERS[terms.type],
        USES.get(terms.type, used_once),
        claim,
        fees,
        guarantee_totals,
        label=label_of(key, terms),
        roles={"guarantor": terms.guarantor},
        links={"cash_for_claim": cash},
    )


def _caps(terms: Guarantee) -> Iterable[Section]:
    stated = {cap_amount: terms.amount, cap_share: terms.cap_share}
    yield cap
    yield from (section for section, value in stated.items() if value is not None)
    if isinstance(terms, LiquidityGuarantee) and terms.months is not None:
        yield cap_months(terms.covers)


def _facility(case: Case, key: str, name: str, lacking: str) -> Part:
    """What a guarantee does for one facility."""
    terms, loan = case.guarantees[key], case.facilities[name]
    return guaranteed_facility.instance(
        pair_name(key, name),
        label=f"{terms.label or key.replace('_', ' ').capitalize()}: {loan.label or name.capitalize()}",
        roles={"guarantor": terms.guarantor, "facility": name, "tier": tier_of(case, loan)},
        links={"lacking": lacking, "guarantee_paid": f"{key}.paid", "guarantee_lacking": f"{key}.covered_lacking"},
    )
