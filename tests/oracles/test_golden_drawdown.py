"""Worked examples of drawdown: a cost of 100 in each of three years, 60 % of it debt without interest or fee."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.modelled import modelled


def drawn(order: str, **funding: Any) -> Batch:
    return modelled(
        {
            "project": {"title": "Orders of drawdown"},
            "timing": {"start": "2027-01-01", "period": "year", "construction_months": 36, "operation_months": 60},
            "capex": {"plant": {"unit_cost": 300}},
            "revenue": {"sales": {"type": "operating_cost_compensation", "amount": 100}},
            "funding": {"drawdown": order, **funding},
            "facilities": {
                "senior": {
                    "type": "term_loan",
                    "base_rate": 0,
                    "tenor_months": 84,
                    "sizing": {"gearing": 0.6},
                    "repayment": {"profile": "equal"},
                }
            },
            "tax": {"regime": "kz_standard", "cit_rate": 0},
        }
    )


@pytest.mark.parametrize(
    ("order", "debt", "equity"),
    [
        ("pro_rata", [60, 60, 60], [40, 40, 40]),
        ("equity_first", [0, 80, 100], [100, 20, 0]),
        ("debt_first", [100, 80, 0], [0, 20, 100]),
    ],
)
def test_debt_and_equity_are_drawn_in_the_order_agreed(order: str, debt: list[float], equity: list[float]) -> None:
    found = drawn(order)
    assert found.series("senior.drawdown")[:3] == pytest.approx(debt)
    assert found.series("equity_drawdown")[:3] == pytest.approx(equity)


def test_a_quarter_of_the_sponsors_funds_as_a_shareholder_loan_is_drawn_with_them() -> None:
    found = drawn("equity_first", shareholder_loan_share=0.25)
    assert found.series("shareholder_loan_drawdown")[:3] == pytest.approx([25, 5, 0])
    assert found.series("equity_drawdown")[:3] == pytest.approx([75, 15, 0])


def test_cash_wanted_at_the_start_of_operation_is_funded_with_the_last_cost() -> None:
    found = drawn("pro_rata", opening_cash=30)
    assert found.value("total_uses") == pytest.approx(330)
    assert found.series("senior.drawdown")[:3] == pytest.approx([60, 60, 78])
    assert found.series("cash_closing")[2] == pytest.approx(30)
