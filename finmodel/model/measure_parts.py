"""Which measures a case is given: of each loan that is measured, of all support together, of the targets it states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.facilities import Loan
from finmodel.model.measures.annual_factor import annual_factor
from finmodel.model.measures.closed_form import closed_form
from finmodel.model.measures.concessionality import concessional_loans, concessionality, share_given
from finmodel.model.measures.cost_of_debt import average_rate, cost_of_debt
from finmodel.model.measures.grant_element import grant_element, threshold
from finmodel.model.measures.lender_receipts import lender_receipts
from finmodel.model.measures.market_factor import market_factor
from finmodel.model.measures.mobilisation import mobilisation, mobilised_by_guarantees, mobilised_facility
from finmodel.model.measures.targets import dscr_target, irr_target, llcr_target, payment_target, private_target
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
    if (measured or _granted(case)) and not case.unpriced():
        yield concessionality.part()
    if len(case.facilities) > 1:
        yield from _cost_of_debt(case)
    if _mobilises(case):
        yield from _mobilisation(case)
    if case.concessionality is not None:
        yield from _targets(case)


def _label(name: str, loan: Loan) -> str:
    return loan.label or name.capitalize()


def _of_loan(name: str, loan: Loan) -> Iterable[Part]:
    """Grant elements at the rates of the DAC and of the IMF, and the subsidy where a market price is stated."""
    label = _label(name, loan)
    yield lender_receipts.instance(name, label=label)
    terms = {key: f"{name}.{key}" for key in ("repayment_flag", "repayment_counter", "period_rate")}
    flows = {"lent": f"{name}.drawdown", "served": f"{name}.lender_receipt", **terms}
    form: tuple[Section, ...] = (closed_form,) if loan.repayment.profile == "equal" else ()
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


def _granted(case: Case) -> bool:
    return bool(getattr(case, "grants", None))


def _guaranteed(case: Case) -> set[str]:
    """The facilities that a guarantee covers."""
    guarantees: Mapping[str, object] = getattr(case, "guarantees", None) or {}
    return {name for terms in guarantees.values() for name in getattr(terms, "covers", ())}


def _cost_of_debt(case: Case) -> Iterable[Part]:
    for name, loan in case.facilities.items():
        links = {"day_count": DAY_COUNTS[loan.day_count]}
        yield average_rate.instance(name, label=_label(name, loan), links=links)
    yield cost_of_debt.part()


def _mobilises(case: Case) -> bool:
    """Whether any money of the deal is official, or a share of private money is asked for."""
    official = any(loan.mobilisation in _OFFICIAL for loan in case.facilities.values())
    asked = case.concessionality is not None and case.concessionality.targets.private_share is not None
    return official or asked or _granted(case) or bool(_guaranteed(case))


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
        yield mobilised_facility.instance(name, label=_label(name, loan), roles=roles)
    yield mobilisation.part()
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
    }
    yield from (section.part() for section, target in stated.items() if target is not None)
    for name in targets.payments:
        links = {"stream_amount": f"{name}.amount", "limit": f"targets_payments_{name}"}
        yield payment_target.instance(f"{name}_limit", label=case.revenue[name].label or name.capitalize(), links=links)
