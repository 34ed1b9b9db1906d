"""Standby facility: drawn where commitments end, before the sponsors' support, and served in its rank."""

from typing import Any

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import PLAIN


def standing_by(**terms: Any) -> dict[str, Any]:
    """150 at 12 % beside 400 of debt and 600 of equity, to be repaid in three years."""
    facility = {"amount": 150.0, "base_rate": 0.12, "day_count": "30_360", "repayment_months": 36, **terms}
    return {**PLAIN, "funding.standby_facility": facility}


DEARER = {"capex.plant.overrun": 0.2}
"""Works of 1,200: all commitments are drawn in the second year, and 200 are missing."""


def test_it_is_drawn_for_what_commitments_lack_and_the_sponsors_support_the_rest() -> None:
    found = held(standing_by(), DEARER)
    assert list(found.series("standby_facility.drawdown")[:3]) == pytest.approx([0, 150, 0])
    assert found.value("support_total") == pytest.approx(50)
    assert found.value("master_check") == 1


def test_it_may_pay_a_share_of_what_is_missing() -> None:
    found = held(standing_by(share=0.5), DEARER)
    assert found.series("standby_facility.drawdown").sum() == pytest.approx(100)
    assert found.value("support_total") == pytest.approx(100)


def test_it_is_repaid_in_equal_parts_with_interest_beside_senior_debt() -> None:
    found = held(standing_by(), DEARER)
    assert list(found.series("standby_facility.principal_paid")[1:6]) == pytest.approx([0, 50, 50, 50, 0])
    assert list(found.series("standby_facility.interest_paid")[1:6]) == pytest.approx([0, 18, 12, 6, 0])
    assert found.series("scheduled_debt_service")[2] == pytest.approx(400 / 6 + 68)
    assert found.series("dscr")[2] == pytest.approx(250 / (400 / 6 + 68))


def test_senior_lenders_share_what_there_is_in_proportion_to_what_is_due() -> None:
    """Cash of 100 against 66.67 and 68."""
    found = held(standing_by(), {**DEARER, "revenue.payment.amount": {"by_year": {2027: 150, 2030: 300}}})
    due = 400 / 6 + 68
    assert found.series("standby_facility.paid_to_lender")[2] == pytest.approx(100 * 68 / due)
    assert found.series("arrears")[2] == pytest.approx(due - 100)
    owed = found.series("standby_facility.interest_due")[3] + found.series("standby_facility.principal_due")[3]
    assert owed == pytest.approx(68 - 100 * 68 / due + 12 + 0.12 * (50 - (100 * 68 / due - 18)) + _margin(due) + 50)
    assert found.series("standby_facility.closing")[-1] == pytest.approx(0)
    assert found.value("master_check") == 1


def _margin(due: float) -> float:
    """Two points more on the principal that was not paid."""
    return 0.02 * (50 - (100 * 68 / due - 18))


def test_below_senior_debt_it_is_paid_from_what_senior_lenders_leave() -> None:
    found = held(standing_by(rank=2), {**DEARER, "revenue.payment.amount": {"by_year": {2027: 150, 2030: 300}}})
    assert found.series("arrears")[2] == 0
    assert found.series("standby_facility.paid_to_lender")[2] == pytest.approx(100 - 400 / 6)
    assert found.series("rank_2.rank_arrears")[2] == pytest.approx(68 - (100 - 400 / 6))
    assert found.series("lockup_flag")[2] == 1
    assert found.series("dscr")[2] == pytest.approx(100 / (400 / 6))


def test_interest_on_what_is_drawn_during_construction_is_a_use() -> None:
    """Twice as dear from the start: 1,000 are there for the first year's 1,000, and 150 of the second's are lent."""
    found = held(standing_by(amount=900.0), {"capex.plant.overrun": 1.2, "capex.plant.spend": [0.5, 0.5]})
    assert found.series("standby_facility.drawdown")[0] == pytest.approx(100)
    assert found.series("standby_facility.interest_during_construction")[1] == pytest.approx(12)
    assert found.series("uses")[1] == pytest.approx(1100 + 12)


def test_a_facility_that_is_never_drawn_costs_its_fees_and_lengthens_no_loan_life() -> None:
    found = sized(standing_by(upfront_fee_rate=0.01, commitment_fee_rate=0.02, repayment_months=96))
    assert found.value("total_uses") == pytest.approx(1000 + 1.5 + 2 * 3)
    without = sized(PLAIN)
    assert list(found.series("service_flag")) == list(without.series("service_flag"))
    assert list(found.series("loan_period_rate")) == pytest.approx(list(without.series("loan_period_rate")))
    assert found.value("llcr_minimum") == pytest.approx(without.value("llcr_minimum"))
    assert found.value("debt_commitment") == pytest.approx(400)


def test_a_term_beyond_the_end_of_operation_ends_with_it() -> None:
    found = held(standing_by(repayment_months=96), {**DEARER, "timing.delay_months": 12})
    assert found.value("standby_facility.tenor_months") == 120
    assert found.series("standby_facility.closing")[-1] == pytest.approx(0)
    assert found.value("master_check") == 1


def test_an_amount_of_nothing_changes_nothing() -> None:
    without, found = held(PLAIN, DEARER), held(standing_by(amount=0.0, upfront_fee_rate=0.01), DEARER)
    assert found.value("support_total") == pytest.approx(without.value("support_total"))
    assert found.value("equity_irr") == pytest.approx(without.value("equity_irr"))
