"""Discounting by dates: days since financial close over 365."""

import pytest

from finmodel.model.discounting.by_dates import by_dates
from tests.model.small_case import serial
from tests.oracles.sections import run_parts


def test_flows_at_the_end_of_a_period_lie_its_days_away() -> None:
    ends = [serial(2027, 12, 31), serial(2028, 12, 31)]
    found = run_parts([by_dates.part()], 2, {"period_end": ends, "start": serial(2027, 7, 1)})
    assert list(found.series("years_since_close")) == pytest.approx([183 / 365, 549 / 365])
