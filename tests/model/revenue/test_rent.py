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
