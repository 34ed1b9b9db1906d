"""Golden values of tax: pools, losses carried forward and expiring, and relief in a special economic zone."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.tax.computation import computation
from finmodel.model.tax.declining_balance import declining_balance
from finmodel.model.tax.pool import pool
from finmodel.units import Unit
from tests.modelled import modelled
from tests.oracles.sections import run_parts

purchase = Section("purchase", "Capital expenditure")


@purchase.line("Cost", Unit.MONEY, cash="capex", pool="equipment")
def cost(m: Names) -> Node:
    return m.bought


def test_a_pool_of_1000_at_a_quarter_a_year_is_written_down_by_a_quarter_of_what_is_left() -> None:
    found = run_parts(
        [purchase.part(), pool.instance("equipment", declining_balance)],
        6,
        {
            "equipment.rate": 0.25,
            "financing_cost": 0.0,
            "operation_share": [0, 1, 1, 1, 1, 1],
            "operation_flag": [0, 1, 1, 1, 1, 1],
            "last_operation_flag": [0, 0, 0, 0, 0, 0],
            "write_off_at_end": 0.0,
            "year_fraction": 1.0,
            "bought": [1000, 0, 0, 0, 0, 0],
        },
    )
    assert found.series("equipment.depreciation")[1:] == pytest.approx([250, 187.5, 140.625, 105.469, 79.102], abs=5e-4)


def test_losses_of_100_and_50_are_used_before_any_tax_is_paid() -> None:
    found = run_parts(
        [computation.part()],
        5,
        {
            "result_before_tax": [-100, -50, 60, 80, 120],
            "tax_depreciation_total": 0.0,
            "deductible_interest": 0.0,
            "loss_carry_forward_years": 10.0,
            "period_months": 12.0,
            "tax_rate": 0.20,
        },
    )
    assert found.series("tax") == pytest.approx([0, 0, 0, 0, 22], abs=1e-12)
    assert found.series("losses_closing") == pytest.approx([100, 150, 90, 10, 0], abs=1e-12)


def test_a_loss_that_is_too_old_is_lost() -> None:
    found = run_parts(
        [computation.part()],
        5,
        {
            "result_before_tax": [-100, -50, 60, 80, 120],
            "tax_depreciation_total": 0.0,
            "deductible_interest": 0.0,
            "loss_carry_forward_years": 2.0,
            "period_months": 12.0,
            "tax_rate": 0.20,
        },
    )
    assert found.series("losses_expired") == pytest.approx([0, 0, 0, 40, 0], abs=1e-12)
    assert found.series("tax") == pytest.approx([0, 0, 0, 6, 24], abs=1e-12)


def pooled(method: dict[str, Any], tax: dict[str, Any]) -> Batch:
    """A plant of 1000, a year of construction, five of operation with a result of 500 each, a little debt."""
    return modelled(
        {
            "project": {"title": "Tax"},
            "timing": {"start": "2027-01-01", "period": "year", "construction_months": 12, "operation_months": 60},
            "capex": {"plant": {"unit_cost": 1000}},
            "revenue": {"sales": {"type": "operating_cost_compensation", "amount": 500}},
            "facilities": {
                "senior": {
                    "type": "term_loan",
                    "base_rate": 0,
                    "tenor_months": 72,
                    "sizing": {"amount": 100},
                    "repayment": {"profile": "equal"},
                }
            },
            "tax_pools": {"machinery": method},
            "tax": tax,
        }
    )


@pytest.mark.parametrize(
    ("method", "write_off", "expected"),
    [
        ({"method": "straight_line", "life_years": 4}, True, [250, 250, 250, 250, 0]),
        ({"method": "straight_line", "life_years": 10}, True, [100, 100, 100, 100, 600]),
        ({"method": "straight_line", "life_years": 10}, False, [100, 100, 100, 100, 100]),
        ({"method": "declining_balance", "rate": 0.5}, True, [500, 250, 125, 62.5, 62.5]),
        ({"method": "declining_balance", "rate": 0.5}, False, [500, 250, 125, 62.5, 31.25]),
    ],
)
def test_a_pool_is_depreciated_by_its_method_and_written_off_at_the_end_if_the_regime_allows(
    method: dict[str, Any], write_off: bool, expected: list[float]
) -> None:
    found = pooled(method, {"regime": "kz_standard", "cit_rate": 0.2, "write_off_at_end": write_off})
    assert found.series("machinery.depreciation")[1:6] == pytest.approx(expected)
    assert found.series("tax_paid")[1:4] == pytest.approx([0.2 * (500 - charge) for charge in expected[:3]])


def test_relief_in_a_zone_lasts_as_long_as_the_category_says_and_no_longer_than_the_zone() -> None:
    linear = {"method": "straight_line", "life_years": 5}
    zone = {"regime": "sez", "category": "A", "relief_years_by_category": [3, 4, 25], "relief_rate": 0.0}
    assert pooled(linear, zone).series("tax_paid")[1:6] == pytest.approx([0, 0, 60, 60, 60])
    assert pooled(linear, zone | {"category": "B"}).series("tax_paid")[1:6] == pytest.approx([0, 0, 0, 60, 60])
    longest = pooled(linear, zone | {"category": "C", "zone_end_year": 2029})
    assert longest.series("tax_paid")[1:6] == pytest.approx([0, 0, 60, 60, 60])
    reduced = pooled(linear, zone | {"relief_rate": 0.1})
    assert reduced.series("tax_paid")[1:6] == pytest.approx([30, 30, 60, 60, 60])
