"""Which sections phases after completion are made of: each phase, and how all are paid for."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.pool import COMMON
from finmodel.inputs.text import label_of
from finmodel.model.currency.currency_parts import price_links
from finmodel.model.pooling.phase import phase
from finmodel.model.pooling.phase_funding import kept_for_phases, phase_funding

__all__ = ["phase_parts"]


def phase_parts(case: Case) -> Iterable[Part]:
    """Nothing, unless the case has the heading ``phases``."""
    for name, terms in case.phases.items():
        yield phase.instance(
            name,
            label=label_of(name, terms),
            roles={
                "supplier": terms.supplier,
                "pool": terms.tax_pool,
                "grantor": terms.grantor,
                "member": terms.member or COMMON,
            },
            links=price_links(terms.index, None),
        )
    if case.phases:
        kept = [kept_for_phases] if case.pool else []
        yield phase_funding.part(*kept)
