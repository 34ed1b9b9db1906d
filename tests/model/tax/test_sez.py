"""Special economic zone: relief by category from financial close, while the zone lasts, then the standard rate."""

import pytest

from tests.model.small_case import serial, sized

ZONE = {"regime": "sez", "cit_rate": 0.20, "relief_years_by_category": [3, 6, 25]}


def rates(**tax: object) -> list[float]:
    return [float(rate) for rate in sized({"tax": {**ZONE, "category": "A", **tax}}).series("tax_rate")]


def test_relief_lasts_for_the_years_of_the_category() -> None:
    assert rates(category="A") == pytest.approx([0] * 3 + [0.2] * 8)
    assert rates(category="B") == pytest.approx([0] * 6 + [0.2] * 5)
    assert rates(category="C") == pytest.approx([0] * 11)


def test_relief_ends_with_the_zone() -> None:
    assert rates(category="C", zone_end_year=2031) == pytest.approx([0] * 5 + [0.2] * 6)


def test_relief_may_be_a_lower_rate() -> None:
    assert rates(relief_rate=0.05)[2:4] == pytest.approx([0.05, 0.2])


def test_a_period_in_which_relief_ends_has_the_standard_rate() -> None:
    """Three years from April 2027 end on 31 March 2030; the half-year from October 2029 is the last one in relief."""
    found = sized({"tax": {**ZONE, "category": "A"}, "timing.start": "2027-04-01", "timing.period": "half_year"})
    assert found.value("relief_end") == serial(2030, 3, 31)
    assert list(found.series("tax_rate")[4:7]) == pytest.approx([0, 0, 0.2])
    broken = sized(
        {
            "tax": {**ZONE, "category": "A", "relief_years_by_category": [2.75, 6, 25]},
            "timing.start": "2027-04-01",
            "timing.period": "half_year",
        }
    )
    assert list(broken.series("tax_rate")[4:7]) == pytest.approx([0, 0.2, 0.2])


def test_no_tax_is_paid_in_relief_and_losses_of_that_time_count_later() -> None:
    found = sized({"tax": {**ZONE, "category": "A"}})
    assert list(found.series("tax_paid")[:3]) == pytest.approx([0, 0, 0])
    assert found.series("tax_actual.losses_closing")[2] > 0
    assert found.series("tax_actual.losses_used")[3:].sum() == pytest.approx(found.series("tax_actual.loss").sum())


def test_relief_never_outlasts_the_activity_agreement() -> None:
    found = sized({"tax": {**ZONE, "category": "C", "agreement_end": "2030-12-31"}})
    assert found.value("relief_last_day") == serial(2030, 12, 31)
    assert list(found.series("tax_rate")) == pytest.approx([0] * 4 + [0.2] * 7)
    longer = sized({"tax": {**ZONE, "category": "A", "agreement_end": "2040-12-31"}})
    assert longer.value("relief_last_day") == longer.value("relief_end")


def test_the_zone_lasts_to_the_end_of_its_last_year() -> None:
    found = sized({"tax": {**ZONE, "category": "C", "zone_end_year": 2031}, "timing.start": "2027-04-01"})
    assert found.value("zone_end") == serial(2031, 12, 31)
    assert found.value("relief_last_day") == serial(2031, 12, 31)
