"""Joint development: land at its old value, a premium on the rise, and a share of profit once there is any."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

PLOT = {
    "land": "plot", "area": 10.0, "value_before": 20.0, "value_after": 50.0, "market_growth": 0.05,
    "granted_month": 24, "premium": 0.5,
}  # fmt: skip
RISE = 10 * (50 - 20 * 1.05**2)


def developed(case: dict[str, Any] | None = None, **terms: Any) -> Batch:
    return sized({"land": {"joint_development": {"plot": PLOT | terms}, "fund": {}}, **(case or {})})


def test_the_old_value_is_a_sale_and_the_premium_is_captured() -> None:
    found = developed()
    assert list(found.series("plot.captured")[:4]) == pytest.approx([0, RISE / 2, 0, 0])
    assert found.series("fund_land_sold")[1] == pytest.approx(200)
    assert found.series("fund_income")[1] == pytest.approx(200 + RISE / 2)
    assert found.lines["land_captured_total"][0] == pytest.approx(RISE / 2)


def test_a_plot_that_only_kept_pace_with_the_market_bears_no_premium() -> None:
    assert developed(value_after=21.0).series("plot.premium_paid") == pytest.approx(0)


def test_profit_is_shared_once_land_premium_and_costs_are_earned_back_and_only_above_its_peak() -> None:
    plan: dict[str, Any] = {
        "premium": 0.0, "profit_share": 0.25,
        "sales": {"by_year": {2027: 0.0, 2030: 500.0, 2031: 300.0, 2032: 0.0}},
        "costs": {"by_year": {2027: 0.0, 2029: 200.0, 2030: 0.0, 2032: 100.0, 2033: 0.0}},
    }  # fmt: skip
    found = developed(**plan)
    assert list(found.series("plot.profit_so_far")[1:7]) == pytest.approx([-200, -400, 100, 400, 300, 300])
    assert list(found.series("plot.profit_shared")[1:7]) == pytest.approx([0, 0, 25, 75, 0, 0])


def test_a_developer_who_loses_shares_nothing() -> None:
    found = developed(profit_share=0.5, sales=0.0, costs=10.0)
    assert found.series("plot.profit_shared") == pytest.approx(0)


def test_premium_and_profit_are_captured_as_far_as_they_are_collected() -> None:
    sales = {"by_year": {2027: 0.0, 2030: 900.0, 2031: 0.0}}
    plan: dict[str, Any] = {"profit_share": 0.25, "sales": sales, "collection": 0.8}
    found = developed(**plan)
    shared = 0.25 * (900 - 200 - RISE / 2)
    assert list(found.series("plot.captured")[:4]) == pytest.approx([0, 0.8 * RISE / 2, 0, 0.8 * shared])
