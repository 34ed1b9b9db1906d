"""Limits of a grant: an amount, shares of uses and of capital expenditure, and the least of several."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted

DEAR = {"facilities.senior.upfront_fee_rate": 0.05, "capex.plant.contingency": 0.1}
"""A fee of 20 and a contingency of 100: uses of 1,120, capital expenditure of 1,100."""


def test_a_share_of_total_uses_counts_the_cost_of_finance() -> None:
    assert sized(granted(share=0.25, **DEAR)).value("city.agreed") == pytest.approx(280)


def test_a_share_of_capital_expenditure_does_not() -> None:
    assert sized(granted(capex_share=0.25, **DEAR)).value("city.agreed") == pytest.approx(275)


def test_vat_is_no_capital_expenditure() -> None:
    taxed = {"vat": {"vat_rate": 0.16, "vat_refund_months": 12}}
    assert sized(granted(capex_share=0.25, **taxed)).value("city.agreed") == pytest.approx(250)


def test_the_least_limit_holds() -> None:
    assert sized(granted(share=0.25, amount=270.0, **DEAR)).value("city.agreed") == pytest.approx(270)
    assert sized(granted(share=0.25, amount=290.0, **DEAR)).value("city.agreed") == pytest.approx(280)
