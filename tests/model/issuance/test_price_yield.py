"""Prices at other yields: at the yield at issue the issue price, elsewhere as the sum says."""

import pytest

from finmodel.model.issuance.price_yield import STEPS
from tests.model.small_issuance import issued


def test_at_the_yield_at_issue_the_bond_costs_what_it_was_issued_at() -> None:
    assert issued().value("first_at_other_yields.price_as_issued") == pytest.approx(99, abs=1e-8)


def test_a_yield_that_is_one_percent_higher_gives_the_price_of_that_yield() -> None:
    run = issued()
    rate = run.value("first_at_issue.yield_to_maturity") + 0.01
    assert run.value("first_at_other_yields.yield_plus_100") == pytest.approx(rate)
    by_hand = sum(6 / (1 + rate / 2) ** n for n in range(1, 7)) + 100 / (1 + rate / 2) ** 6
    assert run.value("first_at_other_yields.price_plus_100") == pytest.approx(by_hand)


def test_prices_fall_as_yields_rise() -> None:
    run = issued()
    words = [f"{'plus' if step > 0 else 'minus'}_{abs(step)}" if step else "as_issued" for step in STEPS]
    prices = [run.value(f"first_at_other_yields.price_{word}") for word in words]
    assert prices == sorted(prices, reverse=True)
