"""Straight line: equal parts over the life, and never more than is left."""

import pytest

from tests.model.small_case import sized


def charges(life: float, **more: object) -> list[float]:
    pools = {"machinery": {"method": "straight_line", "life_years": life}}
    found = sized({"tax.financing_pool": "none", "tax_pools": pools, **more})
    return [float(charge) for charge in found.series("machinery.depreciation")]


def test_the_cost_is_written_down_in_equal_parts() -> None:
    assert charges(5) == pytest.approx([0, 0, 200, 200, 200, 200, 200, 0, 0, 0, 0])


def test_a_life_that_ends_inside_a_period_leaves_a_part_for_it() -> None:
    assert charges(2.5) == pytest.approx([0, 0, 400, 400, 200, 0, 0, 0, 0, 0, 0])


def test_a_life_longer_than_operation_is_cut_at_its_end() -> None:
    assert charges(16)[2:] == pytest.approx([62.5] * 7 + [62.5 + 500, 0])


def test_a_broken_first_period_takes_its_months() -> None:
    broken = {"timing.construction_months": 21, "timing.operation_months": 99}
    assert charges(5, **broken)[1:4] == pytest.approx([50, 200, 200])
