"""Cases drawn at random with every way of being paid by use, and with agreements on what is earned."""

from __future__ import annotations

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from tests.model.drawn_cases import cases
from tests.model.drawn_sales import SALES, sale

__all__ = ["cases_that_end", "cases_with_agreements"]

GOING_ON = ("pay_for_performance", "carbon_credits", "ev_charging", "land_sale")
"""Streams that cannot end with a concession, because nobody takes over their costs."""

Draw = Any
Data = dict[str, Any]


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 200).map(lambda step: float(f"{low + (high - low) * step / 200:.4g}"))


_INDEXATION = st.sampled_from([{}, {"cpi": 0.6}, {"cpi": 0.3, "wages": 0.7}])


def _usage(yearly: float) -> st.SearchStrategy[Data]:
    price = yearly / 10
    found: Data = {"type": "usage", "volume": 10.0, "tariff": price, **({"base_price": 1.1 * price} if price else {})}
    return st.fixed_dictionaries(
        {"indexation": _INDEXATION},
        optional={
            "growth": _number(-0.05, 0.05),
            "ramp_up_profile": st.sampled_from([[1.0], [0.6, 0.8, 0.95, 1.0]]),
            "leakage": _number(0, 0.1),
            "contracted_volume": _number(0, 10),
            "volume_factor": _number(0.5, 1.2),
            **({"elasticity": _number(-0.5, 0)} if price else {}),
        },
    ).map(lambda more: found | more)


_OTHERS = st.sampled_from(["subscription", "advertising", "data_exchange", "shadow_toll", *SALES])


@st.composite
def _other(draw: Draw, yearly: float, months: int) -> Data:
    """A stream of another type that earns about as much."""
    kind, part = draw(_OTHERS), draw(_number(0, 1))
    if kind in SALES:
        return sale(draw, kind, yearly, months)
    terms: Data = {
        "subscription": {
            "opening_subscribers": 10 * part, "new_subscribers": 2.0, "churn": draw(_number(0, 1)),
            "price": yearly / 10,
        },
        "advertising": {
            "screens": 10.0, "fill": part, "impressions": 1000.0, "price_per_thousand": yearly / 10,
            "agency": draw(_number(0, 0.3)),
        },
        "data_exchange": {
            "calls": 10.0, "price_per_call": yearly / 10, "haircut": part,
            "lawful": draw(st.sampled_from([0.0, 1.0, {"by_year": {2027: 0.0, 2030: 1.0}}])),
        },
        "shadow_toll": {
            "volume": 10 * part, "growth": 0.03,
            "bands": {"low": {"upper": 4.0, "rate": yearly / 5}, "high": {"lower": 4.0, "rate": yearly / 20}},
        },
    }  # fmt: skip
    return {"type": kind, "indexation": draw(_INDEXATION), **terms[kind]}


@st.composite
def _subsidy(draw: Draw, yearly: float, costs: list[str]) -> Data:
    """An operating subsidy of any mode, with any caps, paid with any lag."""
    mode = draw(st.sampled_from(["fixed", "per_unit", "gap"]))
    terms: Data = {
        "fixed": {"amount": yearly * draw(_number(0, 0.5))},
        "per_unit": {"stream": "toll", "rate": yearly / 20},
        "gap": {
            "streams": ["toll", "other"], "share": draw(_number(0, 1)),
            "settlement": draw(st.sampled_from(["period", "year"])),
            **draw(st.sampled_from([{"cost_share": 1.1}, {"cost_share": 0.5, "costs": costs}, {"required": yearly}])),
        },
    }  # fmt: skip
    found: Data = {"type": "operating_subsidy", "mode": mode, "indexation": draw(_INDEXATION), **terms[mode]}
    if draw(st.booleans()):
        found["cap"] = yearly * draw(_number(0, 1))
    if draw(st.booleans()):
        found["total_cap"] = yearly * draw(_number(0, 5))
    if draw(st.booleans()):
        found["lag_periods"] = draw(st.integers(0, 3))
    return found


@st.composite
def _terms(draw: Draw, streams: list[str]) -> Data:
    return {
        "streams": streams,
        "settlement": draw(st.sampled_from(["year", "period"])),
        "lag_periods": draw(st.integers(0, 3)),
    }


@st.composite
def _guarantee(draw: Draw, streams: list[str], yearly: float) -> Data:
    found: Data = draw(_terms(streams)) | {
        "forecast": yearly * draw(_number(0, 2)),
        "indexation": draw(_INDEXATION),
        "floors": {"low": {"upper": 0.7}, "next": {"lower": 0.7, "upper": draw(_number(0.71, 1)), "share": 0.5}},
        "eligibility": draw(st.sampled_from([0.0, 0.5])),
    }
    if draw(st.booleans()):
        found["sharing"] = {"high": {"lower": 1.1, "upper": 1.5, "share": 0.5}, "top": {"lower": 1.5, "share": 0.9}}
    if draw(st.booleans()):
        found["cap"] = yearly * draw(_number(0, 5))
    if draw(st.booleans()):
        found |= {"cap_present_value": yearly * draw(_number(0, 5)), "cap_rate": draw(_number(0, 0.2))}
    return found


@st.composite
def cases_with_agreements(draw: Draw) -> Data:
    """One case with use, another stream and a subsidy beside those drawn, a guarantee and a share of revenue."""
    data: Data = draw(cases())
    yearly = sum(item["unit_cost"] * item["quantity"] for item in data["capex"].values()) * draw(_number(0.0, 0.3))
    months = data["timing"]["operation_months"]
    revenue = data["revenue"] | {"toll": draw(_usage(yearly)), "other": draw(_other(yearly, months))}
    revenue["help"] = draw(_subsidy(yearly, sorted(data["opex"])[:1]))
    streams = draw(st.lists(st.sampled_from(sorted(revenue)), min_size=1, unique=True))
    shared = {"share": draw(_number(0, 0.3)), "minimum": yearly * draw(_number(0, 0.1))}
    return data | {
        "revenue": revenue,
        "revenue_guarantees": {"mrg": draw(_guarantee(streams, yearly))},
        "revenue_shares": {"city": draw(_terms(["toll"])) | shared},
    }


@st.composite
def cases_that_end(draw: Draw) -> Data:
    """One case whose concession ends with the present value of some of its streams, others ending with it or not."""
    data: Data = draw(cases_with_agreements())
    kept = {key: value for key, value in data.items() if key not in ("revenue_guarantees", "revenue_shares")}
    going_on = [name for name, stream in sorted(data["revenue"].items()) if stream["type"] in GOING_ON]
    names = [name for name in sorted(data["revenue"]) if name not in going_on]
    assume(names)
    counted = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    others = [name for name in names if name not in counted]
    yearly = sum(item["unit_cost"] * item["quantity"] for item in data["capex"].values())
    concession = {
        "streams": counted,
        "bid": yearly * draw(_number(0, 2)),
        "rate": draw(_number(0, 0.2)),
        "discounted_to": draw(st.sampled_from(["financial_close", "completion"])),
        "last_period": draw(st.sampled_from(["part", "whole"])),
        "remaining": [*going_on, *others[: draw(st.integers(0, len(others)))]],
        "costs_taken_over": draw(st.sampled_from([1.0, 0.8])),
    }
    return kept | {"least_present_value": {"concession": concession}}
