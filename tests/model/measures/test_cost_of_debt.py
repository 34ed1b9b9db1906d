"""The cost of debt is weighted on debt: 60 at 17 %, 25 at 4 % and a grant of 15 cost 13.18 % a year, not 11.2 %."""

import pytest

from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import sized


def test_a_grant_costs_nothing_and_is_no_debt() -> None:
    found = sized(
        {
            "facilities.senior.base_rate": 0.17,
            "facilities.senior.sizing": {"amount": 600.0},
            "facilities.senior.repayment": {"profile": "annuity"},
            "facilities.soft": {**SOFT, "base_rate": 0.04, "sizing": {"amount": 250.0}},
            "grants.city": {"type": "capital_grant", "amount": 150.0},
        }
    )
    assert found.value("senior.average_interest_rate") == pytest.approx(0.17)
    assert found.value("cost_of_debt_average") == pytest.approx((60 * 0.17 + 25 * 0.04) / 85)
    assert found.value("cost_of_debt_average") * 100 == pytest.approx(13.1765, abs=5e-5)


def test_a_rate_that_moves_counts_by_what_is_owed_under_it() -> None:
    found = sized({"facilities.soft": {**SOFT, "base_rate": {"by_year": {2027: 0.02, 2030: 0.05}}}})
    owed, rate = found.series("soft.scheduled_opening"), found.series("soft.rate")
    assert found.value("soft.average_interest_rate") == pytest.approx(float((owed * rate).sum() / owed.sum()))
    assert 0.02 < found.value("soft.average_interest_rate") < 0.05


@pytest.mark.parametrize("more", [{"construction_interest": "added"}, {"pik_margin": 0.03}])
def test_interest_that_is_added_to_the_loan_is_interest(more: dict[str, object]) -> None:
    found = sized({"facilities.soft": {**SOFT, **more}})
    owed, rate = found.series("soft.scheduled_opening"), 0.02 + (0.03 if "pik_margin" in more else 0)
    assert found.value("soft.average_interest_rate") == pytest.approx(rate * float(owed.sum()) / float(owed.sum()))


def test_one_loan_alone_has_its_rate_and_no_mean() -> None:
    assert "cost_of_debt_average" not in sized({}).lines


def test_a_loan_in_dollars_costs_its_own_rate_in_dollars() -> None:
    dollars = {"currencies.usd": {"spot": 500.0, "depreciation": 0.09}}
    found = sized({**dollars, "facilities.soft": {**SOFT, "currency": "usd", "base_rate": 0.04}})
    assert found.value("soft.average_interest_rate") == pytest.approx(0.04)
