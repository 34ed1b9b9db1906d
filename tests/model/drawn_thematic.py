"""Whole deals whose facilities are thematic, drawn at random: labelled, linked to targets, sukuk."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from finmodel.timeline import month_after

__all__ = ["thematic"]

Draw = Any
Data = dict[str, Any]

_SUKUK = st.fixed_dictionaries(
    {
        "leased_share": st.sampled_from([0.2, 0.8, 1.0]),
        "insured_share": st.sampled_from([0.5, 1.1]),
        "takaful_rate": st.sampled_from([0.0, 0.004]),
        "servicing_amount": st.sampled_from([0.0, 2.0]),
    },
    optional={"minimum_asset_cover": st.sampled_from([0.5, 1.2]), "tradability_share": st.just(0.51)},
)
_BOND = st.fixed_dictionaries(
    {
        "issue_price": st.sampled_from([0.93, 1.0, 1.02]),
        "listing_cost_amount": st.sampled_from([0.0, 1.5]),
        "listing_fee_amount": st.sampled_from([0.0, 0.3]),
    }
)
_REVIEWED = st.fixed_dictionaries(
    {"review_cost_amount": st.sampled_from([0.0, 1.0]), "review_fee_amount": st.sampled_from([0.0, 0.2])}
)


@st.composite
def _target(draw: Draw, start: date, tenor: int) -> Data:
    """Met or missed, observed at the end of a month in the first two thirds of the tenor."""
    observed = month_after(start, draw(st.integers(1, max(tenor * 2 // 3, 1))))
    found: Data = {
        "indicator": "Energy",
        "path": draw(st.sampled_from([90.0, 110.0])),
        "target": 100.0,
        "observation_date": observed.isoformat(),
        "step_up_rate": draw(st.sampled_from([0.0025, 0.02])),
        "step_down_rate": draw(st.sampled_from([0.0, 0.001])),
    }
    if draw(st.booleans()):
        found |= {"premium_rate": 0.01, "miss_probability": 0.3}
    return found


@st.composite
def thematic(draw: Draw, deals: st.SearchStrategy[Data]) -> Data:
    """A drawn deal in which each facility that can be is of a thematic kind, as the data of its file."""
    data: Data = draw(deals)
    start = date.fromisoformat(str(data["timing"]["start"]))
    return data | {"facilities": {name: draw(_turned(loan, start)) for name, loan in data["facilities"].items()}}


@st.composite
def _turned(draw: Draw, loan: Data, start: date) -> Data:
    kind = draw(
        st.sampled_from(["green_bond", "sustainability_linked_bond", "sustainability_linked_loan", "sukuk_ijara"])
    )
    plain: Data = loan | {"type": kind}
    more: Data
    if kind == "sukuk_ijara":
        more = draw(_SUKUK)
        plain.pop("pik_margin", None)
        return plain | {"construction_interest": "funded"} | more
    if kind == "green_bond":
        more = draw(_BOND) | draw(_REVIEWED) | _placed(draw, loan)
        return plain | more
    more = draw(_BOND) if kind == "sustainability_linked_bond" else {}
    return plain | more | {"targets": {"energy": draw(_target(start, loan["tenor_months"]))}}


def _placed(draw: Draw, loan: Data) -> Data:
    """At close, where its money can wait."""
    waits = loan.get("construction_interest") != "added" and loan.get("interest_on") != "average_balance"
    if not waits or {"pik_margin", "currency"} & set(loan) or not draw(st.booleans()):
        return {}
    return {"placed": "at_close", "proceeds_rate": draw(st.sampled_from([0.0, 0.05]))}
