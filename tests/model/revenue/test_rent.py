"""Rent: space times share let times rent a year, for as long as the building is in operation."""

import pytest

from tests.model.small_case import held, sized

RENT = {
    "revenue.offices": {
        "type": "rent",
        "space": 200.0,
        "share_let": {"by_year": {2027: 0.4, 2029: 0.5, 2030: 0.9}},
        "rent_per_unit": 0.5,
        "indexation": {"cpi": 1.0},
    },
    "indices": {"cpi": {"rate": 0.10}},
}


def test_rent_is_space_times_share_let_times_rent_indexed() -> None:
    found = sized(RENT)
    assert list(found.series("offices.space_let")[:4]) == pytest.approx([0, 0, 100, 180])
    assert list(found.series("offices.revenue")[:4]) == pytest.approx([0, 0, 50 * 1.1**2, 90 * 1.1**3])


def test_a_building_that_is_late_earns_no_rent_before_it_stands() -> None:
    found = held(RENT, {"timing.delay_months": 6})
    assert list(found.series("offices.revenue")[:4]) == pytest.approx([0, 0, 25 * 1.1**2, 90 * 1.1**3])


def test_tenants_pay_it() -> None:
    found = sized(RENT)
    assert found.series("party_tenants.paid") == pytest.approx(found.series("offices.received"))


LET = {"type": "rent", "space": 200.0, "rent_per_unit": 0.5}


def test_space_may_be_taken_up_by_year_of_operation() -> None:
    found = sized({"revenue.offices": {**LET, "take_up": [0.4, 0.8]}})
    assert list(found.series("offices.revenue")[:6]) == pytest.approx([0, 0, 40, 80, 80, 80])


def test_a_period_across_two_years_of_operation_has_a_part_of_each_share() -> None:
    found = sized({"revenue.offices": {**LET, "take_up": [0.4, 0.8]}, "timing.construction_months": 18})
    assert list(found.series("offices.revenue")[:4]) == pytest.approx([0, 20, 60, 80])


def test_space_between_tenants_pays_nothing() -> None:
    found = sized({"revenue.offices": {**LET, "share_let": 0.9, "vacancy": 0.05}})
    assert found.series("offices.space_let")[2] == pytest.approx(171)
    assert found.series("offices.revenue")[2] == pytest.approx(85.5)


def test_space_newly_let_is_free_of_rent_for_its_months() -> None:
    """80 units pay for 9 of 12 months; then they pay in full and 80 more for 9 of 12; then all."""
    found = sized({"revenue.offices": {**LET, "take_up": [0.4, 0.8], "rent_free_months": 3.0}})
    assert list(found.series("offices.space_let")[2:6]) == pytest.approx([80, 160, 160, 160])
    assert list(found.series("offices.space_paying")[2:6]) == pytest.approx([60, 140, 160, 160])
    assert found.series("offices.revenue")[2] == pytest.approx(30)


def test_rent_free_months_begin_with_operation_and_may_be_longer_than_a_period() -> None:
    """Completion in mid-year, 18 months free: the first rent is that of the second half of the year after next."""
    terms = {"share_let": 0.5, "rent_free_months": 18.0}
    found = sized({"revenue.offices": {**LET, **terms}, "timing.construction_months": 18})
    assert list(found.series("offices.space_let")[:4]) == pytest.approx([0, 50, 100, 100])
    assert list(found.series("offices.space_paying")[:5]) == pytest.approx([0, 0, 0, 100, 100])
    brief = sized({"revenue.offices": {**LET, **terms, "rent_free_months": 3.0}, "timing.construction_months": 18})
    assert list(brief.series("offices.space_paying")[:4]) == pytest.approx([0, 25, 100, 100])


def test_tenants_who_leave_do_not_go_on_paying() -> None:
    terms = {"share_let": {"by_year": {2027: 0.8, 2031: 0.4}}, "rent_free_months": 6.0}
    found = sized({"revenue.offices": {**LET, **terms}})
    assert list(found.series("offices.space_paying")[2:6]) == pytest.approx([80, 160, 80, 80])


def test_tenants_pay_back_costs_for_the_part_that_is_let() -> None:
    """90 % of 50 for staff, of a building that is let to 80 %."""
    terms = {"share_let": 0.8, "service_charge": {"costs": ["staff"], "share": 0.9}}
    found = sized({"revenue.offices": {**LET, **terms}})
    assert found.series("offices.service_charges")[2] == pytest.approx(36)
    assert found.series("offices.revenue")[2] == pytest.approx(80 + 36)
    assert found.value("master_check") == 1
