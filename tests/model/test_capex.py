"""Capital expenditure: quantity, price and index, contingency, overrun and VAT, and the totals."""

import pytest

from tests.model.small_case import sized


def test_cost_is_quantity_times_price_with_contingency_and_then_overrun() -> None:
    found = sized(
        {
            "capex.plant": {"quantity": 8, "unit_cost": 100, "contingency": 0.05, "overrun": 0.10},
            "vat": {"vat_rate": 0.16},
        }
    )
    assert found.value("plant.base_cost") == 800
    assert list(found.series("plant.planned_cost")[:2]) == pytest.approx([400, 400])
    assert list(found.series("plant.contingency_cost")[:2]) == pytest.approx([20, 20])
    assert list(found.series("plant.overrun_cost")[:2]) == pytest.approx([42, 42])
    assert list(found.series("plant.cost")[:2]) == pytest.approx([462, 462])
    assert list(found.series("plant.vat")[:2]) == pytest.approx([462 * 0.16] * 2)


def test_only_the_taxable_share_bears_vat() -> None:
    found = sized({"capex.plant.vat_share": 0.25, "vat": {"vat_rate": 0.20}})
    assert list(found.series("plant.vat")[:2]) == pytest.approx([25, 25])


def test_an_index_prices_the_work_of_each_year_at_that_year_s_level() -> None:
    found = sized({"indices": {"works": {"rate": 0.10, "initial_level": 1.2}}, "capex.plant.index": "works"})
    assert list(found.series("plant.cost")[:3]) == pytest.approx([500 * 1.2, 500 * 1.2 * 1.1, 0])


def test_the_total_adds_every_item() -> None:
    found = sized({"capex.wires": {"unit_cost": 60, "spend": [1.0]}})
    assert list(found.series("capex_total")[:3]) == pytest.approx([560, 500, 0])


def test_everything_planned_is_spent_by_completion_whatever_the_delay() -> None:
    for delay in (0, 1, 5, 12, 23):
        found = sized(
            {"timing.delay_months": delay, "timing.delay_extends_concession": True, "timing.period": "half_year"}
        )
        assert found.series("plant.cost").sum() == pytest.approx(1000)
        assert found.series("plant.cost")[found.series("construction_flag") == 0].sum() == pytest.approx(0)
