"""Debt first: sponsors pay once the facility is drawn."""

import pytest

from tests.model.small_case import sized


def test_lenders_pay_until_their_commitment_is_drawn_and_then_sponsors() -> None:
    found = sized({"funding.drawdown": "debt_first"})
    commitment = found.value("senior.commitment")
    assert commitment == pytest.approx(0.7 * 1050)
    assert list(found.series("senior.drawdown")[:2]) == pytest.approx([500, commitment - 500])
    assert list(found.series("sponsor_drawdown")[:2]) == pytest.approx([0, 1050 - commitment])
