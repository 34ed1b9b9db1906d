"""Interest on drawdown that is added to the loan: the closed form is what iteration finds."""

import pytest

from tests.model.small_case import sized

DEAL = {
    "facilities.senior.interest_on": "average_balance", "facilities.senior.construction_interest": "added",
    "facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"},
    "timing.period": "half_year",
}  # fmt: skip


def iterated(opening: float, drawdown: float, rate: float) -> float:
    interest = 0.0
    for _ in range(100):
        interest = rate * (opening + (opening + drawdown + interest)) / 2
    return interest


def test_in_closed_form_it_is_two_openings_and_the_drawdown_times_a_over_1_less_a() -> None:
    found = sized(DEAL)
    balance, a = 0.0, 0.025
    for period in range(4):
        drawn = found.series("senior.drawdown")[period]
        added = found.series("senior.interest_during_construction")[period]
        added += found.series("senior.interest_on_drawdown")[period]
        assert added == pytest.approx(iterated(balance, drawn, 0.05))
        assert added == pytest.approx((2 * balance + drawn) * a / (1 - a))
        balance += drawn + added
    assert found.series("senior.closing")[3] == pytest.approx(balance)


def test_repayment_is_of_all_that_was_built_up() -> None:
    found = sized(DEAL)
    assert found.value("senior.repayable") == pytest.approx(found.series("senior.closing")[3])
    assert found.series("senior.closing")[-2] == pytest.approx(0)
    assert found.value("master_check") == 1


def test_with_a_rate_of_2_per_cent_it_is_small() -> None:
    found = sized({**DEAL, "facilities.senior.base_rate": 0.02})
    assert found.series("senior.interest_on_drawdown")[0] == pytest.approx(
        found.series("senior.drawdown")[0] * 0.005 / 0.995
    )
