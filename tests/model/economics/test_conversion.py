"""Conversion: prices by what they are made of, transfers at nothing, nominal flows brought to constant prices."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

BENEFITS = {"gain": {"type": "other", "quantity": 1.0, "unit_value": 1.0}}


def converted(changes: dict[str, Any] | None = None, **economics: Any) -> Batch:
    return sized((changes or {}) | {"economics": economics | {"benefits": BENEFITS}})


def test_what_nobody_says_more_of_is_not_traded() -> None:
    found = converted(standard_conversion_factor=0.9)
    assert found.value("plant.economic_factor") == pytest.approx(0.9)
    assert found.value("staff.economic_factor") == pytest.approx(0.9)


def test_a_price_is_converted_by_its_parts() -> None:
    shares = {"traded_shares": {"plant": 0.5}, "labour_shares": {"plant": 0.2}, "transfer_shares": {"plant": 0.1}}
    found = converted(conversion=shares, standard_conversion_factor=0.9, shadow_wage_factor=0.6)
    assert found.value("plant.economic_factor") == pytest.approx(0.5 + 0.2 * 0.6 + 0.1 * 0 + 0.2 * 0.9)


def test_a_factor_that_is_stated_holds() -> None:
    assert converted(conversion={"factors": {"staff": 0.7}}).value("staff.economic_factor") == 0.7


def test_revenue_taxes_and_vat_are_transfers() -> None:
    found = converted({"tax.cit_rate": 0.2, "vat.vat_rate": 0.12})
    for name in ("payment", "economic_tax", "economic_vat"):
        assert found.value(f"{name}.economic_factor") == 0
        assert found.value(f"{name}.economic_present_value") == 0
    assert found.value("payment.real_present_value") > 0
    assert found.value("economic_tax.real_present_value") > 0


def test_vat_that_is_paid_and_comes_back_is_nothing_in_the_end() -> None:
    found = converted({"vat.vat_rate": 0.12, "vat.vat_refund_months": 12})
    flow = found.series("economic_vat.real_flow")
    assert flow[0] == pytest.approx(0.12 * found.series("plant.real_flow")[0])
    assert flow[0] > 0
    assert flow.sum() == pytest.approx(0)


def test_revenue_counts_where_a_factor_says_that_it_is_a_benefit() -> None:
    found = converted(conversion={"factors": {"payment": 1.0}})
    assert found.series("economic_benefits")[2] == pytest.approx(301)
    assert found.value("benefits_of_authority.group_present_value") == found.value("payment.economic_present_value")


def test_prices_that_rise_are_brought_back_to_financial_close() -> None:
    rising = {"indices.cpi.rate": 0.1, "indices.cpi.initial_level": 2.0, "opex.staff.index": "cpi"}
    level = rising | {"opex.staff.unit_cost": 25.0}
    found = converted(level, price_index="cpi", standard_conversion_factor=1.0)
    assert list(found.series("staff.real_flow")[2:10]) == pytest.approx([50.0] * 8)
    assert found.series("plant.real_flow")[1] == pytest.approx(500 / 1.1)


def test_financial_values_before_conversion_add_to_what_the_project_makes_after_tax() -> None:
    found = converted({"tax.cit_rate": 0.2, "indices.cpi.rate": 0.1}, price_index="cpi")
    values = {name: found.value(f"{name}.real_present_value") for name in ("payment", "plant", "staff", "economic_tax")}
    level, factor = found.series("general_price_level"), found.series("appraisal.social_factor")
    project = (found.series("project_cash_flow_pre_tax") - found.series("tax_paid")) / level @ factor
    assert values["payment"] - values["plant"] - values["staff"] - values["economic_tax"] == pytest.approx(project)
