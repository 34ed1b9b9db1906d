"""What must hold in every case that can be written down: nothing leaks, nothing is negative, every debt is settled."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr import nodes
from finmodel.model.assembly import Model
from tests.model.deals_of_every_kind import deals_of_every_kind
from tests.model.drawn_cases import cases, sculpted_cases
from tests.model.layered_cases import layered_cases
from tests.modelled import model_of
from tests.sizes import drawn

Array = NDArray[np.float64]

TOLERANCE = 1e-5
"""The default tolerance of a case; amounts here are below 100,000."""

SHOCKS = st.lists(
    st.fixed_dictionaries(
        {
            "amount": st.sampled_from([0.0, 0.5, 0.8, 1.0, 1.3]),
            "unit_cost": st.sampled_from([0.8, 1.0, 1.2, 2.0]),
            "base_rate": st.sampled_from([0.5, 1.0, 1.5]),
            "delay_months": st.integers(0, 9),
        }
    ),
    min_size=3,
    max_size=3,
)
"""Three more cases of the same structure: factors on what is earned, paid and charged, and a later completion."""

MAY_BE_BLANK = (nodes.Ratio, nodes.InternalRate, nodes.Lowest, nodes.Highest, nodes.Average)

SET_BY_LAW = {"category_b_from", "category_c_above", "category_by_cost", "sez_category_check"}
"""Thresholds in money that do not grow with the deal, and what is told by them."""

NO_SHOCK = {"amount": 1.0, "unit_cost": 1.0, "base_rate": 1.0, "delay_months": 0}

THOROUGH = settings(  # a case that fails is shown as drawn: making it smaller would take minutes
    max_examples=drawn(300),
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.slow
@THOROUGH
@given(cases(), SHOCKS)
def test_every_case_holds_together_re_sized_and_frozen(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    """Each example is eight cases: as drawn, three times re-sized, and with the contract of the first four times."""
    assert_holds_shocked(data, shocks)


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(60))
@given(layered_cases(), SHOCKS)
def test_every_layered_case_holds_together_too(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(60))
@given(deals_of_every_kind(), SHOCKS)
def test_every_deal_with_every_instrument_holds_together_too(
    data: dict[str, Any], shocks: list[dict[str, float]]
) -> None:
    assert_holds_shocked(data, shocks)


def assert_holds_shocked(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    """A case as drawn, re-sized under each shock, and at its contract under each shock."""
    model = model_of(data)
    engine = NumpyEngine(model.graph, model.periods)
    base = engine.run(model.inputs.values)
    assert_holds(model, base)
    assert_holds(model, engine.run(re_sized(model, shocked_inputs(model, data, shocks)), scenarios=len(shocks)))
    contract = {name: base.lines[name] for name in model.graph.freezable}
    held = engine.run(shocked_inputs(model, data, [NO_SHOCK, *shocks]), frozen=contract, scenarios=len(shocks) + 1)
    assert_holds(model, held)
    assert_changes_nothing(base, held)


@settings(THOROUGH, max_examples=drawn(100))
@given(sculpted_cases())
def test_sculpted_debt_has_the_target_cover_in_every_period_over_the_loan_life_too(data: dict[str, Any]) -> None:
    model = model_of(data)
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    target = data["facilities"]["senior"]["sizing"]["dscr"]
    cover, over_life = found.series("dscr"), found.series("llcr")
    served = ~np.isnan(cover)
    assert served.any()
    assert cover[served] == pytest.approx(target, rel=1e-9)
    assert over_life[served] == pytest.approx(target, rel=1e-9)
    assert found.series("senior.closing")[-1] == pytest.approx(0.0, abs=TOLERANCE)


@settings(THOROUGH, max_examples=drawn(80))
@given(cases())
def test_a_deal_counted_in_smaller_money_is_the_same_deal(data: dict[str, Any]) -> None:
    model = model_of(data)
    inputs: dict[str, Any] = dict(model.inputs.values)
    for entry in model.inputs:
        if entry.variable.unit.is_money:
            value = np.asarray(entry.value)[..., np.newaxis]
            inputs[entry.variable.name] = np.concatenate([value, 1000 * value], axis=-1)
    found = NumpyEngine(model.graph, model.periods).run(inputs, scenarios=2)
    for name, values in found.lines.items():
        if name in SET_BY_LAW:
            continue
        times = 1000 if model.graph.lines[name].unit.is_money else 1
        assert np.allclose(values[..., -1], times * values[..., 0], rtol=1e-6, atol=1e-4, equal_nan=True), name


def shocked_inputs(model: Model, data: dict[str, Any], shocks: list[dict[str, float]]) -> dict[str, Any]:
    """The inputs with each shock's factors, and a delay as far as the grid and operation leave room for it."""
    inputs: dict[str, Any] = dict(model.inputs.values)
    for name, value in model.inputs.values.items():
        field = name.rpartition(".")[2]
        if field in ("amount", "unit_cost", "base_rate") and isinstance(value, float):
            inputs[name] = np.array([value * shock[field] for shock in shocks])
    timing = data["timing"]
    room = timing["spare_months"] if timing["delay_extends_concession"] else timing["operation_months"] // 3
    inputs["delay_months"] = np.array([timing["delay_months"] + min(s["delay_months"], room) for s in shocks], float)
    return inputs


def re_sized(model: Model, shocked: dict[str, Any]) -> dict[str, Any]:
    """The same inputs with the case's own delay: debt is re-sized for the completion that the contract expects."""
    return {**shocked, "delay_months": model.inputs.values["delay_months"]}


def assert_holds(model: Model, found: Batch) -> None:
    """All that must be true of any case."""
    assert_no_gap_but_blanks(model, found)
    line = found.lines
    assert np.abs(line["total_assets"] - line["total_liabilities"]).max() < TOLERANCE
    assert np.abs(line["sources"] - line["uses"]).max() < TOLERANCE
    assert line["cash_closing"].min() >= -TOLERANCE
    for reserve in model.graph.tagged(reserve="balance"):
        assert line[reserve.name].min() >= -TOLERANCE, reserve.name
    for balance in model.graph.tagged(chart="debt"):
        assert line[balance.name].min() >= -TOLERANCE, balance.name
    assert_better_ranks_come_first(model, found)
    assert_debt_is_settled(model, found)
    assert_parties_add_to_zero(model, found)
    failing = [
        check.name for check in model.graph.tagged(check="integrity") if np.abs(line[check.name]).max() > TOLERANCE
    ]
    assert failing == []
    assert line["master_check"].min() == 1.0


def assert_changes_nothing(base: Batch, held: Batch) -> None:
    """The contract held at its own values, without a shock (the first scenario), gives the case it was made from."""
    for name, values in base.lines.items():
        assert np.allclose(held.lines[name][..., :1], values, rtol=1e-7, atol=1e-6, equal_nan=True), name


def assert_better_ranks_come_first(model: Model, found: Batch) -> None:
    """Nothing reaches a junior rank in a period in which a better one is left unpaid."""
    short = found.lines["arrears"] > TOLERANCE
    for paid, arrears in zip(model.graph.tagged(junior="paid"), model.graph.tagged(junior="arrears"), strict=True):
        assert not (short & (found.lines[paid.name] > TOLERANCE)).any(), paid.name
        short = short | (found.lines[arrears.name] > TOLERANCE)


def assert_debt_is_settled(model: Model, found: Batch) -> None:
    """Debt is repaid in the end, unless lenders went unpaid; then what they lack is shown as arrears."""
    owed = sum(found.lines[balance.name][-1] for balance in model.graph.tagged(chart="debt"))
    owed, lacking = np.broadcast_arrays(owed, found.lines["arrears_total"][-1])
    assert (owed[lacking < TOLERANCE] < 2 * TOLERANCE).all()


def assert_parties_add_to_zero(model: Model, found: Batch) -> None:
    """What the parties pay and receive is what the company's accounts change by, added up here from the tags."""
    into_company: Array = np.zeros((model.periods, 1))
    for cash in model.graph.lines.values():
        if "payer" in cash.tags and "payee" in cash.tags:
            sign = (cash.tags["payee"] == "company") - (cash.tags["payer"] == "company")
            into_company = into_company + sign * found.lines[cash.name]
    held = found.lines["cash_closing"] + sum(found.lines[r.name] for r in model.graph.tagged(reserve="balance"))
    change = np.diff(held, axis=0, prepend=0.0)
    assert np.abs(into_company - change).max() < TOLERANCE
    nets = [found.lines[party.name] for party in model.graph.tagged(party="net")]
    assert np.abs(sum(nets) + change).max() < TOLERANCE


def assert_no_gap_but_blanks(model: Model, found: Batch) -> None:
    """Every number is a number, but for ratios, rates and what is picked from them, which may be blank."""
    for name, values in found.lines.items():
        assert not np.isinf(values).any(), name
        if not any(isinstance(node, MAY_BE_BLANK) for node in model.graph.lines[name].expression.walk()):
            assert not np.isnan(values).any(), name
