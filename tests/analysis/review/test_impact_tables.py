"""Tables on impact: whole and financed, expected and measured, factors with their sources, claims with what becomes."""

import pytest

from finmodel.analysis.review.impact_tables import impact_tables
from finmodel.review import ReviewTable
from tests.analysis.review.cases import material


def table(key: str, *, year: int | None = None, **changes: object) -> ReviewTable:
    return next(one for one in impact_tables(material(changes, year=year)) if one.key == key)


def test_impact_is_shown_for_the_whole_project_and_by_its_share() -> None:
    rows = [one for one in table("impact").records if one["indicator"] == "Renewable electricity generated"]
    assert rows == [{
        "project": "Solar plant", "instrument": "Green loan", "signed_amount": 400, "financed_share": 0.5,
        "eligible_share": 1, "lifetime_years": 20, "indicator": "Renewable electricity generated", "unit": "MWh",
        "baseline": 0, "with_project": 10000, "whole_a_year": 10000, "whole_lifetime": 200000, "financed_a_year": 5000,
        "financed_lifetime": 100000, "basis": "Expected", "method": "Yield study",
    }]  # fmt: skip


def test_no_share_is_ever_more_than_the_whole() -> None:
    for record in table("impact").records:
        for word in ("a_year", "lifetime"):
            whole, financed = record[f"whole_{word}"], record[f"financed_{word}"]
            assert (whole is None) == (financed is None)
            if isinstance(whole, float) and isinstance(financed, float):
                assert abs(financed) <= abs(whole)


def test_gases_are_shown_a_year_on_average_of_the_lifetime() -> None:
    """5 360 t without, 5 000 000 kWh at 0.5 kg falling by 2 % a year from 2027 with it."""
    row = next(one for one in table("impact").records if one["project"] == "Electric buses" and one["unit"] == "t CO2e")
    with_project = 2500 * 0.98**2 * (1 - 0.98**12) / 0.02 / 12
    assert [row[key] for key in ("baseline", "with_project")] == pytest.approx([5360, with_project])
    assert row["whole_a_year"] == pytest.approx(5360 - with_project)
    assert row["method"] == "Life cycle"


def test_an_indicator_without_a_baseline_has_no_impact() -> None:
    changes = {"green.projects.water.indicators.water_used.baseline": None, "green.claims.water_saved": None}
    row = next(one for one in table("impact", **changes).records if one["project"] == "Water network")
    assert [row[key] for key in ("baseline", "with_project", "whole_a_year", "financed_a_year")] == [
        None,
        2400000,
        None,
        None,
    ]


def test_results_stand_beside_what_was_expected() -> None:
    (row,) = table("measured").records
    assert [row[key] for key in ("year", "expected", "measured", "financed", "achieved", "verified")] == [
        2029, pytest.approx(10000), 9800, pytest.approx(4900), pytest.approx(0.98), "Yes",
    ]  # fmt: skip
    assert [*table("measured", year=2030).records] == []


def test_factors_are_told_with_source_year_and_status() -> None:
    first = next(iter(table("factors").records))
    assert (first["place"], first["factor"], first["as_of"], first["status"]) == (
        "emissions.solar_power.without_project.factor", 0.8, "2025", "seen",
    )  # fmt: skip
    assert len(table("factors").rows) == 3


def test_claims_are_marked_by_what_becomes_of_them() -> None:
    found = table("claims", **{"green.claims.solar_output.value": 10000})
    rows = {record["result"]: record for record in found.records}
    assert [row.mark for row in found.rows] == ["good", "bad", "good", "good"]
    gross = rows["Gross impact claimed in full"]
    assert [gross[key] for key in ("stated", "model", "unit", "per", "share")] == [
        10000,
        5000,
        "MWh",
        "Year",
        "Financed",
    ]
