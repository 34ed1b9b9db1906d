"""Whole cases drawn at random with a loan in dollars, and the shocks of the rate that they must bear."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from finmodel.engines.numpy_engine import NumpyEngine
from tests.model.drawn_cases import cases
from tests.model.test_whole_cases import assert_changes_nothing, assert_holds, shocked_inputs
from tests.modelled import model_of

__all__ = ["assert_holds_at_any_rate", "foreign_cases"]

Data = dict[str, Any]

RATE = 500.0
SHOCKS = (0.0, 0.25, -0.25, 1.0)
PLANNED = SHOCKS[:3]
"""Debt planned, equity first, around a rate that doubles while it is drawn need not have a size that settles."""
OTHER_SHOCKS: list[dict[str, float]] = [
    {"amount": 1.0, "unit_cost": 1.0, "base_rate": 1.0, "delay_months": 0},
    {"amount": 1.0, "unit_cost": 1.0, "base_rate": 1.0, "delay_months": 0},
    {"amount": 0.8, "unit_cost": 1.2, "base_rate": 1.5, "delay_months": 9},
    {"amount": 0.5, "unit_cost": 1.0, "base_rate": 1.0, "delay_months": 0},
]


@st.composite
def foreign_cases(draw: Any) -> Data:
    """A case as any other, its loan in dollars that rise or fall; some costs and payments in dollars too."""
    found: Data = draw(cases())
    rates = {"domestic_rate": draw(st.sampled_from([0.1, 0.15])), "foreign_rate": draw(st.sampled_from([0.0, 0.05]))}
    path: Data = draw(st.sampled_from([{"path": "forward"}, {"depreciation": 0.06}, {"depreciation": -0.03}]))
    usd = {"spot": RATE, **rates, **path, "shock_from_month": draw(st.sampled_from([0, 6, 30]))}
    loan = dict(found["facilities"]["senior"])
    loan |= {"currency": "usd", "agency_fee_amount": loan["agency_fee_amount"] / RATE}
    if "amount" in loan["sizing"]:
        loan["sizing"] = loan["sizing"] | {"amount": loan["sizing"]["amount"] / RATE}
    loan["construction_interest"] = draw(st.sampled_from(["funded", "added"]))
    capex = dict(found["capex"])
    if draw(st.booleans()):
        first = capex["item_0"]
        capex["item_0"] = first | {"currency": "usd", "unit_cost": first["unit_cost"] / RATE}
    return found | {"currencies": {"usd": usd}, "facilities": {"senior": loan}, "capex": capex}


def assert_holds_at_any_rate(data: Data) -> None:
    """A case as drawn, re-sized at other rates of exchange, and at its contract under shocks of every kind."""
    model = model_of(data)
    engine = NumpyEngine(model.graph, model.periods)
    base = engine.run(model.inputs.values)
    assert_holds(model, base)
    moved = {**model.inputs.values, "usd.shock": np.array(PLANNED)}
    assert_holds(model, engine.run(moved, scenarios=len(PLANNED)))
    contract = {name: base.lines[name] for name in model.graph.freezable}
    shocked = {**shocked_inputs(model, data, OTHER_SHOCKS), "usd.shock": np.array(SHOCKS)}
    held = engine.run(shocked, frozen=contract, scenarios=len(SHOCKS))
    assert_holds(model, held)
    assert_changes_nothing(base, held)
