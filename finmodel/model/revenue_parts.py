"""Which sections each revenue stream of a case is made of, by its type."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.revenue import AvailabilityPayment, Stream
from finmodel.model.indexation import payment_indexation
from finmodel.model.outcomes.energy_performance import energy_performance
from finmodel.model.outcomes.outcome_parts import beside_stream, outcome_parts
from finmodel.model.outcomes.pay_for_performance import pay_for_performance
from finmodel.model.revenue.availability_payment import area, availability_payment, kpi
from finmodel.model.revenue.collection import collection
from finmodel.model.revenue.investment_cost_compensation import investment_cost_compensation
from finmodel.model.revenue.management_remuneration import management_remuneration
from finmodel.model.revenue.operating_cost_compensation import operating_cost_compensation
from finmodel.model.revenue.plain_stream import plain_stream
from finmodel.model.revenue.rent import rent

__all__ = ["STREAMS", "revenue_parts"]

STREAMS = {
    "availability_payment": availability_payment,
    "energy_performance": energy_performance,
    "investment_cost_compensation": investment_cost_compensation,
    "management_remuneration": management_remuneration,
    "operating_cost_compensation": operating_cost_compensation,
    "pay_for_performance": pay_for_performance,
    "plain_stream": plain_stream,
    "rent": rent,
}
"""Sections of revenue streams by their type in a case."""


def revenue_parts(case: Case) -> Iterable[Part]:
    """The parts of every stream, with the areas and indicators of availability payments."""
    for name, stream in case.revenue.items():
        beside = beside_stream(name, stream)
        yield STREAMS[stream.type].instance(
            name,
            _indexation(case, stream),
            collection,
            *beside.sections,
            label=stream.label or name.replace("_", " ").capitalize(),
            roles={"payer": stream.payer, **beside.roles},
            links={**({"exchange": f"{stream.currency}.rate"} if stream.currency else {}), **beside.links},
        )
        yield from outcome_parts(name, stream)
        if isinstance(stream, AvailabilityPayment):
            yield from _deductions(name, stream)


def _indexation(case: Case, stream: Stream) -> Section:
    """By indices, and by rates of exchange where a weight is that of a currency."""
    by_rate = [name for name in stream.indexation if name in case.currencies]
    return payment_indexation([name for name in stream.indexation if name not in by_rate], by_rate)


def _deductions(name: str, stream: AvailabilityPayment) -> Iterable[Part]:
    roles, links = {"stream": name}, {"payment": f"{name}.gross"}
    for key, block in stream.areas.items():
        yield area.instance(f"{name}_{key}", label=block.label or key, roles=roles, links=links)
    for key, indicator in stream.kpis.items():
        yield kpi.instance(f"{name}_{key}", label=indicator.label or key, roles=roles, links=links)
