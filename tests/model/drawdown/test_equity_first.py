"""Equity first: not a tenge is borrowed before the sponsors have paid all that they promised."""

import pytest

from tests.model.small_case import sized


def test_sponsors_pay_until_their_commitment_is_drawn_and_then_lenders() -> None:
    found = sized({"funding.drawdown": "equity_first", "facilities.senior.sizing": {"dscr": 1.3, "gearing": 0.4}})
    promised = found.value("sponsor_commitment")
    assert list(found.series("sponsor_drawdown")[:2]) == pytest.approx([500, promised - 500])
    assert list(found.series("senior.drawdown")[:2]) == pytest.approx([0, found.value("senior.commitment")])


def test_late_borrowing_saves_interest_during_construction() -> None:
    interest = {
        order: sized({"funding.drawdown": order}).series("financing_cost").sum()
        for order in ("equity_first", "pro_rata", "debt_first")
    }
    assert interest["equity_first"] < interest["pro_rata"] < interest["debt_first"]
