"""The waterfall: cash, then the reserve, then arrears and default; recovery pays the past first; what may leave."""

from collections.abc import Mapping
from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

EQUAL = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.default_margin": 0.02,
    "reserves": {"dsra": {"months": 6}},
}
"""600 at 10 %, 100 repaid in each year from 2029 on; half of the coming year's debt service in reserve."""


def paid(revenue: Mapping[int, float], **more: Any) -> Batch:
    """The deal contracted at 300 a year, and the payments of the years that turn out otherwise."""
    years = {year: revenue.get(year, 300.0) for year in range(2027, 2038)}
    return held({**EQUAL, **more}, {"revenue.payment.amount": {"by_year": years}})


def test_a_good_year_pays_lenders_and_sets_free_what_the_reserve_no_longer_needs() -> None:
    found = paid({})
    assert found.series("cfads")[2] == pytest.approx(250)
    assert found.series("debt_service_paid")[2] == pytest.approx(160)
    assert found.series("dsra_released")[2] == pytest.approx(80 - 75)
    assert found.series("distributions_paid")[2] == pytest.approx(250 - 160 + 5)


def test_a_bad_year_takes_all_cash_then_all_of_the_reserve_and_leaves_the_rest_in_arrears() -> None:
    """Cash of 70 and 75 in reserve against 150: 5 of principal stay unpaid, lenders are in default, nobody is paid."""
    found = paid({2030: 120})
    assert found.series("debt_service_from_cash")[3] == pytest.approx(70)
    assert found.series("dsra_drawn")[3] == pytest.approx(75)
    assert found.series("senior.interest_paid")[3] == pytest.approx(50)
    assert found.series("arrears")[3] == pytest.approx(5)
    assert found.series("default_flag")[3] == 1
    assert found.series("lockup_flag")[3] == 1
    assert found.series("distributions_paid")[3] == 0
    assert found.series("cash_closing")[3] == 0


def test_a_second_bad_year_adds_interest_and_default_interest_on_what_is_overdue() -> None:
    """405 owed at 10 %, 2 % more on the overdue 5: interest of 40.6 comes first, 9.4 of 105 principal are paid."""
    found = paid({2030: 120, 2031: 100})
    assert found.series("senior.default_interest")[4] == pytest.approx(0.1)
    assert found.series("senior.interest_due")[4] == pytest.approx(40.6)
    assert found.series("senior.principal_due")[4] == pytest.approx(105)
    assert found.series("senior.interest_paid")[4] == pytest.approx(40.6)
    assert found.series("senior.principal_paid")[4] == pytest.approx(9.4)
    assert found.series("arrears")[4] == pytest.approx(95.6)


def test_recovery_pays_arrears_first_then_fills_the_reserve_and_only_then_sponsors() -> None:
    found = paid({2030: 120, 2031: 100, 2032: 500})
    due = 395.6 * 0.10 + 95.6 * 0.02 + 195.6
    assert found.series("debt_service_paid")[5] == pytest.approx(due)
    assert found.series("arrears")[5] == pytest.approx(0)
    assert found.series("dsra_paid_in")[5] == pytest.approx(60)
    assert found.series("distributions_paid")[5] == pytest.approx(450 - due - 60)
    assert found.series("default_flag")[5] == 0
    assert found.series("senior.closing")[5] == pytest.approx(200)


def test_a_year_that_does_not_cover_its_own_costs_leaves_suppliers_unpaid_and_flags_it() -> None:
    found = paid({2030: 20})
    assert found.series("cfads")[3] == pytest.approx(-30)
    assert found.series("operating_arrears")[3] == pytest.approx(30)
    assert found.series("debt_service_from_cash")[3] == 0
    assert found.series("lockup_flag")[3] == 1
    assert found.value("master_check") == 1


def test_suppliers_who_waited_are_paid_before_lenders() -> None:
    found = paid({2030: 20, 2031: 100})
    assert found.series("operating_arrears")[4] == 0
    assert found.series("debt_service_from_cash")[4] == pytest.approx(50 - 30)


def test_suppliers_who_waited_are_paid_before_the_maintenance_reserve() -> None:
    found = paid(
        {2030: 20, 2031: 60},
        lifecycle={"lamps": {"unit_cost": 90.0, "interval_years": 5}},
    )
    assert found.series("mra_target")[4] == pytest.approx(60)
    assert found.series("operating_arrears")[3] == pytest.approx(30)
    assert found.series("mra_paid_in")[4] == 0
    assert found.series("operating_arrears")[4] == pytest.approx(20)


def test_senior_fees_are_paid_before_debt_service() -> None:
    found = paid({2030: 120}, **{"facilities.senior.agency_fee_amount": 10.0})
    assert found.series("cash_for_debt_service")[3] == pytest.approx(70 - 10)


def test_cover_below_the_lock_up_level_traps_cash_and_a_better_year_frees_it() -> None:
    """Cover of 220 ÷ 150 is above 1.40 and of 190 ÷ 140 below: what is left then waits until cover is back."""
    changes = {"distributions": {"lockup_dscr": 1.40}}
    found = paid({2030: 270, 2031: 240}, **changes)
    assert list(found.series("lockup_flag")[2:7]) == [0, 0, 1, 0, 0]
    assert found.series("distributions_paid")[4] == 0
    trapped = found.series("cash_closing")[4]
    assert trapped == pytest.approx(190 - 140 + 5)
    assert found.series("distributions_paid")[5] == pytest.approx(trapped + 250 - 130 + 5)


def test_cover_below_the_default_level_is_a_default_even_where_lenders_are_paid() -> None:
    found = paid({2030: 210}, distributions={"default_dscr": 1.10})
    assert found.series("arrears")[3] == 0
    assert list(found.series("default_flag")[2:5]) == [0, 1, 0]


def test_cover_exactly_at_its_level_is_neither_lock_up_nor_default() -> None:
    found = paid({2030: 215}, distributions={"default_dscr": 1.10, "lockup_dscr": 1.10})
    assert found.series("default_flag")[3] == 0
    assert found.series("lockup_flag")[3] == 0


def test_minimum_cash_stays_until_the_last_period_and_pays_lenders_when_needed() -> None:
    found = paid({2030: 150}, distributions={"minimum_cash": 40.0})
    assert found.series("cash_closing")[2] == pytest.approx(40)
    assert found.series("debt_service_from_cash")[3] == pytest.approx(100 + 40)
    assert found.series("dsra_drawn")[3] == pytest.approx(10)
    assert found.series("cash_closing")[-2] == pytest.approx(40)
    assert found.series("cash_closing")[-1] == pytest.approx(0)


def test_income_of_the_period_of_completion_waits_for_the_end_of_construction() -> None:
    """Completion in June 2029: half a year of income is there, and nothing leaves before 2030."""
    found = sized({"timing.delay_months": 6, "timing.delay_extends_concession": True})
    assert found.series("construction_flag")[2] == 1
    assert found.series("cfads")[2] == pytest.approx(125)
    assert found.series("distributions_paid")[2] == 0
    assert found.series("cash_closing")[2] == pytest.approx(125)
    assert found.series("distributions_paid")[3] > 125


def test_vat_that_comes_back_after_completion_is_cash_of_operation() -> None:
    found = sized({"vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    assert list(found.series("construction_cost")[:3]) == pytest.approx([580, 500, 0])
    assert list(found.series("vat_refund_in_operation")[:4]) == pytest.approx([0, 0, 80, 0])
    assert found.series("cfads")[2] == pytest.approx(250 + 80)


def test_a_refund_larger_than_the_cost_of_a_period_is_kept_as_cash() -> None:
    found = sized({"vat": {"vat_rate": 0.30, "vat_refund_months": 12}, "capex.plant.spend": [0.9, 0.1]})
    assert found.series("construction_cost")[1] == pytest.approx(130 - 270)
    assert found.series("uses")[1] == 0
    surplus = 270 - 130 - found.series("financing_cost")[1]
    assert found.series("cash_closing")[1] == pytest.approx(surplus)
    assert found.value("master_check") == 1
