"""The size of a facility, its limits, and which of them binds."""

from typing import Any

import pytest

from finmodel.analysis.facility_sizes import facility_sizes
from finmodel.results import FacilitySize
from tests.model.small_case import held, sized, small_model

SIZING = "facilities.senior.sizing"


def senior(changes: dict[str, Any]) -> FacilitySize:
    return facility_sizes(small_model(changes).graph, sized(changes))["senior"]


def test_the_least_limit_binds() -> None:
    found = senior({SIZING: {"dscr": 1.30, "gearing": 0.50, "amount": 800.0}})
    assert (found.label, found.binding) == ("Senior", "gearing")
    assert found.commitment == pytest.approx(found.limits["gearing"])
    assert set(found.limits) == {"uses", "dscr", "gearing", "amount"}
    assert found.lines["gearing"] == "senior.gearing_capacity"


def test_another_limit_binds_once_it_is_less() -> None:
    assert senior({SIZING: {"dscr": 3.0, "gearing": 0.70}}).binding == "dscr"
    assert senior({SIZING: {"dscr": 1.3, "llcr": 2.0}}).binding == "llcr"
    assert senior({SIZING: {"dscr": 1.3, "share": 0.1}}).binding == "share"


def test_a_remainder_is_bound_by_what_is_left_to_pay_for() -> None:
    changes = {
        "funding.minimum_equity_share": 0.20,
        "facilities.vendor": {
            "type": "vendor_loan",
            "base_rate": 0.12,
            "tenor_months": 96,
            "sizing": {"remainder": True},
            "repayment": {"profile": "equal"},
        },
    }
    sizes = facility_sizes(small_model(changes).graph, sized(changes))
    assert sizes["vendor"].binding == "uses"
    assert list(sizes) == ["senior", "vendor"]


def test_what_was_agreed_is_said_of_a_deal_held_as_contracted() -> None:
    changes, shock = {SIZING: {"dscr": 1.30}}, {"revenue.payment.amount": 200.0}
    found = facility_sizes(small_model({**changes, **shock}).graph, held(changes, shock))["senior"]
    assert found.commitment == pytest.approx(senior(changes).commitment)
