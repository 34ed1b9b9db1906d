"""VAT facility: VAT is paid by a loan and refunds repay it; what uses are left with is the work itself."""

from typing import Any

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import PLAIN


def taxed(**terms: Any) -> dict[str, Any]:
    """16 % of VAT on 500 a year, refunded a year later; a facility at 15 %."""
    facility = {"rate": 0.15, "day_count": "30_360", **terms}
    return {**PLAIN, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}, "funding.vat_facility": facility}


def test_uses_are_the_work_and_the_interest_of_the_facility() -> None:
    """80 are lent in the first year, rolled in the second, and repaid by the refund of the third."""
    found = sized(taxed())
    assert list(found.series("vat_facility.bridge_closing")[:3]) == pytest.approx([80, 80, 0])
    assert list(found.series("uses")[:2]) == pytest.approx([500, 512])
    assert found.value("sponsor_commitment") == pytest.approx(612)
    assert found.value("master_check") == 1


def test_a_refund_that_repays_the_facility_is_no_cash_for_debt_service() -> None:
    found, without = sized(taxed()), sized({**PLAIN, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    assert without.series("cfads")[2] == pytest.approx(330)
    assert found.series("cfads")[2] == pytest.approx(250)
    assert found.series("vat_facility.bridge_interest_served")[2] == pytest.approx(12)


def test_the_project_is_what_it_was_before_financing() -> None:
    without = sized({**PLAIN, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    assert sized(taxed()).value("project_irr") == pytest.approx(without.value("project_irr"))


def test_vat_above_the_amount_is_paid_for_like_any_other_use() -> None:
    """50 of 80 are lent: 30 more are needed in the first year and come back in the third."""
    found = sized(taxed(amount=50.0))
    assert list(found.series("vat_facility.bridge_closing")[:3]) == pytest.approx([50, 50, 0])
    assert list(found.series("uses")[:2]) == pytest.approx([530, 507.5])
    assert found.series("cfads")[2] == pytest.approx(250 + 30)


def test_the_facility_may_pay_a_share_of_the_vat() -> None:
    found = sized(taxed(share=0.5))
    assert list(found.series("vat_facility.bridge_closing")[:3]) == pytest.approx([40, 40, 0])


def test_fees_are_charged_on_the_highest_balance_planned() -> None:
    found = sized(taxed(upfront_fee_rate=0.01, commitment_fee_rate=0.02))
    assert found.value("vat_facility.bridge_commitment") == pytest.approx(80)
    assert found.series("vat_facility.bridge_upfront_fee")[0] == pytest.approx(0.8)
    assert list(found.series("vat_facility.bridge_commitment_fee")[:2]) == pytest.approx([1.6, 0])


def test_a_dearer_work_finds_the_facility_as_it_was_committed() -> None:
    found = held(taxed(), {"capex.plant.overrun": 0.5})
    assert found.series("vat_facility.bridge_closing").max() == pytest.approx(80)
    assert found.series("uses")[0] == pytest.approx(750 + 40)
    assert found.value("master_check") == 1


@pytest.mark.parametrize("nothing", [{"amount": 0.0}, {"share": 0.0}])
def test_a_facility_of_nothing_changes_nothing(nothing: dict[str, float]) -> None:
    without = sized({**PLAIN, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    found = sized(taxed(upfront_fee_rate=0.01, **nothing))
    assert found.value("equity_irr") == pytest.approx(without.value("equity_irr"))
    assert list(found.series("uses")) == pytest.approx(list(without.series("uses")))


def test_a_large_refund_repays_the_facility_before_it_is_kept() -> None:
    """30 % of VAT on 900 and 100: 270 come back in the year in which 30 are paid; 240 repay the loan."""
    found = sized({**taxed(), "vat": {"vat_rate": 0.3, "vat_refund_months": 12}, "capex.plant.spend": [0.9, 0.1]})
    assert list(found.series("vat_facility.bridge_closing")[:3]) == pytest.approx([270, 30, 0])
    assert found.series("uses")[1] == pytest.approx(100 + 0.15 * 270)
    assert found.series("cash_closing")[1] == pytest.approx(0)
    assert found.value("master_check") == 1
