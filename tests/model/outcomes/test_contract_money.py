"""Contract money: indexation without the rate of exchange."""

import pytest

from finmodel.model.outcomes.contract_money import contract_money
from tests.oracles.sections import run_parts


def test_prices_of_a_contract_in_dollars_are_indexed_and_not_exchanged() -> None:
    found = run_parts([contract_money.part()], 2, {"indexation": [500.0, 605.0], "exchange": [500.0, 550.0]})
    assert found.series("price_level") == pytest.approx([1, 1.1])
    assert found.series("exchange_level") == pytest.approx([500, 550])


def test_a_contract_in_the_money_of_the_case_has_a_rate_of_one() -> None:
    found = run_parts([contract_money.part()], 2, {"indexation": [1.0, 1.1], "unindexed": [1.0, 1.0]})
    assert found.series("price_level") == pytest.approx([1, 1.1])
