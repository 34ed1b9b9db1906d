"""Guarantees drawn at random for a case with given facilities: any kind, order, share, limit, term and fee."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

__all__ = ["guarantees"]

Draw = Any
Data = dict[str, Any]

_KINDS = [
    "first_loss_guarantee", "partial_credit_guarantee", "partial_risk_guarantee", "liquidity_guarantee",
    "political_risk_insurance", "export_credit_cover", "state_surety",
]  # fmt: skip
_ON_EVENTS = ("partial_risk_guarantee", "political_risk_insurance")


@st.composite
def _guarantee(draw: Draw, facilities: Sequence[str]) -> Data:
    kind = draw(st.sampled_from(_KINDS))
    limits: Data = draw(st.sampled_from([{"amount": 50.0}, {"cap_share": 0.2}, {"amount": 500.0, "cap_share": 0.9}]))
    if kind == "liquidity_guarantee" and draw(st.booleans()):
        limits = {"months": draw(st.sampled_from([0, 3, 6]))}
    events = {"events": "Breach", "event": draw(st.sampled_from([0.0, 0.5, 1.0]))} if kind in _ON_EVENTS else {}
    both = {"from_month": 48, "until_month": 96}
    term = draw(st.sampled_from([{}, {}, {"from_month": 60}, {"until_month": 60}, both]))
    return {
        "type": kind,
        "guarantor": draw(st.sampled_from(["fund", "guarantor", "state_budget"])),
        "covers": draw(st.lists(st.sampled_from(facilities), min_size=1, unique=True)),
        "coverage": draw(st.sampled_from([0.0, 0.5, 0.9, 1.0])),
        "fee_rate": draw(st.sampled_from([0.0, 0.01, 0.02])),
        "upfront_fee_rate": draw(st.sampled_from([0.0, 0.01])),
        "claim_rate": draw(st.sampled_from([0.0, 0.1])),
        **limits,
        **events,
        **term,
    }


def guarantees(facilities: Sequence[str]) -> st.SearchStrategy[Data]:
    """None, one or two guarantees of some of the facilities, by name."""
    found = st.lists(_guarantee(facilities), max_size=2)
    return found.map(lambda blocks: {f"guarantee_{number}": block for number, block in enumerate(blocks)})
