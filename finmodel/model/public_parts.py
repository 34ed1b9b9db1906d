"""The public side: which sections a case is made of on termination, value for money and fiscal commitments."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.fiscal import state_parties
from finmodel.model.fiscal_parts import fiscal_parts
from finmodel.model.land.public_land import public_land
from finmodel.model.public_flows import (
    public_after_handover,
    public_operating_subsidies,
    public_payments,
    public_receipts,
    public_top_ups,
)
from finmodel.model.termination_parts import termination_parts
from finmodel.model.value_for_money_parts import value_for_money_parts

__all__ = ["public_parts"]


def public_parts(case: Case) -> Iterable[Part]:
    """The parts for each heading of the public side that the case states."""
    yield from termination_parts(case)
    if case.fiscal is not None or case.value_for_money is not None:
        state = state_parties(case)
        guaranteed = [name for name, terms in case.revenue_guarantees.items() if terms.guarantor in state]
        if guaranteed:
            yield public_top_ups(guaranteed).part()
        yield from _of_support(case, state)
        yield public_payments(state, tuple(case.facilities)).part()
        yield public_receipts(state).part()
        if case.land is not None and {*case.land.parties} <= {*state}:
            yield public_land(_passed_on(case, state)).part()
    yield from fiscal_parts(case)
    yield from value_for_money_parts(case)


def _of_support(case: Case, state: Collection[str]) -> Iterable[Part]:
    """Rows of their own for subsidies of operation, and for what the State runs once a concession has ended."""
    subsidies = [
        name for name, stream in case.revenue.items() if stream.type == "operating_subsidy" and stream.payer in state
    ]
    if subsidies:
        yield public_operating_subsidies(subsidies).part()
    ended = [name for name, terms in case.least_present_value.items() if terms.payee in state]
    if ended:
        yield public_after_handover(ended).part()


def _passed_on(case: Case, state: Collection[str]) -> list[str]:
    """The streams by which the State passes on to the company what owners of land have paid to it."""
    streams = case.revenue.items()
    return [name for name, stream in streams if stream.type == "land_value_capture" and stream.payer in state]
