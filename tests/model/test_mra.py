"""MRA: what must be held for coming replacements, paid in as cash allows, set free when a replacement comes."""

from collections.abc import Sequence

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.mra import mra
from tests.model.small_case import sized
from tests.oracles.sections import run_parts

COSTS = [0, 0, 0, 0, 90, 0, 0, 30, 60, 0]


def reserve(months: float, cash: float | Sequence[float] = 1000.0, building: int = 2, funded: float = 1.0) -> Batch:
    """The reserve alone over ten half-years: 90 in the fifth, 30 in the eighth, 60 in the ninth."""
    return run_parts(
        [mra.part()],
        len(COSTS),
        {
            "mra_months": months,
            "period_months": 6.0,
            "mra_funded": funded,
            "counter": list(range(1, len(COSTS) + 1)),
            "period_count": float(len(COSTS)),
            "lifecycle_total": COSTS,
            "construction_flag": [1] * building + [0] * (len(COSTS) - building),
            "cash_before_reserves": cash,
        },
    )


@pytest.mark.parametrize("months", [6, 12, 18, 36, 60, 120])
def test_the_target_is_each_coming_cost_by_the_part_of_the_saving_time_that_is_over(months: float) -> None:
    periods = max(int(months // 6), 1)
    expected = []
    for t in range(len(COSTS)):
        ahead = [(away, COSTS[t + away]) for away in range(1, periods + 1) if t + away < len(COSTS)]
        expected.append(sum(cost * (periods - away + 1) / periods for away, cost in ahead))
    assert list(reserve(months, building=0).series("mra_target")) == pytest.approx(expected, abs=1e-12)


def test_three_years_of_saving_hold_a_sixth_more_each_half_year() -> None:
    found = reserve(18)
    assert list(found.series("mra_target")[:5]) == pytest.approx([0, 0, 60, 90, 10])


def test_months_shorter_than_a_period_count_as_one_period() -> None:
    assert reserve(3).value("mra_periods") == 1


def test_nothing_is_saved_while_construction_lasts() -> None:
    assert list(reserve(60, building=3).series("mra_target")[:3]) == [0, 0, 0]


def test_what_is_saved_pays_for_the_replacement_and_nothing_is_left() -> None:
    found = reserve(18)
    held, opening = found.series("mra_closing"), found.series("mra_opening")
    assert list(held) == pytest.approx(list(found.series("mra_target")))
    assert found.series("mra_released")[4] == pytest.approx(90 - 10)
    assert list(held - opening) == pytest.approx(list(found.series("mra_paid_in") - found.series("mra_released")))
    assert held[-1] == pytest.approx(0)


def test_only_the_cash_that_is_there_is_paid_in_and_the_rest_follows_later() -> None:
    found = reserve(18, cash=[0, 0, 25, 1000] + [-5] * 6)
    assert list(found.series("mra_paid_in")) == pytest.approx([0, 0, 25, 65, 0, 0, 0, 0, 0, 0])
    assert found.series("mra_released")[4] == pytest.approx(80)
    assert min(found.series("mra_closing")) >= 0


def test_a_reserve_that_is_not_funded_holds_nothing() -> None:
    assert max(reserve(36, funded=0.0).series("mra_target")) == 0


def test_lenders_size_on_the_saving_that_the_project_can_really_make() -> None:
    """Renewals every two years, saved for over five: their saving may not begin before there is income."""
    found = sized(
        {
            "lifecycle": {"lamps": {"unit_cost": 60.0, "interval_years": 2}},
            "reserves": {"mra": {"months": 60}},
            "facilities.senior.sizing": {"dscr": 1.6},
        }
    )
    assert list(found.series("cfads")[2:8]) == pytest.approx(list(found.series("sizing_base.cfads")[2:8]))
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.6] * 6)
