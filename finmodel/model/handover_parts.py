"""Which sections a concession is made of that ends at a present value of revenue, and what it hands over."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.least_present_value import LeastPresentValue, handed_over_name
from finmodel.inputs.text import label_of
from finmodel.model.revenue.handover import collected_for_others, costs_after_the_end, passed_on, settled_for_others
from finmodel.model.revenue.least_present_value import counted_revenue, discounted_from, kept_part, least_present_value

__all__ = ["handover_parts"]

_USUAL = {f"usual_{line}": line for line in ("collected_position", "collected_whole")}


def handover_parts(case: Case) -> Iterable[Part]:
    """The concession with its costs, and each stream that ends with it."""
    for key, terms in case.least_present_value.items():
        yield _concession(case, key, terms)
        for stream in terms.ended(case):
            yield passed_on(stream).instance(
                handed_over_name(key, stream),
                collected_for_others,
                label=label_of(stream, case.revenue[stream]),
                roles={"payee": terms.payee},
                links={**_USUAL, "handed_over_share": f"{key}.handed_over_share"},
            )


def _concession(case: Case, key: str, terms: LeastPresentValue) -> Part:
    named = terms.costs or [*case.opex, *case.lifecycle]
    return least_present_value.instance(
        key,
        counted_revenue(terms.streams),
        discounted_from(completion=terms.discounted_to == "completion"),
        kept_part(whole=terms.last_period == "whole"),
        costs_after_the_end(
            [name for name in named if name in case.opex], [name for name in named if name in case.lifecycle]
        ),
        settled_for_others,
        label=label_of(key, terms),
        roles={"payee": terms.payee},
    )
