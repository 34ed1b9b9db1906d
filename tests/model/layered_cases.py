"""Whole cases in layers, drawn at random: further facilities of any kind and rank beside the one of a drawn case."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.model.drawn_cases import cases
from tests.model.drawn_guarantees import guarantees

__all__ = ["layered_cases"]

Draw = Any
Data = dict[str, Any]

_KINDS = ["term_loan", "concessional_loan", "mezzanine_loan", "vendor_loan", "bond", "green_bond"]


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 100).map(lambda step: float(f"{low + (high - low) * step / 100:.4g}"))


@st.composite
def _further(draw: Draw, senior: Data) -> Data:
    """A facility on the dates of the first, of another kind, rank, size, profile and interest."""
    sizing: Data = draw(
        st.sampled_from([{"share": 0.1}, {"share": 0.25}, {"amount": 60.0}, {"dscr": 1.2, "share": 0.2},
                         {"llcr": 1.3, "gearing": 0.8}, {"dscr": 1.1, "gearing": 0.9}])
    )  # fmt: skip
    profile = draw(st.sampled_from(["annuity", "equal", "balloon"] + ["sculpted"] * ("dscr" in sizing)))
    found: Data = {
        "type": draw(st.sampled_from(_KINDS)),
        "lender": draw(st.sampled_from(["fund", "bank", "state"])),
        "rank": draw(st.sampled_from([1, 1, 2, 2, 3])),
        "base_rate": draw(_number(0, 0.2)),
        "construction_interest": draw(st.sampled_from(["funded", "added"])),
        "tenor_months": senior["tenor_months"],
        "grace_months": draw(st.sampled_from([0, senior["grace_months"]])),
        "upfront_fee_rate": draw(_number(0, 0.02)),
        "commitment_fee_rate": draw(_number(0, 0.01)),
        "day_count": draw(st.sampled_from(["act_365", "30_360"])),
        "sizing": sizing | {"tax": draw(st.sampled_from(["levered", "unlevered", "none"]))},
        "repayment": {"profile": profile, "balloon": draw(_number(0, 1))},
    }
    if draw(st.booleans()):
        found["pik_margin"] = draw(_number(0, 0.08))
    return found


def _sized_apart(facility: Data) -> Data:
    """The first facility of a drawn case, with room left for others.

    None is repaid all at once and at first: what others may then owe hangs on whether it is drawn by that day, and
    sponsors who pay first decide that by how much the others owe. Such deals need have no size at which they settle.
    """
    sizing = {**facility["sizing"], "gearing": min(facility["sizing"].get("gearing", 1.0), 0.5)}
    given = facility["repayment"]["profile"] == "given"
    return facility | {"sizing": sizing, "repayment": {"profile": "equal"} if given else facility["repayment"]}


@st.composite
def layered_cases(draw: Draw) -> Data:
    """One case with two or three facilities and the guarantees behind them, as the data of its file."""
    data: Data = draw(cases())
    senior = data["facilities"]["senior"]
    further = draw(st.lists(_further(senior), min_size=1, max_size=2))
    more = {f"loan_{number}": found for number, found in enumerate(further)}
    if draw(st.booleans()):
        last = [*more][-1]
        more[last]["sizing"] = {"remainder": True}
        more[last]["repayment"] = {"profile": "equal"}
    funding = data["funding"] | {"minimum_equity_share": draw(st.sampled_from([0.1, 0.25]))}
    reserves = data["reserves"] | {"dsra": data["reserves"]["dsra"] | {"initial_funding": 0.0}}
    return data | {
        "facilities": {"senior": _sized_apart(senior), **more},
        "guarantees": draw(guarantees(["senior", *more])),
        "funding": funding,
        "reserves": reserves,
    }
