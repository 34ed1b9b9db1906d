"""Yield of a price: it leads back to the price, from any start, in few plain passes."""

import pytest

from tests.model.bonds.small_bonds import alone, alone_model, engine_of

DAY = "2029-07-02"
"""Inside a coupon period."""


@pytest.mark.parametrize("plain", [True, False])
def test_a_yield_leads_to_a_price_that_leads_back_to_it(plain: bool) -> None:
    """Prices from 5 to 180 for one bond: yields from below zero to far above 100 %, in a few passes."""
    prices = [5.0, 20.0, 60.0, 95.0, 100.0, 110.0, 150.0, 180.0]
    trades = {
        "sold": {"settlement_date": DAY, "price": 100.0},
        "bought": {"settlement_date": DAY, "yield_rate": 0.1},
    }
    model = alone_model({"bonds.green.trades": trades})
    engine = engine_of(model, foresight=not plain)
    first = engine.run({**model.inputs.values, "green_sold.price": prices})
    yields = [first.value("green_sold.yield_to_maturity", number) for number in range(len(prices))]
    second = engine.run({**model.inputs.values, "green_bought.yield_rate": yields})
    found = [second.value("green_bought.clean_price", number) for number in range(len(prices))]
    assert found == pytest.approx(prices, rel=1e-9)
    assert yields[0] > 2
    assert yields[-1] < -0.05
    assert first.passes <= 7


def test_a_bond_sold_at_par_yields_its_coupon() -> None:
    lines = alone()
    assert lines.value("green_at_issue.yield_to_maturity") == pytest.approx(0.15, abs=1e-12)
    assert lines.value("green_at_issue.effective_yield") == pytest.approx(1.075**2 - 1)


def test_a_bond_without_coupons_yields_what_its_price_grows_by() -> None:
    terms = {"coupon": {"type": "fixed", "rate": 0.0}, "issue_price": 0.5}
    lines = alone({f"bonds.green.{key}": value for key, value in terms.items()})
    assert lines.value("green_at_issue.yield_to_maturity") == pytest.approx(2 * (2 ** (1 / 10) - 1))
    assert lines.value("green_at_issue.macaulay") == pytest.approx(5)


def test_a_yield_may_compound_otherwise_than_coupons_are_paid() -> None:
    lines = alone({"bonds.green.compounding_a_year": 1})
    assert lines.value("green_at_issue.yield_to_maturity") == pytest.approx(1.075**2 - 1)
