"""Path given outright: the rates of a case are used as they are."""

import pytest

from tests.model.small_case import sized


def test_the_level_is_the_rate_given_over_the_rate_at_close() -> None:
    rates = {"by_year": {2027: 520.0, 2029: 650.0}}
    found = sized({"currencies.usd": {"spot": 500.0, "path": "given", "rates": rates}})
    assert list(found.series("usd.rate")[:4]) == pytest.approx([520, 520, 650, 650])
    assert list(found.series("usd.level")[:3]) == pytest.approx([1.04, 1.04, 1.3])
