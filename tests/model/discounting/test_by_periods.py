"""Discounting by periods: whole periods, none for the first."""

import pytest

from finmodel.model.discounting.by_periods import by_periods
from tests.oracles.sections import run_parts


def test_flows_of_the_first_period_are_not_discounted_and_half_years_count_half() -> None:
    found = run_parts([by_periods.part()], 3, {"counter": [1, 2, 3], "period_months": 6.0})
    assert list(found.series("years_since_close")) == pytest.approx([0, 0.5, 1])
