"""Whole deals with every instrument, drawn at random: layers, support, guarantees, dollars, sweeps, covenants."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.model.layered_cases import layered_cases
from tests.model.supported_cases import supported

__all__ = ["deals_of_every_kind"]

Draw = Any
Data = dict[str, Any]

_RATE = 500.0
_USD = {"spot": _RATE, "domestic_rate": 0.15, "foreign_rate": 0.05}


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 100).map(lambda step: float(f"{low + (high - low) * step / 100:.4g}"))


def _some(draw: Draw, found: Data, **keys: st.SearchStrategy[Any]) -> Data:
    """The block with each of the keys, or without it."""
    return found | {name: draw(values) for name, values in keys.items() if draw(st.booleans())}


@st.composite
def _guarantee(draw: Draw, facilities: list[str]) -> Data:
    kind = draw(
        st.sampled_from(
            ["first_loss_guarantee", "partial_credit_guarantee", "partial_risk_guarantee", "liquidity_guarantee",
             "political_risk_insurance", "export_credit_cover", "state_surety"]
        )
    )  # fmt: skip
    found: Data = {
        "type": kind,
        "guarantor": draw(st.sampled_from(["state_budget", "insurer"])),
        "covers": draw(st.lists(st.sampled_from(facilities), min_size=1, unique=True)),
        "coverage": draw(st.sampled_from([0.0, 0.5, 0.9, 1.0])),
        "cap_share": draw(_number(0.1, 1)),
        "fee_rate": draw(_number(0, 0.01)),
        "claim_rate": draw(_number(0, 0.1)),
    }
    if kind in ("partial_risk_guarantee", "political_risk_insurance"):
        found |= {"events": "breach", "event": draw(st.sampled_from([0.0, 0.6, 1.0]))}
    if kind == "liquidity_guarantee":
        found["months"] = draw(st.integers(1, 12))
    return _some(draw, found, from_month=st.integers(0, 60), upfront_fee_rate=_number(0, 0.01))


_COVENANTS = st.fixed_dictionaries(
    {
        "lockup_dscr": st.sampled_from([1.1, 1.3]),
        "lockup_test": st.sampled_from(["historic", "forward"]),
        "default_dscr": st.sampled_from([0.9, 1.05]),
    },
    optional={
        "cure": st.fixed_dictionaries({"most_cures": st.integers(1, 4), "most_in_succession": st.integers(1, 3)})
    },
)
_SWEEP = st.fixed_dictionaries(
    {"share": _number(0.1, 1), "from_month": st.sampled_from([0, 30])},
    optional={"above_dscr": st.sampled_from([1.1, 1.5])},
)
_ORDERS = st.sampled_from(["in_order", "inverse_order", "pro_rata"])


def _in_dollars(loan: Data) -> Data:
    found = {**loan, "currency": "usd", "sizing": {**loan["sizing"]}}
    if "amount" in found["sizing"]:
        found["sizing"]["amount"] /= _RATE
    return found


@st.composite
def deals_of_every_kind(draw: Draw) -> Data:
    """One case with layers, grants and whatever else can be agreed, as the data of its file."""
    data: Data = draw(supported(layered_cases()))
    facilities = {
        name: _some(draw, loan, sweep=_SWEEP, covenants=_COVENANTS, prepayment_order=_ORDERS)
        for name, loan in data["facilities"].items()
    }
    names = [*facilities]
    more: Data = {}
    if draw(st.booleans()):
        foreign = names[-1]
        facilities[foreign] = _in_dollars(facilities[foreign])
        path = draw(st.sampled_from([{"path": "forward"}, {"depreciation": 0.06}, {"depreciation": -0.03}]))
        more["currencies"] = {"usd": {**_USD, **path, "shock": draw(st.sampled_from([0.0, 0.3]))}}
        if draw(st.booleans()):
            share = draw(_number(0.2, 1))
            more["hedges"] = {"dollars": {"type": "fx_forward", "facility": foreign, "share": share}}
    elif draw(st.booleans()):
        swap = {
            "type": "interest_rate_swap",
            "facility": names[0],
            "share": 0.7,
            "fixed_rate": draw(_number(0.02, 0.2)),
        }
        more["hedges"] = {"swap": swap}
    number = draw(st.integers(0, 2))
    more["guarantees"] = {f"cover_{place}": draw(_guarantee(names)) for place in range(number)}
    if draw(st.booleans()):
        more["termination"] = {"equity_rate": draw(_number(0.05, 0.3))}
    return data | more | {"facilities": facilities}
