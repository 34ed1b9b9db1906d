"""Bond maths by the numbers of the methods: the golden bond, and four trades of the exchange to the digit."""

import pytest

from tests.model.bonds.small_bonds import alone

KASE = [
    ("KFUSb117", "2025-09-18", "2027-09-18", "2025-09-18", 0.1790, 91.5351),
    ("KFUSb92", "2025-05-02", "2027-05-02", "2025-09-22", 0.1795, 92.6655),
    ("KFUSb105", "2025-10-09", "2027-10-09", "2025-10-16", 0.1928, 89.6150),
    ("KFUSb105", "2025-10-09", "2027-10-09", "2025-10-16", 0.1925, 89.6571),
]
"""Identifier, a coupon date not after the trade, maturity two coupons later, settlement, yield, clean price."""


@pytest.mark.parametrize("day_count", ["30_360", "30e_360"])
@pytest.mark.parametrize(("name", "issue", "maturity", "settlement", "rate", "price"), KASE)
def test_trades_of_the_exchange_are_reproduced_to_four_decimals(
    day_count: str, name: str, issue: str, maturity: str, settlement: str, rate: float, price: float
) -> None:
    """Coupons of 12.5 % a year, 30/360, compounded yearly: yield to price, and price back to the yield quoted."""
    trades = {
        "by_yield": {"settlement_date": settlement, "yield_rate": rate},
        "by_price": {"settlement_date": settlement, "price": price},
    }
    terms = {"maturity_date": maturity, "coupons_a_year": 1, "day_count": day_count, "identifier": name}
    coupon = {"coupon": {"type": "fixed", "rate": 0.125}, "trades": trades}
    changes = {f"bonds.green.{key}": value for key, value in {**terms, **coupon}.items()}
    lines = alone({"issuance.issue_date": issue, "issuance.period": "year", **changes})
    assert round(lines.value("green_by_yield.clean_price"), 4) == price
    assert round(lines.value("green_by_price.yield_to_maturity"), 4) == rate


def test_the_days_of_a_trade_are_those_that_the_exchange_counts() -> None:
    """140 days from 2 May to 22 September: 12.5 × 140 ÷ 360 accrued."""
    trade = {"one": {"settlement_date": "2025-09-22", "yield_rate": 0.1795}}
    terms = {"maturity_date": "2027-05-02", "coupons_a_year": 1, "trades": trade}
    coupon = {"bonds.green.coupon": {"type": "fixed", "rate": 0.125}}
    changes = {**coupon, **{f"bonds.green.{key}": value for key, value in terms.items()}}
    lines = alone({"issuance.issue_date": "2025-05-02", "issuance.period": "year", **changes})
    assert lines.value("green_one.accrued") == pytest.approx(12.5 * 140 / 360)


def test_the_golden_bond_has_its_price_durations_and_convexity() -> None:
    """15 % half-yearly over five years at 16.87 %."""
    trades = {
        "today": {"settlement_date": "2027-03-18", "yield_rate": 0.1687},
        "later": {"settlement_date": "2027-03-18", "yield_rate": 0.1787},
    }
    lines = alone({"bonds.green.trades": trades})
    told = {name: lines.value(f"green_today.{name}") for name in ("clean_price", "macaulay", "modified_duration")}
    assert told == pytest.approx(
        {"clean_price": 93.847332, "macaulay": 3.642997, "modified_duration": 3.359614}, abs=1e-6
    )
    assert lines.value("green_today.convexity") == pytest.approx(15.140762, abs=1e-6)
    assert lines.value("green_today.effective_yield") == pytest.approx(0.175815, abs=1e-6)
    assert lines.value("green_later.clean_price") == pytest.approx(90.764254, abs=1e-6)
    change = -told["modified_duration"] * 0.01 + lines.value("green_today.convexity") / 2 * 0.01**2
    assert told["clean_price"] * (1 + change) == pytest.approx(90.765470, abs=1e-6)
