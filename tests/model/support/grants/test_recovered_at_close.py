"""Recovered at close: what is paid back is a use of the first period."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import prepared


def test_debt_and_equity_pay_back_the_fund_with_its_fee_at_close() -> None:
    """All of 30 with a tenth on top: uses of 1,073, a grant of 30, 1,043 to be lent and paid in."""
    found = sized(prepared(recoverable=1.0, success_fee=0.1))
    assert found.value("total_uses") == pytest.approx(1073)
    assert found.series("studies.recovered")[0] == pytest.approx(33)
    assert found.value("sponsor_commitment") == pytest.approx(1043 - 400)
    assert found.series("party_preparation_fund.net")[0] == pytest.approx(3)
    assert found.series("assets_closing")[1] == pytest.approx(1043)
    assert found.value("master_check") == 1
