"""Compensation of investment costs: equal instalments from commissioning on, in whole or broken periods."""

import pytest

from tests.model.small_case import held, sized


def stream(amount: float = 480.0, years: float = 4.0, **more: object) -> dict[str, object]:
    item = {"type": "investment_cost_compensation", "amount": amount, "instalment_years": years, **more}
    loan = {"facilities.senior.sizing": {"amount": 100.0}, "facilities.senior.repayment": {"profile": "equal"}}
    return {"revenue": {"payment": item}, **loan}


def amounts(changes: dict[str, object]) -> list[float]:
    return [float(amount) for amount in sized(changes).series("payment.revenue")]


def test_instalments_are_equal_and_end_with_their_years() -> None:
    assert amounts(stream()) == pytest.approx([0, 0, 120, 120, 120, 120, 0, 0, 0, 0, 0])


def test_years_that_end_inside_a_period_pay_a_part_of_it() -> None:
    assert amounts(stream(years=2.5)) == pytest.approx([0, 0, 192, 192, 96, 0, 0, 0, 0, 0, 0])


def test_the_first_instalment_begins_with_commissioning_inside_a_period() -> None:
    found = amounts({**stream(), "timing.construction_months": 15, "timing.operation_months": 100})
    assert found[:7] == pytest.approx([0, 90, 120, 120, 120, 30, 0])


def test_a_delay_moves_the_instalments_and_loses_none_of_them() -> None:
    found = held(stream(), {"timing.delay_months": 6})
    assert list(found.series("payment.revenue")[2:8]) == pytest.approx([60, 120, 120, 120, 60, 0])


def test_instalments_that_operation_is_too_short_for_are_not_paid() -> None:
    found = held(stream(years=8), {"timing.delay_months": 12})
    assert found.series("payment.revenue").sum() == pytest.approx(480 * 7 / 8)


def test_instalments_follow_their_index() -> None:
    changes = {**stream(indexation={"cpi": 1.0}), "indices": {"cpi": {"rate": 0.10}}}
    assert amounts(changes)[2:4] == pytest.approx([120 * 1.21, 120 * 1.331])
