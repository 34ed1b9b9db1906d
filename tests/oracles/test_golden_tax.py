"""Golden values of tax: a declining pool, and losses carried forward."""

import pytest

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.tax.computation import computation
from finmodel.model.tax.declining_balance import declining_balance
from finmodel.model.tax.pool import pool
from finmodel.units import Unit
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
