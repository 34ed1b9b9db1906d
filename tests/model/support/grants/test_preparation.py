"""Preparation: its cost is part of the works, the grant pays for it, and a part may have to be paid back."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import prepared


def test_preparation_is_paid_in_the_first_period_and_depreciated_with_the_works() -> None:
    found = sized(prepared())
    assert list(found.series("capex_total")[:2]) == pytest.approx([540, 500])
    assert found.series("machinery.additions")[0] == pytest.approx(540)
    assert found.series("party_adviser.net")[0] == pytest.approx(40)
    assert found.series("party_preparation_fund.net")[0] == pytest.approx(-30)
    assert found.value("total_uses") == pytest.approx(1040)
    assert found.series("assets_closing")[1] == pytest.approx(1010)


def test_preparation_is_granted_before_a_grant_that_comes_first() -> None:
    changes = prepared()
    city = {"type": "capital_grant", "amount": 520.0, "drawn": "first"}
    found = sized({**changes, "grants": {"city": city, **changes["grants"]}})
    assert list(found.series("studies.used")[:2]) == pytest.approx([30, 0])
    assert list(found.series("city.used")[:2]) == pytest.approx([510, 10])


def test_what_is_to_be_paid_back_is_owed_from_close_and_lowers_no_cost() -> None:
    """Half of 30 and a fee of a tenth of it: 16.5; assets cost 1,040 less 15 that are a gift, and the fee."""
    found = sized(prepared(recoverable=0.5, success_fee=0.1, repaid="after_completion"))
    assert list(found.series("studies.recovery_closing")[:3]) == pytest.approx([16.5, 16.5, 0])
    assert found.series("assets_closing")[1] == pytest.approx(1040 - 15 + 1.5)
    assert found.value("total_uses") == pytest.approx(1040)
    assert found.value("master_check") == 1


def test_what_the_fund_did_not_pay_is_not_paid_back() -> None:
    agreed = prepared(recoverable=0.5, success_fee=0.1, repaid="after_completion")
    found = held(agreed, {"grants.studies.paid_share": 0.6})
    assert found.series("studies.recovered").sum() == pytest.approx(18 * 0.5 * 1.1)
    assert found.value("master_check") == 1
