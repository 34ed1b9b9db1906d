"""A foreign currency: the path of its rate, a shock on top of it, and its rise from period to period."""

import pytest

from tests.model.small_case import sized

USD = {"currencies.usd": {"spot": 500.0, "depreciation": 0.10}}


def test_the_rate_rises_by_the_depreciation_a_year_from_financial_close_on() -> None:
    """All flows are dated on the last day of a period: the first year has moved already when it ends."""
    found = sized(USD)
    assert list(found.series("usd.rate")[:3]) == pytest.approx([550, 605, 665.5])
    assert list(found.series("usd.level")[:2]) == pytest.approx([1.1, 1.21])
    assert list(found.series("usd.growth")) == pytest.approx([1.1] * 11)


def test_a_half_year_moves_by_the_root_of_a_year() -> None:
    found = sized({**USD, "timing.period": "half_year"})
    assert list(found.series("usd.level")[:2]) == pytest.approx([1.1**0.5, 1.1])


def test_the_depreciation_of_a_year_is_that_of_its_table() -> None:
    found = sized({"currencies.usd": {"spot": 500.0, "depreciation": {"by_year": {2027: 0.10, 2028: -0.05}}}})
    assert list(found.series("usd.level")[:2]) == pytest.approx([1.1, 1.1 * 0.95])


def test_a_shock_lifts_the_rate_after_its_month_and_leaves_it_there() -> None:
    found = sized({**USD, "currencies.usd.shock": 0.20, "currencies.usd.shock_from_month": 12})
    assert list(found.series("usd.level")[:3]) == pytest.approx([1.1, 1.21 * 1.2, 1.331 * 1.2])
    assert list(found.series("usd.growth")[:3]) == pytest.approx([1.1, 1.1 * 1.2, 1.1])
