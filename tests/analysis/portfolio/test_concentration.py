"""Concentration: the Herfindahl index in closed form, groups, and shares in order of size."""

import pytest

from finmodel.analysis.portfolio.concentration import grouped, herfindahl, shares_of


@pytest.mark.parametrize("count", [1, 2, 5, 40])
def test_equal_exposures_have_an_index_of_one_over_their_number(count: int) -> None:
    assert herfindahl([3.0] * count) == pytest.approx(1 / count)


def test_unequal_exposures_are_more_concentrated() -> None:
    assert herfindahl([50, 30, 20]) == pytest.approx(0.25 + 0.09 + 0.04)
    assert herfindahl([]) == 0


def test_shares_add_to_one_with_the_largest_first() -> None:
    assert shares_of({"a": 1, "b": 3}) == {"b": 0.75, "a": 0.25}
    assert list(shares_of({"a": 1, "b": 3})) == ["b", "a"]
    assert shares_of({"a": 0.0}) == {}


def test_cases_of_one_city_are_one_exposure() -> None:
    assert grouped({"a": 1, "b": 2, "c": 4}, {"a": "x", "b": "y", "c": "x"}) == {"x": 5, "y": 2}
