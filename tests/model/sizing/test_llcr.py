"""LLCR limit: the value of cash flow over the loan's life, at the loan's own rates."""

import pytest

from tests.model.small_case import sized


def test_debt_is_the_value_of_cash_flow_in_service_over_the_ratio() -> None:
    found = sized({"facilities.senior.sizing": {"llcr": 1.6}, "facilities.senior.repayment": {"profile": "equal"}})
    value = sum(250 / 1.1**year for year in range(1, 7))
    assert found.value("senior.commitment") == pytest.approx(value / 1.6)
    assert found.series("llcr")[2] == pytest.approx(1.6)


def test_years_of_grace_count_and_years_after_maturity_do_not() -> None:
    changes = {"facilities.senior.sizing": {"llcr": 1.6}, "facilities.senior.repayment": {"profile": "equal"}}
    found = sized({**changes, "facilities.senior.grace_months": 24, "facilities.senior.tenor_months": 84})
    assert found.value("senior.commitment") == pytest.approx(sum(250 / 1.1**year for year in range(1, 6)) / 1.6)


def test_rates_that_change_discount_their_own_years() -> None:
    found = sized(
        {
            "facilities.senior.sizing": {"llcr": 1.6},
            "facilities.senior.repayment": {"profile": "equal"},
            "facilities.senior.base_rate": {"by_year": {2027: 0.10, 2031: 0.06}},
        }
    )
    factors = [1 / 1.1, 1 / 1.1**2]
    for _ in range(4):
        factors.append(factors[-1] / 1.06)
    assert found.value("senior.llcr_capacity") == pytest.approx(250 * sum(factors) / 1.6)


def test_interest_in_kind_is_part_of_the_rate_and_what_it_adds_is_owed_later() -> None:
    """Two years of grace at 10 % paid and 5 % in kind: value at 15 %, and the ratio holds at completion."""
    terms = {"sizing": {"llcr": 1.6}, "repayment": {"profile": "equal"}, "grace_months": 24, "pik_margin": 0.05}
    found = sized({f"facilities.senior.{key}": value for key, value in terms.items()})
    value = sum(250 / 1.15**year for year in range(1, 7))
    assert found.series("senior.closing")[1] == pytest.approx(value / 1.6)
    assert found.series("senior.closing")[3] == pytest.approx(value / 1.6 * 1.05**2)
    assert found.series("llcr")[2] == pytest.approx(1.6)


DOLLARS = {"currencies": {"usd": {"spot": 500.0, "depreciation": 0.06}}}
EARLIER: dict[str, dict[str, object]] = {
    "grown in kind until repayment": {"facilities.senior.pik_margin": 0.04, "facilities.senior.grace_months": 24},
    "in dollars": {**DOLLARS, "facilities.senior.currency": "usd", "facilities.senior.sizing": {"amount": 0.6}},
    "before a loan in dollars": {**DOLLARS, "facilities.junior.currency": "usd"},
}


@pytest.mark.parametrize("earlier", EARLIER)
def test_a_second_loan_may_be_what_earlier_debt_then_owed_leaves_of_the_value_at_completion(earlier: str) -> None:
    """250 a year for six years, at the second loan's 12 % and the move of its currency, are 1.3 times what both owe."""
    junior = {
        "type": "mezzanine_loan",
        "base_rate": 0.12,
        "day_count": "30_360",
        "tenor_months": 96,
        "sizing": {"llcr": 1.3},
        "repayment": {"profile": "equal"},
    }
    deal = {
        "capex.plant.unit_cost": 2000.0,
        "facilities.senior.sizing": {"amount": 300.0},
        "facilities.senior.repayment": {"profile": "equal"},
        "facilities.junior": junior,
    }
    found = sized(deal | EARLIER[earlier])
    discount = 1.12 * (1.06 if "before" in earlier else 1.0)
    worth = sum(250 / discount**year for year in range(1, 7))
    owed = found.series("senior.closing")[1] + found.series("junior.closing")[1]
    assert owed == pytest.approx(worth / 1.3)
