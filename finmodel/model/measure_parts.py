"""Which measures a case is given: of each loan that is measured, of all support together, of the targets it states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.facilities import Loan
from finmodel.inputs.grants import InterestSubsidy, PreparationGrant
from finmodel.inputs.risks import public_parties
from finmodel.inputs.text import label_of
from finmodel.model.construction_grant_parts import grants_for_construction
from finmodel.model.measures.annual_factor import annual_factor
from finmodel.model.measures.closed_form import closed_form
from finmodel.model.measures.concessionality import concessional_loans, concessionality, share_given
from finmodel.model.measures.cost_of_debt import average_rate, cost_of_debt
from finmodel.model.measures.grant_element import grant_element, threshold
from finmodel.model.measures.grant_given import grant_given
from finmodel.model.measures.grant_given_in_part import grant_given_in_part
from finmodel.model.measures.guarantee_subsidy import guarantee_subsidy
from finmodel.model.measures.interest_given import interest_given
from finmodel.model.measures.lender_receipts import lender_receipts
from finmodel.model.measures.market_factor import market_factor
from finmodel.model.measures.mobilisation import (
    mobilisation,
    mobilised_by_guarantees,
    mobilised_facility,
    mobilised_guarantee,
)
from finmodel.model.measures.public_equity import public_equity
from finmodel.model.measures.targets import (
    dscr_target,
    gearing_target,
    irr_target,
    llcr_target,
    payment_target,
    private_target,
    tariff_target,
)
from finmodel.model.timing import DAY_COUNTS

__all__ = ["measure_parts"]

_OFFICIAL = ("own_account", "public")
"""Classes of lenders whose subsidy is counted, and whose money mobilises that of others."""
_BASES = {"dac": "DAC", "imf": "IMF"}


def measure_parts(case: Case) -> Iterable[Part]:
    """The measures of a case; none of them where it has neither support nor several facilities nor targets."""
    measured = {name: loan for name, loan in case.facilities.items() if loan.measured}
    for name, loan in measured.items():
        yield from _of_loan(name, loan)
    if measured:
        yield concessional_loans.part()
    yield from _of_grants(case)
    yield from _of_guarantees(case)
    priced = any(terms.market_fee_rate is not None for terms in case.guarantees.values())
    if (measured or priced or case.grants) and not case.unpriced():
        yield concessionality.part()
    if len(case.facilities) > 1:
        yield from _cost_of_debt(case)
    if _mobilises(case):
        yield from _mobilisation(case)
    if case.concessionality is not None:
        yield from _targets(case)


def _own_money(loan: Loan) -> Mapping[str, str]:
    """The day count of a loan, and the level of its currency where that is not the case's."""
    level = {"currency_level": f"{loan.currency}.level"} if loan.currency else {}
    return {"day_count": DAY_COUNTS[loan.day_count], **level}


def _of_loan(name: str, loan: Loan) -> Iterable[Part]:
    """Grant elements at the rates of the DAC and of the IMF, and the subsidy where a market price is stated."""
    label = label_of(name, loan)
    yield lender_receipts.instance(name, label=label, links=_own_money(loan))
    terms = {key: f"{name}.{key}" for key in ("repayment_flag", "repayment_counter", "period_rate")}
    flows = {"lent": f"{name}.lent", "served": f"{name}.lender_receipt", **terms}
    in_form = loan.repayment.profile == "equal" and loan.interest_on == "opening_balance"
    form: tuple[Section, ...] = (closed_form,) if in_form else ()
    for basis, said in _BASES.items():
        yield annual_factor.instance(
            f"{name}_{basis}",
            grant_element,
            threshold,
            *form,
            label=f"{label}, {said}",
            roles={"basis": basis, "counted": ""},
            links={**flows, "measure_rate": f"{basis}_rate", "least_grant_element": f"{basis}_threshold"},
        )
    if loan.market_rate is not None:
        yield market_factor.instance(
            f"{name}_market",
            grant_element,
            share_given,
            label=f"{label}, market",
            roles={"basis": "market", "counted": "loan" if loan.mobilisation in _OFFICIAL else "private_loan"},
            links={**flows, "measure_rate": f"{name}.market_rate", "day_count": DAY_COUNTS[loan.day_count]},
        )


def _of_grants(case: Case) -> Iterable[Part]:
    """What each grant gives, and its share of total uses."""
    for name, label in grants_for_construction(case).items():
        yield grant_given.instance(name, share_given, label=label)
    for name, terms in case.grants.items():
        label = label_of(name, terms)
        if isinstance(terms, InterestSubsidy):
            yield _of_interest(name, terms.facility, case.facilities[terms.facility], label)
        elif isinstance(terms, PreparationGrant):
            yield grant_given_in_part.instance(name, share_given, label=label)


def _of_interest(name: str, facility: str, loan: Loan, label: str) -> Part:
    links = {
        "loan_rate": f"{facility}.rate",
        "loan_points": f"{facility}.subsidised_points",
        "loan_balance": f"{facility}.scheduled_opening",
        "measure_rate": f"{name}.full_rate",
        "day_count": DAY_COUNTS[loan.day_count],
    }
    return interest_given.instance(name, market_factor, share_given, label=label, links=links)


def _of_guarantees(case: Case) -> Iterable[Part]:
    """What each guarantee gives, where the case says what the market would ask for it."""
    for name, terms in case.guarantees.items():
        if terms.market_fee_rate is None:
            continue
        loan = case.facilities[terms.covers[0]]
        yield market_factor.instance(
            f"{name}_market",
            guarantee_subsidy(name),
            share_given,
            label=f"{terms.label or name.replace('_', ' ').capitalize()}, market",
            links={
                "measure_rate": f"{terms.covers[0]}.{'rate' if loan.market_rate is None else 'market_rate'}",
                "day_count": DAY_COUNTS[loan.day_count],
                "market_fee_rate": f"{name}.market_fee_rate",
                "cover": f"{name}.cover",
            },
        )


def _guaranteed(case: Case) -> set[str]:
    """The facilities that a guarantee covers."""
    return {name for terms in case.guarantees.values() for name in terms.covers}


def _cost_of_debt(case: Case) -> Iterable[Part]:
    for name, loan in case.facilities.items():
        yield average_rate.instance(name, label=label_of(name, loan), links=_own_money(loan))
    yield cost_of_debt.part()


def _mobilises(case: Case) -> bool:
    """Whether any money of the deal is official, or a share of private money is asked for."""
    official = any(loan.mobilisation in _OFFICIAL for loan in case.facilities.values())
    asked = case.concessionality is not None and case.concessionality.targets.private_share is not None
    return official or asked or bool(case.grants) or bool(case.guarantees)


def _mobilisation(case: Case) -> Iterable[Part]:
    covered = _guaranteed(case)
    for name, loan in case.facilities.items():
        official = loan.mobilisation in _OFFICIAL
        guaranteed = name in covered and loan.mobilisation.startswith("private")
        roles = {
            "class": loan.mobilisation,
            "softness": "concessional" if loan.measured and official else "",
            "face": "guaranteed" if guaranteed else "",
        }
        yield mobilised_facility.instance(name, label=label_of(name, loan), roles=roles)
    for name, terms in case.guarantees.items():
        label = label_of(name, terms)
        yield mobilised_guarantee.instance(name, label=label, roles={"class": f"{terms.mobilisation}_cover"})
    public = [party for party in case.funding.shareholders if party in public_parties(case)]
    yield mobilisation.part(*([public_equity(public)] if public else []))
    if covered:
        yield mobilised_by_guarantees.part()


def _targets(case: Case) -> Iterable[Part]:
    assert case.concessionality is not None
    targets = case.concessionality.targets
    stated = {
        irr_target: targets.equity_irr,
        dscr_target: targets.dscr_minimum,
        llcr_target: targets.llcr_minimum,
        private_target: targets.private_share,
        gearing_target: targets.gearing,
    }
    yield from (section.part() for section, target in stated.items() if target is not None)
    for name in targets.payments:
        links = {"stream_amount": f"{name}.amount", "limit": f"targets_payments_{name}"}
        yield payment_target.instance(f"{name}_limit", label=case.revenue[name].label or name.capitalize(), links=links)
    for name in targets.tariffs:
        links = {"stream_price": f"{name}.tariff", "limit": f"targets_tariffs_{name}"}
        yield tariff_target.instance(f"{name}_limit", label=case.revenue[name].label or name.capitalize(), links=links)
