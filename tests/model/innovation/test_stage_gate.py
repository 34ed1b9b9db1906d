"""Stage gate: pilot and p × what scaling brings, against committing now; by hand, and cash is never mixed with it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.expr.order import dependencies
from tests.model.innovation.innovation_case import PILOT, innovation, innovation_deal
from tests.model.small_case import held, serial, sized, small_model

BAD = {"investment": [2000.0], "benefit": [0.0, 500.0, 500.0]}
"""A company that loses 1,029.3 at the gate even if it succeeds."""


def test_the_tree_is_the_pilot_and_with_its_probability_what_scaling_brings() -> None:
    """−995.8678 + 0.4 × 750.1878 ÷ 1.21."""
    found = innovation()
    assert found.value("mobility.pilot_total") == pytest.approx(-995.8678, abs=1e-4)
    assert found.value("mobility.scaled_total") == pytest.approx(750.1878, abs=1e-4)
    assert found.value("mobility.staged_value") == pytest.approx(-747.8718, abs=1e-4)


def test_committing_now_scales_failures_too_and_the_difference_is_the_option() -> None:
    """0.6 × 669.7971 ÷ 1.21 are what failures at scale would lose."""
    found = innovation()
    assert found.value("mobility.committed_value") == pytest.approx(-1080.0026, abs=1e-4)
    assert found.value("mobility.option_value") == pytest.approx(332.1308, abs=1e-4)


def test_each_side_has_its_part() -> None:
    found = innovation()
    assert found.value("mobility_city.staged") == pytest.approx(-647.9339 + 0.4 * 506.7618 / 1.21, abs=1e-4)
    assert found.value("mobility_company.staged") == pytest.approx(-347.9339 + 0.4 * 243.4260 / 1.21, abs=1e-4)
    assert found.value("mobility_city.option") == pytest.approx(0.6 * 124.3426 / 1.21, abs=1e-4)
    assert found.value("mobility_company.option") == pytest.approx(0.6 * 545.4545 / 1.21, abs=1e-4)


def test_what_does_not_gain_even_if_it_succeeds_is_not_scaled() -> None:
    found = innovation(company_at_scale=BAD)
    assert found.value("mobility.scaled_total") < 0
    assert found.value("mobility.scaled_flag") == 0
    assert found.value("mobility.staged_value") == pytest.approx(found.value("mobility.pilot_total"))
    assert found.value("mobility.option_value") > 0


def test_where_each_must_gain_one_that_loses_stops_it() -> None:
    losing = {"investment": [900.0], "benefit": [0.0, 500.0, 500.0]}
    assert innovation(company_at_scale=losing).value("mobility.scaled_flag") == 1
    assert innovation(company_at_scale=losing, scaled_if="each").value("mobility.scaled_flag") == 0
    assert innovation(scaled_if="each").value("mobility.scaled_flag") == 1


def test_a_scenario_that_knows_the_result_has_probability_one_or_nought() -> None:
    worked = held(innovation_deal(), innovation_deal(success=1.0))
    assert worked.value("mobility.option_value") == pytest.approx(0)
    failed = held(innovation_deal(), innovation_deal(success=0.0))
    assert failed.value("mobility.staged_value") == pytest.approx(failed.value("mobility.pilot_total"))


def test_the_gate_has_its_date() -> None:
    assert innovation().value("mobility.gate_date") == serial(2028, 12, 31)


def test_the_deal_does_not_know_of_the_scaled_phase() -> None:
    """Every line of the deal is the same with and without it, and none reads it."""
    plain, found = sized(PILOT), innovation()
    for name, values in plain.lines.items():
        assert np.array_equal(values, found.lines[name], equal_nan=True), name
    lines = small_model(innovation_deal()).graph.lines
    own = {name for name in lines if name.startswith("mobility")}
    assert own
    for name, line in lines.items():
        if name in own:
            assert not {"payer", "payee", "statement", "cash", "balance"} & set(line.tags)
        else:
            assert not own & set(dependencies(line)), name


@settings(max_examples=10, deadline=None, database=None, derandomize=True)
@given(
    st.floats(0, 1), st.lists(st.floats(0, 900), min_size=1, max_size=4), st.lists(st.floats(0, 900), max_size=5)
)  # fmt: skip
def test_the_option_is_never_worth_less_than_nothing_and_its_parts_add_up(
    success: float, investment: list[float], benefit: list[float]
) -> None:
    company: dict[str, Any] = {"investment": investment, "benefit": benefit or [0.0]}
    found = sized(innovation_deal(success=success, company_at_scale=company))
    assert found.value("mobility.option_value") >= -1e-9
    for key, whole in (("staged", "staged_value"), ("committed", "committed_value"), ("option", "option_value")):
        parts = found.value(f"mobility_city.{key}") + found.value(f"mobility_company.{key}")
        assert found.value(f"mobility.{whole}") == pytest.approx(parts)
