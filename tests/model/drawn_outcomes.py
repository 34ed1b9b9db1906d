"""Outcome-based streams drawn at random: any rate card, cap, lag, verifier; any model of an energy contract."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.model.drawn_cases import cases

__all__ = ["cases_paid_for_outcomes"]

Draw = Any
Data = dict[str, Any]


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 100).map(lambda step: float(f"{low + (high - low) * step / 100:.4g}"))


def _some(draw: Draw, found: Data, **keys: st.SearchStrategy[Any]) -> Data:
    """The block with each of the keys, or without it."""
    return found | {name: draw(values) for name, values in keys.items() if draw(st.booleans())}


@st.composite
def _outcome(draw: Draw) -> Data:
    better = draw(st.sampled_from(["higher", "lower"]))
    distance = draw(_number(-20, 60))
    sign = 1 if better == "higher" else -1
    found: Data = {"better": better, "baseline": 100.0, "measured": 100.0 + sign * distance}
    found["mode"] = draw(st.sampled_from(["linear", "binary", "tiered"]))
    if found["mode"] == "linear":
        found["rate"] = draw(_number(0, 3))
    elif found["mode"] == "binary":
        found |= {"target": 100.0 + sign * draw(_number(1, 60)), "reward": draw(_number(0, 100))}
    else:
        starts = sorted(draw(st.sets(st.sampled_from([0.0, 5.0, 20.0, 40.0]), min_size=1)))
        found["tiers"] = {f"t{n}": {"above": start, "rate": draw(_number(0, 3))} for n, start in enumerate(starts)}
    return _some(
        draw, found, error=_number(0, 0.2), attribution=_number(0, 1), cap=_number(0, 100), saving=_number(0, 4)
    )


def _return_cap() -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(
        {"rate": _number(0, 0.3), "basis": st.sampled_from(["before_financing", "distributions"])},
        optional={"returned_to": st.just("provider")},
    )


@st.composite
def _paid_for_performance(draw: Draw) -> Data:
    outcomes = draw(st.lists(_outcome(), min_size=1, max_size=3))
    found: Data = {
        "type": "pay_for_performance",
        "outcomes": {f"o{number}": outcome for number, outcome in enumerate(outcomes)},
        "achievement": draw(_number(0, 1.5)),
        "verification": {
            "lag_periods": draw(st.integers(0, 3)),
            "cost": draw(_number(0, 5)),
            "cost_share": draw(_number(0, 0.1)),
            "index": draw(st.sampled_from([None, "cpi"])),
        },
    }
    return _some(
        draw, found, cap=_number(20, 150), total_cap=_number(0, 600), minimum_fee=_number(0, 20),
        indexation=st.just({"cpi": 0.6}), return_cap=_return_cap(),
        impact_bond=st.fixed_dictionaries(
            {"top_up": _number(0, 0.5), "top_up_above": _number(0, 60), "management_fee": _number(1, 3)},
            optional={"management_index": st.just("cpi")},
        ),
    )  # fmt: skip


@st.composite
def _energy_contract(draw: Draw) -> Data:
    model = draw(st.sampled_from(["guaranteed_savings", "shared_savings", "first_out", "energy_service"]))
    found: Data = {
        "type": "energy_performance",
        "model": model,
        "baseline": 1000.0,
        "measured": draw(_number(300, 1100)),
        "tariff": draw(_number(0, 0.2)),
        "rebound": draw(_number(0, 0.3)),
        "achievement": draw(_number(0, 1.2)),
        "tariff_index": draw(st.sampled_from([None, "cpi"])),
    }
    if model == "guaranteed_savings":
        found |= {"service_fee": draw(_number(0, 100)), "guaranteed": draw(_number(0, 1000))}
        return _some(draw, found, excess_share=_number(0, 1), compensation_limit=_number(0, 2))
    if model == "shared_savings":
        return _some(draw, found | {"savings_share": draw(_number(0, 1))}, total_cap=_number(0, 500))
    if model == "first_out":
        return _some(draw, found | {"payback_amount": draw(_number(0, 500))}, payback_return=_number(0, 0.3))
    return found | {"price": draw(_number(0, 1)), "volume": draw(_number(0, 100))}


@st.composite
def cases_paid_for_outcomes(draw: Draw) -> Data:
    """Any case that can be drawn, paid for outcomes and for savings besides."""
    data: Data = draw(cases())
    data["revenue"]["outcomes_paid"] = draw(_paid_for_performance())
    data["revenue"]["savings_paid"] = draw(_energy_contract())
    return data
