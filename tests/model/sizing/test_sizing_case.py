"""Sizing case: what lenders count as cash flow, in the base case and in a worse one."""

import pytest

from tests.model.small_case import sized


def test_it_counts_receipts_payments_saving_and_refunds_after_construction() -> None:
    found = sized(
        {
            "working_capital": {"receivable_days": 36.5, "payable_days": 73},
            "vat": {"vat_rate": 0.16, "vat_refund_months": 12},
            "lifecycle": {"lamps": {"unit_cost": 30.0, "interval_years": 4}},
            "reserves": {"mra": {"months": 12}},
        }
    )
    forecast = found.series("sizing_base.cfads")
    assert forecast[2] == pytest.approx(270 - 40 + 80)
    assert list(forecast[3:6]) == pytest.approx([250, 250 - 30, 250 - 30 + 30])


def test_factors_change_what_is_earned_and_what_is_spent_but_not_refunds() -> None:
    downside = {"dscr": 1.0, "revenue_factor": 0.9, "cost_factor": 1.5}
    found = sized(
        {
            "vat": {"vat_rate": 0.16, "vat_refund_months": 12},
            "facilities.senior.sizing": {"dscr": 1.3, "downside": downside},
        }
    )
    assert list(found.series("sizing_downside.cfads")[2:4]) == pytest.approx([270 - 75 + 80, 270 - 75])
    assert found.series("sizing_downside.operating_result")[3] == pytest.approx(195)


def test_the_forecast_of_the_base_case_is_what_then_happens() -> None:
    found = sized({"tax.cit_rate": 0.25, "facilities.senior.sizing": {"dscr": 1.3}})
    assert list(found.series("cfads")[2:]) == pytest.approx(list(found.series("sizing_base.cfads")[2:]))


def test_tax_of_each_case_is_computed_on_its_own_profit() -> None:
    downside = {"dscr": 1.0, "revenue_factor": 0.5}
    sizing = {"dscr": 1.3, "tax": "unlevered", "downside": downside}
    found = sized({"facilities.senior.sizing": sizing, "tax.cit_rate": 0.2})
    assert found.series("sizing_base_tax.profit")[3] == pytest.approx(250 - 187.5)
    assert found.series("sizing_downside_tax.profit")[3] == pytest.approx(150 - 50 - 187.5)


def test_replacement_lowers_the_profit_on_which_a_case_is_taxed() -> None:
    found = sized({"lifecycle": {"lamps": {"unit_cost": 30.0, "interval_years": 4}}, "tax.cit_rate": 0.2})
    assert found.series("sizing_base.operating_result")[5] == pytest.approx(300 - 50 - 30)
