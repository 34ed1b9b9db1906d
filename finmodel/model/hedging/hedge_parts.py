"""Which sections each hedge of a case is made of, and what a facility is made of besides where it is hedged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.hedges import Hedge
from finmodel.inputs.text import label_of
from finmodel.model.currency.cost_of_loan import cost_of_loan
from finmodel.model.hedging.cross_currency_swap import cross_currency_swap
from finmodel.model.hedging.fx_forward import fx_forward
from finmodel.model.hedging.hedge_cost import hedge_cost, hedge_totals
from finmodel.model.hedging.hedge_value import hedge_value
from finmodel.model.hedging.hedged_loan import exchange_hedged, hedged_loan, interest_hedged
from finmodel.model.hedging.interest_rate_swap import interest_rate_swap
from finmodel.model.timing import DAY_COUNTS

__all__ = ["hedge_parts", "hedged_links", "hedged_sections"]

_HEDGES: Mapping[str, Sequence[Section]] = {
    "fx_forward": [fx_forward, hedge_value],
    "cross_currency_swap": [cross_currency_swap, hedge_value],
    "interest_rate_swap": [interest_rate_swap],
}
_OF_THE_LOAN = {
    "loan_opening": "scheduled_opening",
    "loan_interest": "scheduled_interest",
    "loan_principal": "scheduled_principal",
    "loan_closing": "scheduled_closing",
    "loan_rate": "period_rate",
    "loan_base_rate": "base_rate",
}


def hedge_parts(case: Case) -> Iterable[Part]:
    """Every hedge, and what they cost together."""
    for name, hedge in case.hedges.items():
        first, *more = _HEDGES[hedge.type]
        yield first.instance(
            name,
            *more,
            hedge_cost,
            label=label_of(name, hedge),
            roles={"counterparty": hedge.counterparty, "facility": hedge.facility},
            links=_links(case, hedge),
        )
    if case.hedges:
        yield hedge_totals.part()


def _links(case: Case, hedge: Hedge) -> Mapping[str, str]:
    loan = case.facilities[hedge.facility]
    of_loan = {name: f"{hedge.facility}.{line}" for name, line in _OF_THE_LOAN.items()}
    of_loan["day_count"] = DAY_COUNTS[loan.day_count]
    if loan.currency is None:
        return {**of_loan, "loan_level": "unindexed"}
    of_currency = {"loan_level": "level", "exchange_at_close": "spot", "locked_level": "locked_level"}
    return {**of_loan, **{name: f"{loan.currency}.{line}" for name, line in of_currency.items()}}


def hedged_sections(case: Case, name: str) -> Sequence[Section]:
    """What a facility is made of besides; nothing for one that is not hedged."""
    types = _types(case, name)
    if not types:
        return []
    swapped = [interest_hedged] if "interest_rate_swap" in types else []
    exchanged = [exchange_hedged] if types - {"interest_rate_swap"} else []
    cost = [cost_of_loan] if case.facilities[name].currency is None else []
    return [*swapped, *exchanged, *cost, hedged_loan]


def hedged_links(case: Case, name: str) -> Mapping[str, str]:
    """The rate after hedges of a facility of which only the interest is hedged."""
    return {"service_rate": f"{name}.hedged_period_rate"} if _types(case, name) == {"interest_rate_swap"} else {}


def _types(case: Case, name: str) -> set[str]:
    return {hedge.type for hedge in case.hedges.values() if hedge.facility == name}
