"""Which sections each agreement on revenue is made of: guarantees with their bands, and shares owed to the city."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.revenue_guarantee import RevenueGuarantee, Settled
from finmodel.inputs.text import label_of
from finmodel.model.indexation import indexed_by
from finmodel.model.revenue.collection import collection
from finmodel.model.revenue.revenue_guarantee import (
    cap_in_money,
    cap_in_present_value,
    floor_band,
    revenue_guarantee,
    sharing_band,
)
from finmodel.model.revenue.revenue_share import revenue_share
from finmodel.model.revenue.settlement import late_payments, late_receipts, settled, settling

__all__ = ["revenue_agreement_parts"]


def revenue_agreement_parts(case: Case) -> Iterable[Part]:
    """Every guarantee of revenue with its bands, and every share of revenue."""
    for key, terms in case.revenue_guarantees.items():
        yield _guarantee(case, key, terms)
        yield from _bands(key, terms)
    for key, share in case.revenue_shares.items():
        yield revenue_share.instance(
            key, *_settlement(share), *late_payments, label=label_of(key, share), roles={"supplier": share.payee}
        )


def _guarantee(case: Case, key: str, terms: RevenueGuarantee) -> Part:
    caps = {cap_in_money: terms.cap, cap_in_present_value: terms.cap_present_value}
    return revenue_guarantee.instance(
        key,
        *_settlement(terms),
        indexed_by(terms.indexation, case.currencies),
        *(section for section, stated in caps.items() if stated is not None),
        late_receipts,
        collection,
        *late_payments,
        label=label_of(key, terms),
        roles={"payer": terms.guarantor, "supplier": terms.guarantor},
    )


def _settlement(terms: Settled) -> tuple[Section, Section]:
    return settled(terms.streams), settling(yearly=terms.settlement == "year")


def _bands(key: str, terms: RevenueGuarantee) -> Iterable[Part]:
    agreed = {"settled_revenue": f"{key}.revenue_to_settle", "agreed_forecast": f"{key}.forecast_to_settle"}
    for name, floor in terms.floors.items():
        links = agreed | {"in_force": f"{key}.eligible_flag"}
        yield floor_band.instance(f"{key}_{name}", label=label_of(name, floor), roles={"guarantee": key}, links=links)
    for name, band in terms.sharing.items():
        links = agreed | {"in_force": f"{key}.in_force_flag"}
        yield sharing_band.instance(f"{key}_{name}", label=label_of(name, band), roles={"guarantee": key}, links=links)
