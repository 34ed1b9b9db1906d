"""Received late: the grantor reimburses what a bridge loan has paid."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import granted

LATE = {"drawn": "reimbursement", "reimbursement_months": 12}
FREE = granted(amount=300.0, bridge={"rate": 0.0}, **LATE)


def test_the_grant_is_used_with_the_uses_and_received_a_year_later() -> None:
    found = sized(FREE)
    assert list(found.series("city.used")[:4]) == pytest.approx([150, 150, 0, 0])
    assert list(found.series("city.received")[:4]) == pytest.approx([0, 150, 150, 0])


def test_a_broken_period_counts_as_one() -> None:
    changes = granted(amount=300.0, bridge={"rate": 0.0}, drawn="reimbursement", reimbursement_months=15)
    assert list(sized(changes).series("city.received")[:5]) == pytest.approx([0, 0, 150, 150, 0])


def test_a_grantor_that_pays_later_than_agreed_costs_interest_on_the_bridge() -> None:
    """150 and then 300 are owed at 12 %; a year more adds 36 that nobody planned."""
    agreed = granted(amount=300.0, bridge={"rate": 0.12, "day_count": "30_360"}, **LATE)
    in_time, late = sized(agreed), held(agreed, {"grants.city.reimbursement_months": 24})
    more = late.series("city.bridge_interest").sum() - in_time.series("city.bridge_interest").sum()
    assert more == pytest.approx(0.12 * 300)
    assert late.value("master_check") == 1
