"""A price index rises evenly with calendar months, by the rise of each year."""

import pytest

from tests.model.bonds.small_bonds import alone


def test_prices_rise_by_the_rate_of_each_year() -> None:
    cpi = {"type": "price_index", "rate": {"by_year": {2027: 0.10, 2028: 0.05}}}
    lines = alone({"curves.cpi": cpi, "issuance.issue_date": "2027-01-18"})
    assert lines.series("cpi.level_closing")[1] == pytest.approx(1.10)
    assert lines.series("cpi.level_closing")[3] == pytest.approx(1.10 * 1.05)
