"""Tax increment: the golden district, the honest increment beside it, and what a zone's exemption leaves of both."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

GOLDEN = {
    "land": "zone", "base": 1000.0, "growth": 0.08, "counterfactual_growth": 0.05, "tax_rate": 0.015, "share": 0.75,
    "years": 10.0, "bond_rate": 0.10,
}  # fmt: skip
SEZ = {"tax": {"regime": "sez", "category": "A", "agreement_end": "2031-12-31"}}


def district(case: dict[str, Any] | None = None, **terms: Any) -> Batch:
    """A district of 1,000 at close that grows by 8 % a year, of which 5 % would have come anyway."""
    return sized({"land": {"tax_increment": {"district": GOLDEN | terms}}, **(case or {})})


def by_hand(years: int, rate: float = 0.10) -> float:
    """Σ τ · share · (AV₀ · ((1 + g)ᵗ − 1)) ÷ (1 + r)ᵗ in closed form: two geometric series."""
    pledged = 0.015 * 0.75 * 1000
    growing, level = 1.08 / (1 + rate), 1 / (1 + rate)
    return pledged * sum(growing**t - level**t for t in range(1, years + 1))


def test_the_golden_district_is_worth_32_72_and_carries_a_bond_of_21_81() -> None:
    found = district()
    assert found.lines["district.increment_present_value"][0] == pytest.approx(32.7155, abs=5e-5)
    assert found.lines["district.bondable"][0] == pytest.approx(21.81, abs=5e-3)
    assert district(bond_cover=1.25).lines["district.bondable"][0] == pytest.approx(32.7155 / 1.25, abs=5e-5)


def test_the_closed_form_holds_for_any_length_of_the_district() -> None:
    for years in (1, 4, 7):
        found = district(years=float(years)).lines["district.increment_present_value"][0]
        assert found == pytest.approx(by_hand(years))


def test_by_statute_all_growth_counts_and_honestly_only_what_the_project_causes() -> None:
    found = district()
    assert found.series("district.increment")[1] == pytest.approx(1000 * (1.08**2 - 1))
    assert found.series("district.increment_caused")[1] == pytest.approx(1000 * (1.08**2 - 1.05**2))
    anyway = found.series("district.captured_anyway")[1]
    assert anyway == pytest.approx(0.015 * 0.75 * 1000 * (1.05**2 - 1))
    assert found.series("district.captured_caused")[1] + anyway == pytest.approx(found.series("district.captured")[1])


def test_new_property_counts_from_its_year_on_and_what_only_moves_within_the_city_is_not_caused() -> None:
    new: dict[str, Any] = {
        "growth": 0.0,
        "counterfactual_growth": 0.0,
        "new_property": {"by_year": {2027: 0.0, 2028: 200.0, 2029: 0.0}},
    }
    found = district(**new, displacement=0.25)
    assert list(found.series("district.increment")[:4]) == pytest.approx([0, 200, 200, 200])
    assert list(found.series("district.increment_caused")[:4]) == pytest.approx([0, 150, 150, 150])
    assert found.lines["district.caused_share"][0] == pytest.approx(0.75)


def test_what_is_displaced_would_have_grown_elsewhere_as_it_grows_here() -> None:
    new: dict[str, Any] = {"new_property": {"by_year": {2027: 200.0, 2028: 0.0}}, "displacement": 0.25}
    found = district(**new)
    assert list(found.series("district.value_displaced")[:3]) == pytest.approx([50, 50 * 1.08, 50 * 1.08**2])
    caused = (1000 * 1.08**3 + 150 * 1.08**2) - 1000 * 1.05**3
    assert found.series("district.increment_caused")[2] == pytest.approx(caused)


def test_a_district_that_loses_value_pays_nothing_and_is_owed_nothing() -> None:
    assert district(growth=-0.05).series("district.captured") == pytest.approx(0)


def test_participants_of_the_zone_pay_nothing_until_its_relief_ends() -> None:
    found = district(SEZ, participants=0.6)
    assert list(found.series("district.exempt_share")[:7]) == pytest.approx([*[0.6] * 5, 0, 0])
    full = 0.015 * 0.75 * 1000 * (1.08**3 - 1)
    assert found.series("district.captured")[2] == pytest.approx(0.4 * full)
    assert found.series("district.lost_to_exemption")[2] == pytest.approx(0.6 * full)
    assert found.series("district.captured")[6] == pytest.approx(0.015 * 0.75 * 1000 * (1.08**7 - 1))


def test_another_exemption_ends_on_the_day_stated() -> None:
    found = district(participants=0.6, exempt_until="2028-12-31")
    assert list(found.series("district.exempt_share")[:3]) == pytest.approx([0.6, 0.6, 0])


def test_half_years_take_half_of_a_year_s_tax_on_the_value_at_their_end() -> None:
    found = district({"timing.period": "half_year"}).series("district.captured")
    assert list(found[:2]) == pytest.approx([0.015 * 0.75 * 1000 * (1.08**t - 1) / 2 for t in (0.5, 1.0)])
    assert district({"timing.period": "half_year"}, years=1.25).series("district.captured")[3:].sum() == 0
