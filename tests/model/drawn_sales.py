"""Streams drawn at random that sell energy, credits, charging, space and land."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.model.drawn_cases import cases

__all__ = ["SALES", "cases_with_sales", "sale"]

Draw = Any
Data = dict[str, Any]

SALES = ("energy_sold", "carbon_credits", "ev_charging", "land_lease", "land_sale", "rent")

_INDEXATION = st.sampled_from([{}, {"cpi": 0.6}, {"cpi": 0.3, "wages": 0.7}])


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 200).map(lambda step: float(f"{low + (high - low) * step / 200:.4g}"))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """The value in a list, or an empty list for a term that is not stated."""
    return st.one_of(st.just([]), strategy.map(lambda value: [value]))


def _stated(draw: Draw, **terms: st.SearchStrategy[Any]) -> Data:
    """Some of these terms."""
    return {key: value for key, terms in terms.items() for value in draw(_maybe(terms))}


def _energy(draw: Draw, yearly: float, months: int) -> Data:
    found: Data = {"energy": 10.0, "price": yearly / 10} | _stated(
        draw, degradation=_number(0, 0.03), availability=_number(0.8, 1), losses=_number(0, 0.1),
        resource_factor=_number(0.7, 1.1),
    )  # fmt: skip
    if draw(st.booleans()):
        market = _stated(draw, capture_rate=_number(0.5, 1.2), curtailment=_number(0, 0.3), indexation=_INDEXATION)
        term = max(draw(st.integers(3, months)) - 1, 3) / 12
        found |= {"market": {"price": yearly / 12, **market}, "term_years": term, "contracted_share": 0.9}
    return found


def _credits(draw: Draw, yearly: float, months: int) -> Data:
    return {
        "quantity": 10.0, "emission_factor": 0.8, "crediting_years": draw(st.integers(3, months)) / 12,
        "price": yearly / 8, "contract": "Agreement", "verification_cost": yearly / 50,
    } | _stated(
        draw, factor_decline=_number(0, 0.05), leakage=_number(0, 0.3), buffer=_number(0, 0.3),
        issuance_lag_periods=st.integers(1, 4), issuance_fee=_number(0, 0.02).map(lambda x: x * yearly),
    )  # fmt: skip


def _charging(draw: Draw, yearly: float, months: int) -> Data:
    bought = {"price": yearly / 100, "electricity_price": yearly / 200, "charging_losses": 0.08}
    sessions = {"session_fee": yearly / 1000, "energy_per_session": 2.0}
    found: Data = {"chargers": 10.0, "power": 1.0, "hours": 100.0, "utilisation": draw(_number(0, 0.2))}
    found |= draw(st.sampled_from([{"margin": yearly / 100}, bought])) | draw(st.sampled_from([{}, sessions]))
    profiles = st.sampled_from([[1.0], [0.3, 0.6, 1.0]])
    more = _stated(draw, roaming_share=_number(0, 0.2), ramp_up_profile=profiles)
    return {**found, **more}


def _lease(draw: Draw, yearly: float, months: int) -> Data:
    area = draw(st.sampled_from([3.0, {"by_year": {2027: 0.0, 2029: 5.0, 2031: 0.0}}]))
    return {"area": area, "rent": yearly / 10} | _stated(
        draw, area_at_completion=_number(0, 10), take_up=_number(0, 1), vacancy=_number(0, 0.5), ended=_number(0, 1),
        premium=_number(0, 0.2).map(lambda x: x * yearly),
    )  # fmt: skip


def _sale(draw: Draw, yearly: float, months: int) -> Data:
    rest = {"share_at_signing": draw(_number(0, 0.9)), "rest_after_periods": draw(st.integers(1, 4))}
    found: Data = {"area": 10.0, "sold": draw(_number(0.1, 5)), "price": yearly / 5}
    found |= draw(st.sampled_from([{}, rest]))
    return found | _stated(draw, cost_share=_number(0, 0.2))


def _rent(draw: Draw, yearly: float, months: int) -> Data:
    let = draw(
        st.sampled_from([{"share_let": {"by_year": {2027: 0.9, 2031: 0.4, 2034: 1.0}}}, {"take_up": [0.3, 0.8, 1.0]}])
    )
    return {"space": 10.0, "rent_per_unit": yearly / 10, **let} | _stated(
        draw, vacancy=_number(0, 0.3), rent_free_months=st.integers(0, 30)
    )


_TERMS = {
    "energy_sold": _energy, "carbon_credits": _credits, "ev_charging": _charging, "land_lease": _lease,
    "land_sale": _sale, "rent": _rent,
}  # fmt: skip


def sale(draw: Draw, kind: str, yearly: float, months: int) -> Data:
    """A stream of one of these types that earns about so much a year over so many months of operation."""
    return {"type": kind, "indexation": draw(_INDEXATION), **_TERMS[kind](draw, yearly, months)}


@st.composite
def cases_with_sales(draw: Draw) -> Data:
    """One case with a stream of each of these types beside those drawn, and tenants who pay costs back."""
    data: Data = draw(cases())
    cost = sum(item["unit_cost"] * item["quantity"] for item in data["capex"].values())
    months = data["timing"]["operation_months"]
    sold = {kind: sale(draw, kind, cost * draw(_number(0.0, 0.1)), months) for kind in SALES}
    if data["opex"]:
        sold["rent"]["service_charge"] = {"costs": sorted(data["opex"])[:1], "share": draw(_number(0, 1.2))}
    return data | {"revenue": data["revenue"] | {f"sold_{kind}": terms for kind, terms in sold.items()}}
