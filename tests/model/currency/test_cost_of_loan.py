"""What a loan in dollars costs in tenge: (1 + interest) × (1 + depreciation) − 1, and fees on top."""

import pytest

from tests.model.currency.deals import DOLLARS
from tests.model.small_case import sized


def test_ten_per_cent_in_dollars_that_rise_by_eight_cost_18_8_per_cent_in_tenge() -> None:
    """On dates a leap year is a day longer, so the internal rate differs in the fourth digit."""
    assert sized(DOLLARS).value("senior.cost_rate") == pytest.approx(1.10 * 1.08 - 1, abs=5e-4)


def test_at_the_forward_rate_dollars_cost_what_tenge_cost() -> None:
    """Covered parity: 5 % in dollars and the forward premium are 15 % in tenge."""
    parity = {"spot": 500.0, "path": "forward", "domestic_rate": 0.15, "foreign_rate": 0.05}
    found = sized({**DOLLARS, "currencies.usd": parity, "facilities.senior.base_rate": 0.05})
    assert found.series("loan_period_rate")[3] == pytest.approx(0.15)
    assert found.value("senior.cost_rate") == pytest.approx(0.15, abs=5e-4)


def test_fees_make_it_dearer() -> None:
    dearer = {**DOLLARS, "facilities.senior.upfront_fee_rate": 0.02}
    assert sized(dearer).value("senior.cost_rate") > sized(DOLLARS).value("senior.cost_rate") + 0.003


def test_without_a_loan_it_has_no_rate() -> None:
    found = sized({**DOLLARS, "facilities.senior.sizing": {"amount": 0.0, "dscr": 1.3}})
    assert found.value("senior.cost_rate") != found.value("senior.cost_rate")
