"""Amount limit: debt given outright."""

import pytest

from tests.model.small_case import sized


def test_the_stated_amount_is_the_debt_where_nothing_else_allows_less() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3, "gearing": 0.7, "amount": 400.0}})
    assert found.value("senior.commitment") == 400
    assert found.value("senior.amount_capacity") == 400


def test_an_amount_above_another_limit_is_not_reached() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3, "gearing": 0.5, "amount": 600.0}})
    assert found.value("senior.commitment") == pytest.approx(0.5 * found.value("total_uses"))
