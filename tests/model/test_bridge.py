"""Bridge loans: what is lent follows what is awaited; fees and interest are funded, then served before senior debt."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted

TERMS = {"rate": 0.12, "day_count": "30_360", "lender": "city_bank"}
LATE = {"drawn": "reimbursement", "reimbursement_months": 12}


def test_interest_during_construction_is_a_use_and_later_a_senior_fee() -> None:
    """Uses U = 1,000 + 12 % of the 500 × 300 ÷ U that are bridged in the first year: U² − 1,000 U − 18,000 = 0."""
    found = sized(granted(amount=300.0, bridge=TERMS, **LATE))
    uses = (1000 + (1000**2 + 4 * 18000) ** 0.5) / 2
    assert found.value("total_uses") == pytest.approx(uses)
    first = 500 * 300 / uses
    assert list(found.series("city.bridge_closing")[:3]) == pytest.approx([first, 300 - first, 0])
    assert found.series("city.bridge_interest_funded")[1] == pytest.approx(0.12 * first)
    assert found.series("city.bridge_interest_served")[2] == pytest.approx(0.12 * (300 - first))
    assert found.series("scheduled_debt_service")[2] == pytest.approx(400 / 6 + 0.12 * (300 - first))
    assert found.series("cfads")[2] == pytest.approx(250)
    assert found.value("master_check") == 1


def test_its_lender_is_a_party_that_ends_with_fees_and_interest() -> None:
    fees = {"upfront_fee_rate": 0.01, "commitment_fee_rate": 0.02}
    found = sized(granted(amount=300.0, bridge={**TERMS, **fees}, **LATE))
    undrawn = 300 + (300 - found.series("city.bridge_closing")[0])
    interest = found.series("city.bridge_interest").sum()
    assert found.series("party_city_bank.net").sum() == pytest.approx(3 + 0.02 * undrawn + interest)
    assert found.series("senior.interest_due").sum() == pytest.approx(0)


def test_interest_of_the_bridge_lowers_profit_in_operation_alone() -> None:
    found = sized(granted(amount=300.0, bridge=TERMS, **LATE))
    assert found.series("interest_expense")[1] == pytest.approx(0)
    assert found.series("interest_expense")[2] == pytest.approx(found.series("city.bridge_interest_served")[2])
