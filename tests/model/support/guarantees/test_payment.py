"""What a guarantee pays: its share of what is newly lacking, no more than is left of it, to the lenders who lack it."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import as_planned, guarantee, shocked

FIRST = guarantee("first_loss_guarantee", amount=100.0)
HALF = guarantee("partial_credit_guarantee", coverage=0.5, amount=100.0)


def test_a_deal_that_goes_as_planned_draws_nothing() -> None:
    found = as_planned(first=FIRST, half=HALF)
    assert found.value("guarantees_drawn") == 0
    assert found.value("master_check") == 1


def test_a_first_loss_guarantee_pays_all_that_lacks_until_it_is_used_up() -> None:
    """150 due in 2030 on cash of 90: 60 lack. In 2031 140 are due on 30: 110 lack, and 40 are left."""
    found = shocked({2030: 90, 2031: 30}, first=FIRST)
    assert list(found.series("first.paid")[2:6]) == pytest.approx([0, 60, 40, 0])
    assert list(found.series("first.left")[2:6]) == pytest.approx([100, 40, 0, 0])
    assert list(found.series("arrears")[2:6]) == pytest.approx([0, 0, 70, 0])


def test_the_money_goes_straight_to_the_lender_and_leaves_the_cash_as_it_was() -> None:
    found = shocked({2030: 90}, first=FIRST)
    assert found.series("senior.interest_paid")[3] + found.series("senior.principal_paid")[3] == pytest.approx(150)
    assert found.series("cash_closing")[3] == pytest.approx(0)
    assert found.series("default_flag")[3] == 0


def test_a_share_is_paid_of_each_shortfall_once() -> None:
    """60 lack in 2030, half is paid. In 2031 the 30 overdue are still due, with 3 of interest; only what is new counts.

    430 × 10 % − the 40 of the plan = 3 more interest: due 140 + 30 + 3 = 173 on cash of 100. 73 − 30 = 43 are new.
    """
    found = shocked({2030: 90, 2031: 100}, half=HALF)
    assert list(found.series("senior.lacking")[3:5]) == pytest.approx([60, 73])
    assert list(found.series("senior.newly_lacking")[3:5]) == pytest.approx([60, 43])
    assert list(found.series("half.paid")[3:5]) == pytest.approx([30, 21.5])
    assert found.series("senior.overdue")[4] == pytest.approx(73 - 21.5)


def test_guarantees_pay_in_the_order_of_the_case_each_on_what_those_before_leave() -> None:
    found = shocked({2030: 90, 2031: 30}, half=HALF, first=FIRST)
    assert list(found.series("half.paid")[3:5]) == pytest.approx([30, 55])
    assert list(found.series("first.paid")[3:5]) == pytest.approx([30, 55])
    other = shocked({2030: 90, 2031: 30}, first=FIRST, half=HALF)
    assert list(other.series("first.paid")[3:5]) == pytest.approx([60, 40])
    assert list(other.series("half.paid")[3:5]) == pytest.approx([0, 35])


def test_lenders_covered_share_a_payment_by_what_each_lacks() -> None:
    """A second loan of 300 repaid alike lacks half as much: of 45 left to pay, 30 and 15."""
    second = {
        "type": "term_loan", "base_rate": 0.10, "day_count": "30_360", "tenor_months": 96, "default_margin": 0.0,
        "sizing": {"amount": 300.0}, "repayment": {"profile": "equal"},
    }  # fmt: skip
    first = {**FIRST, "covers": ["senior", "second"], "amount": 45.0}
    found = shocked({2030: 90}, deal={"facilities.second": second}, first=first)
    assert found.series("senior.newly_lacking")[3] == pytest.approx(2 * found.series("second.newly_lacking")[3])
    assert found.series("first_senior.guarantor_paid")[3] == pytest.approx(30)
    assert found.series("first_second.guarantor_paid")[3] == pytest.approx(15)


def test_a_junior_lender_can_be_covered_alone_and_its_rank_is_then_not_in_arrears() -> None:
    mezzanine = {
        "type": "mezzanine_loan", "base_rate": 0.10, "day_count": "30_360", "tenor_months": 96, "default_margin": 0.0,
        "sizing": {"amount": 60.0}, "repayment": {"profile": "equal"},
    }  # fmt: skip
    first = {**FIRST, "covers": ["mezzanine"]}
    found = shocked({2030: 140}, deal={"facilities.mezzanine": mezzanine}, first=first)
    assert found.series("arrears")[3] == pytest.approx(10)
    assert found.series("first_mezzanine.guarantor_paid")[3] == pytest.approx(15)
    assert found.series("rank_2.rank_arrears")[3] == pytest.approx(0)
    assert found.series("mezzanine.closing")[3] == pytest.approx(40)


@pytest.mark.parametrize("switched_off", [{"amount": 0.0}, {"coverage": 0.0}])
def test_a_guarantee_of_nothing_is_no_guarantee(switched_off: dict[str, float]) -> None:
    dear = {**FIRST, "fee_rate": 0.02, "upfront_fee_rate": 0.02}
    without, off = shocked({2030: 90}), shocked({2030: 90}, first={**dear, **switched_off})
    for name in ("senior.closing", "arrears", "uses", "distributions_paid", "tax_paid", "lockup_flag"):
        assert list(off.series(name)) == pytest.approx(list(without.series(name))), name
    assert off.value("guarantee_cover") == 0


def test_a_guarantee_switched_off_after_signing_pays_nothing_and_costs_nothing_more() -> None:
    dear = {**FIRST, "fee_rate": 0.02}
    for path in ("guarantees.first.amount", "guarantees.first.coverage"):
        off = shocked({2030: 90}, shock={path: 0.0}, first=dear)
        assert off.value("guarantees_drawn") == 0
        assert off.value("first.fees_total") == 0
        assert off.series("arrears")[3] == pytest.approx(off.series("senior.lacking")[3])
        assert off.value("master_check") == 1
