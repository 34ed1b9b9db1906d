"""What all instruments capture together, and which share of the investment it recovers."""

import pytest

from tests.model.small_case import sized

BAND = {"upper": 400.0, "area": 100.0, "value": 2.0, "uplift": 0.2, "phase": 1.0}
LAND = {
    "uplift": {"station": {"land": "station", "capture_rate": 0.5, "bands": {"near": BAND}}},
    "tax_increment": {
        "district": {
            "land": "district", "base": 1000.0, "growth": 0.1, "counterfactual_growth": 0.0, "tax_rate": 0.01,
            "share": 1.0, "years": 1.0,
        }
    },
}  # fmt: skip


def test_instruments_add_up_and_recover_their_present_value_of_the_investment() -> None:
    found = sized({"land": LAND, "valuation": {"project_discount_rate": 0.0}})
    assert found.lines["land_captured_total"][0] == pytest.approx(20 + 1)
    assert found.lines["land_uplift_total"][0] == pytest.approx(40)
    assert found.lines["land_capex_recovered"][0] == pytest.approx(21 / 1000)


def test_works_that_the_fund_builds_are_investment_too() -> None:
    fund = {"opening_balance": 2000.0, "reinvestment": {"by_year": {2027: 500.0, 2028: 0.0}}}
    found = sized({"land": LAND | {"fund": fund}, "valuation": {"project_discount_rate": 0.0}})
    assert found.lines["land_capex_recovered"][0] == pytest.approx(21 / 1500)


def test_present_values_are_at_the_project_s_rate_to_financial_close() -> None:
    found = sized({"land": LAND, "valuation": {"project_discount_rate": 0.1}})
    assert found.lines["land_captured_present_value"][0] == pytest.approx(
        21 * found.series("project_discount_factor")[0]
    )
