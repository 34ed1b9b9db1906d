"""Step-up: the margin rises in the month agreed."""

import pytest

from tests.model.small_case import sized


def test_the_margin_steps_up_in_the_first_period_that_begins_in_its_month_or_later() -> None:
    found = sized({"facilities.senior.margin": 0.01, "facilities.senior.step_up_rate": 0.02,
                   "facilities.senior.step_up_month": 48})  # fmt: skip
    assert list(found.series("senior.rate")[3:6]) == pytest.approx([0.11, 0.13, 0.13])
    assert found.series("senior.scheduled_interest")[4] == pytest.approx(
        0.13 * found.series("senior.scheduled_opening")[4]
    )


def test_a_month_inside_a_period_counts_from_the_next_one() -> None:
    found = sized({"facilities.senior.step_up_rate": 0.02, "facilities.senior.step_up_month": 50})
    assert list(found.series("senior.rate")[4:6]) == pytest.approx([0.10, 0.12])


def test_a_step_lowers_the_debt_that_cash_flow_carries() -> None:
    sizing = {"facilities.senior.sizing": {"dscr": 1.3}}
    steep = {**sizing, "facilities.senior.step_up_rate": 0.05, "facilities.senior.step_up_month": 60}
    assert sized(steep).value("senior.commitment") < sized(sizing).value("senior.commitment")


def test_a_loan_without_one_has_no_line_of_it() -> None:
    assert "senior.step_up_margin" not in sized().lines
