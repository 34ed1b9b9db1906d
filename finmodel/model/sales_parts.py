"""Which sections beside their own the streams have that sell energy, credits, charging, space and land."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.expr.section import Section
from finmodel.inputs.carbon_credits import CarbonCredits
from finmodel.inputs.case import Case
from finmodel.inputs.energy_sold import EnergySold
from finmodel.inputs.ev_charging import EvCharging
from finmodel.inputs.land_lease import LandLease
from finmodel.inputs.land_sale import LandSale
from finmodel.inputs.rent import Rent
from finmodel.inputs.revenue import Stream
from finmodel.model.indexation import market_indexation
from finmodel.model.outcomes.outcome_parts import Beside
from finmodel.model.revenue.collection import collection
from finmodel.model.revenue.credited_from_close import credited_from_close
from finmodel.model.revenue.credited_from_its_year import credited_from_its_year
from finmodel.model.revenue.energy_sold import energy_collection
from finmodel.model.revenue.ev_charging import charging_by_session, electricity_bought
from finmodel.model.revenue.land_sale import sale_collection
from finmodel.model.revenue.planned_completion import planned_completion
from finmodel.model.revenue.rent import let_by_profile, rent_alone, rent_free, with_service_charge
from finmodel.model.revenue.usage_ramp_up import by_profile, with_the_project

__all__ = ["beside_sale", "collected_by"]


def collected_by(stream: Stream) -> tuple[Section, ...]:
    """How a stream is collected: from one payer after some days, from two buyers, or in two instalments."""
    if isinstance(stream, EnergySold) and stream.price is not None and stream.market is not None:
        return energy_collection
    return sale_collection if isinstance(stream, LandSale) else (collection,)


def beside_sale(case: Case, stream: Stream) -> Beside | None:
    """The sections, roles and links of such a stream; nothing for any other."""
    if isinstance(stream, EnergySold):
        return _energy(case, stream)
    if isinstance(stream, CarbonCredits):
        return _credits(stream)
    if isinstance(stream, EvCharging):
        return _charging(stream)
    if isinstance(stream, Rent):
        return Beside(tuple(_letting(stream)))
    if isinstance(stream, LandLease):
        return Beside((planned_completion,))
    return Beside((planned_completion,), {"supplier": stream.supplier}) if isinstance(stream, LandSale) else None


def _credits(stream: CarbonCredits) -> Beside:
    """By when the factor falls: from the year that it is of, or from financial close where none is stated."""
    falls = credited_from_close if stream.factor_year is None else credited_from_its_year
    return Beside((falls,), {"verifier": stream.verifier}, _index("verification_price", stream.verification_index))


def _energy(case: Case, stream: EnergySold) -> Beside:
    market = stream.market
    if market is None:
        return Beside()
    exchange = {"market_exchange": f"{market.currency}.rate"} if market.currency else {}
    return Beside(
        (market_indexation(market.indexation, case.currencies),),
        {"market": market.payer, **({"payer": market.payer} if stream.price is None else {})},
        exchange,
    )


def _charging(stream: EvCharging) -> Beside:
    profile = stream.ramp_up_profile
    sections = [with_the_project if profile is None else by_profile(len(profile.numbers))]
    if stream.session_fee is not None:
        sections.append(charging_by_session)
    if stream.price is None:
        return Beside(tuple(sections))
    links = _index("electricity_level", stream.electricity_index)
    return Beside((*sections, *electricity_bought), {"supplier": stream.supplier}, links)


def _letting(stream: Rent) -> Iterator[Section]:
    if stream.take_up is not None:
        yield let_by_profile(len(stream.take_up.numbers))
    if stream.rent_free_months is not None:
        yield rent_free
    charge = stream.service_charge
    yield rent_alone if charge is None else with_service_charge(charge.costs)


def _index(link: str, index: str | None) -> dict[str, str]:
    return {link: f"{index}.index_level" if index else "unindexed"}
