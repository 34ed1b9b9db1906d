"""Which sections each revenue stream of a case is made of, by its type."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.land_value_capture import LandValueCapture
from finmodel.inputs.operating_subsidy import OperatingSubsidy
from finmodel.inputs.pool import COMMON
from finmodel.inputs.revenue import AvailabilityPayment, Stream
from finmodel.inputs.shadow_toll import ShadowToll
from finmodel.inputs.text import label_of
from finmodel.inputs.usage import UseTerms
from finmodel.model.indexation import indexed_by
from finmodel.model.land.land_value_capture import land_value_capture
from finmodel.model.outcomes.energy_performance import energy_performance
from finmodel.model.outcomes.outcome_parts import beside_stream, outcome_parts
from finmodel.model.outcomes.pay_for_performance import pay_for_performance
from finmodel.model.revenue.advertising import advertising
from finmodel.model.revenue.availability_payment import area, availability_payment, kpi
from finmodel.model.revenue.carbon_credits import carbon_credits
from finmodel.model.revenue.data_exchange import data_exchange
from finmodel.model.revenue.energy_sold import energy_sold
from finmodel.model.revenue.ev_charging import ev_charging
from finmodel.model.revenue.investment_cost_compensation import investment_cost_compensation
from finmodel.model.revenue.land_lease import land_lease
from finmodel.model.revenue.land_sale import land_sale
from finmodel.model.revenue.management_remuneration import management_remuneration
from finmodel.model.revenue.operating_cost_compensation import operating_cost_compensation
from finmodel.model.revenue.operating_subsidy import operating_subsidy
from finmodel.model.revenue.plain_stream import plain_stream
from finmodel.model.revenue.rent import rent
from finmodel.model.revenue.shadow_toll import shadow_toll, traffic_band
from finmodel.model.revenue.subscription import subscription
from finmodel.model.revenue.usage import growing_use, usage
from finmodel.model.revenue.usage_ramp_up import by_profile, with_the_project
from finmodel.model.sales_parts import beside_sale, collected_by
from finmodel.model.subsidy_parts import subsidy_sections

__all__ = ["STREAMS", "revenue_parts"]

STREAMS = {
    "advertising": advertising,
    "availability_payment": availability_payment,
    "carbon_credits": carbon_credits,
    "data_exchange": data_exchange,
    "energy_performance": energy_performance,
    "energy_sold": energy_sold,
    "ev_charging": ev_charging,
    "investment_cost_compensation": investment_cost_compensation,
    "land_lease": land_lease,
    "land_sale": land_sale,
    "land_value_capture": land_value_capture,
    "management_remuneration": management_remuneration,
    "operating_cost_compensation": operating_cost_compensation,
    "operating_subsidy": operating_subsidy,
    "pay_for_performance": pay_for_performance,
    "plain_stream": plain_stream,
    "rent": rent,
    "shadow_toll": shadow_toll,
    "subscription": subscription,
    "usage": usage,
}
"""Sections of revenue streams by their type in a case."""


def revenue_parts(case: Case) -> Iterable[Part]:
    """The parts of every stream, with the areas and indicators of availability payments."""
    for name, stream in case.revenue.items():
        beside = beside_sale(case, stream) or beside_stream(name, stream)
        yield STREAMS[stream.type].instance(
            name,
            indexed_by(stream.indexation, case.currencies),
            *_choices(case, stream),
            *collected_by(stream),
            *beside.sections,
            label=label_of(name, stream),
            roles={"payer": stream.payer, "member": stream.member or COMMON, **beside.roles},
            links={
                **({"exchange": f"{stream.currency}.rate"} if stream.currency else {}),
                **(
                    {"captured_from_land": f"{stream.instrument}.captured"}
                    if isinstance(stream, LandValueCapture)
                    else {}
                ),
                **beside.links,
            },
        )
        yield from outcome_parts(name, stream)
        if isinstance(stream, AvailabilityPayment):
            yield from _deductions(name, stream)
        if isinstance(stream, ShadowToll):
            yield from _traffic_bands(name, stream)


def _choices(case: Case, stream: Stream) -> Iterable[Section]:
    """The sections that a stream has besides, by what its block states."""
    if isinstance(stream, UseTerms):
        yield growing_use
        profile = stream.ramp_up_profile
        yield with_the_project if profile is None else by_profile(len(profile.numbers))
    if isinstance(stream, OperatingSubsidy):
        yield from subsidy_sections(case, stream)


def _deductions(name: str, stream: AvailabilityPayment) -> Iterable[Part]:
    roles, links = {"stream": name}, {"payment": f"{name}.gross"}
    for key, block in stream.areas.items():
        yield area.instance(f"{name}_{key}", label=block.label or key, roles=roles, links=links)
    for key, indicator in stream.kpis.items():
        yield kpi.instance(f"{name}_{key}", label=indicator.label or key, roles=roles, links=links)


def _traffic_bands(name: str, stream: ShadowToll) -> Iterable[Part]:
    links = {
        "stream_traffic": f"{name}.traffic",
        "stream_years": f"{name}.years_of_use",
        "stream_indexation": f"{name}.indexation",
    }
    for key, band in stream.bands.items():
        yield traffic_band.instance(f"{name}_{key}", label=band.label or key, roles={"stream": name}, links=links)
