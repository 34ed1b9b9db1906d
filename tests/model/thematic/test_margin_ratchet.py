"""Margin ratchet: the band of the indicator a year before sets the margin, by hand."""

import pytest

from tests.model.small_case import held, sized
from tests.model.thematic.linked_deal import bullet

RATCHET = {
    "indicator": "Availability of lights, %",
    "path": {"by_period": [0, 99, 97, 94, 98, 95, 95, 95, 95, 95]},
    "bands": {
        "poor": {"lower": 0, "upper": 95, "adjustment": 0.002},
        "good": {"lower": 98, "adjustment": -0.001},
    },
    "from_month": 24,
}


def with_ratchet(**changes: object) -> dict[str, object]:
    return bullet("sustainability_linked_loan", margin_ratchet={**RATCHET, **changes})


def test_the_margin_goes_by_the_indicator_of_the_year_before() -> None:
    found = sized(with_ratchet())
    assert list(found.series("senior.rate")[:6]) == pytest.approx([0.15, 0.15, 0.149, 0.15, 0.152, 0.149])
    assert found.value("master_check") == 1


def test_a_longer_lag_looks_further_back() -> None:
    assert list(sized(with_ratchet(lag_months=24)).series("senior.rate")[2:6]) == pytest.approx(
        [0.152, 0.149, 0.15, 0.152]
    )


def test_outside_the_bands_the_margin_is_as_agreed() -> None:
    assert list(sized(with_ratchet(path=96)).series("senior.rate")[:6]) == pytest.approx([0.15] * 6)


def test_a_worse_indicator_costs_the_company_of_a_signed_deal() -> None:
    worse = held(with_ratchet(path=99), {"facilities": with_ratchet(path=90)["facilities"]})
    assert worse.series("senior.interest_paid")[3] == pytest.approx(15.2)


def test_bands_and_targets_add_up() -> None:
    target = {"indicator": "x", "path": 2, "target": 1, "observation_date": "2030-12-31", "step_up_rate": 0.0025}
    deal = bullet("sustainability_linked_loan", margin_ratchet={**RATCHET, "path": 99}, targets={"one": target})
    assert list(sized(deal).series("senior.rate")[3:6]) == pytest.approx([0.149, 0.1515, 0.1515])
