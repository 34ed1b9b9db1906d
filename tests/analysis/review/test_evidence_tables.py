"""Tables of evidence: expected and measured, factors with their sources, claims with what becomes of them."""

import pytest

from finmodel.analysis.review.evidence_tables import evidence_tables
from finmodel.review import ReviewTable
from tests.analysis.review.cases import material


def table(key: str, *, year: int | None = None, **changes: object) -> ReviewTable:
    return next(one for one in evidence_tables(material(changes, year=year)) if one.key == key)


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
