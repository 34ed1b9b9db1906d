"""The investment category must fit the cost of the project, counted in monthly calculation indices."""

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized


def zone(category: str, **tax: object) -> Batch:
    """The small deal in the zone, in millions: 1,035 of total uses."""
    return sized({"tax": {"regime": "sez", "category": category, **tax}})


def test_thresholds_are_counted_in_the_index_and_shown_in_money_of_the_case() -> None:
    """3.0 and 14.5 million indices of 4,325 tenge are 12,975 and 62,712.5 million."""
    found = zone("A")
    assert found.value("category_b_from") == pytest.approx(12_975)
    assert found.value("category_c_above") == pytest.approx(62_712.5)
    thousands = sized({"tax": {"regime": "sez", "category": "A"}, "project.money": "thousand"})
    assert thousands.value("category_b_from") == pytest.approx(12_975_000)


def test_a_category_that_fits_is_no_alert_and_any_other_is() -> None:
    assert zone("A").value("sez_category_check") == 0
    assert zone("B").value("sez_category_check") == 1
    assert zone("C").value("sez_category_check") == 2


@pytest.mark.parametrize(
    ("thresholds", "category"),
    [([1034, 5000], 2), ([1035, 5000], 2), ([1036, 5000], 1), ([100, 1035], 2), ([100, 1034], 3)],
)
def test_b_begins_at_its_threshold_and_ends_at_that_of_c(thresholds: list[float], category: int) -> None:
    found = zone("B", category_thresholds=[1e6 * limit for limit in thresholds], monthly_calculation_index=1)
    assert found.value("total_uses") == pytest.approx(1035, abs=1e-9)
    assert found.value("category_by_cost") == category


def test_in_another_currency_nothing_is_checked_unless_the_index_is_stated_in_it() -> None:
    assert "category_by_cost" not in sized({"tax": {"regime": "sez", "category": "A"}, "project.currency": "USD"}).lines
    stated = {"regime": "sez", "category": "A", "monthly_calculation_index": 8.5}
    assert sized({"tax": stated, "project.currency": "USD"}).value("category_b_from") == pytest.approx(25.5)
