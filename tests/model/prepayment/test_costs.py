"""Costs of prepayment: in the income statement of the period, in the tax return of the next."""

import pytest

from tests.model.prepayment.deals import EQUAL
from tests.model.small_case import sized


def test_they_lower_profit_at_once_and_taxable_profit_a_period_later() -> None:
    early = {"early": {"month": 48, "amount": 60.0}}
    changes = {**EQUAL, "facilities.senior.prepayments": early, "facilities.senior.prepayment_fee_rate": 0.05}
    found = sized(changes)
    assert found.series("costs_of_prepayment")[3:5] == pytest.approx([3, 0])
    assert found.series("prepayment_costs_deducted")[3:5] == pytest.approx([0, 3])
    operating = found.series("ebitda") - found.series("depreciation") - found.series("interest_expense")
    assert (operating - found.series("profit_before_tax"))[3:5] == pytest.approx([3, 0])
