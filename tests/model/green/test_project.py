"""Eligible projects: what is eligible, and more than that, by one instrument or by several together."""

from typing import Any

import pytest

from tests.model.green.green_deal import green_deal

JUNIOR: dict[str, Any] = {
    "type": "mezzanine_loan",
    "base_rate": 0.12,
    "tenor_months": 96,
    "sizing": {"amount": 250.0},
    "repayment": {"profile": "equal"},
}


def allocated(instrument: str, amount: float, year: int = 2028) -> dict[str, Any]:
    return {"instrument": instrument, "project": "solar", "year": year, "amount": amount}


def test_the_eligible_share_of_what_is_signed_is_eligible() -> None:
    found = green_deal(green__projects__solar__allocated_elsewhere=40)
    assert found.value("solar.signed_share") == pytest.approx(0.75)
    assert found.value("solar.eligible_amount") == pytest.approx(540)
    assert found.value("solar.eligible_left") == pytest.approx(500)


def test_one_instrument_allocates_no_more_than_is_eligible() -> None:
    """300 and 250 are more than 540."""
    found = green_deal(green__allocations__solar_2028=allocated("senior", 250))
    assert (found.value("solar.above_eligible"), found.value("solar.counted_twice")) == (1, 0)
    assert green_deal().value("solar.above_eligible") == 0


def test_what_another_labelled_instrument_paid_for_is_not_eligible_again() -> None:
    assert green_deal(green__projects__solar__allocated_elsewhere=140).value("solar.above_eligible") == 0
    assert green_deal(green__projects__solar__allocated_elsewhere=141).value("solar.above_eligible") == 1


def test_two_instruments_that_pay_for_the_same_cost_count_it_twice() -> None:
    """400 by the loan and 150 by the mezzanine: each fits into 540, both do not."""
    both = {"facilities__mezzanine": JUNIOR, "facilities__senior__sizing": {"amount": 700.0}} | {
        "facilities__senior__repayment": {"profile": "equal"}
    }
    found = green_deal(**both, green__allocations__second=allocated("mezzanine", 150))
    assert found.value("solar.allocated_in_all") == pytest.approx(550)
    assert (found.value("solar.above_eligible"), found.value("solar.counted_twice")) == (0, 1)
    less = green_deal(**both, green__allocations__second=allocated("mezzanine", 140))
    assert less.value("solar.counted_twice") == 0
    shares = [less.value(f"financed_solar_by_{name}.share_of_cost") for name in ("senior", "mezzanine")]
    assert shares == pytest.approx([400 / 800, 140 / 800])
    assert less.value("green_ghg_a_year") == pytest.approx(800 * 540 / 800)
