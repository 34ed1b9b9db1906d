"""Tables on proceeds: the standard columns, amounts that add up, and what waits at the end of each year."""

import pytest

from finmodel.analysis.review.allocation_tables import allocation_tables
from finmodel.review import Cell, ReviewTable
from tests.analysis.review.cases import material


def table(key: str, *, year: int | None = None, **changes: object) -> ReviewTable:
    return next(one for one in allocation_tables(material(changes, year=year)) if one.key == key)


def column(found: ReviewTable, key: str) -> list[Cell]:
    return [record[key] for record in found.records]


def test_allocations_have_the_columns_that_a_reviewer_expects() -> None:
    first = next(iter(table("allocation").records))
    assert first == {
        "allocation": "solar_2027", "instrument": "Green loan", "project": "Solar plant",
        "category": "Renewable energy", "taxonomy": "AUTHORITY A.1", "sdgs": "7, 13", "location": "South of the city",
        "signed_amount": 400, "total_cost": 500, "issuer_share": 0.8, "eligible_share": 1, "allocated": 250,
        "refinanced": 62.5, "refinanced_share": 0.25, "year": 2027, "state": "Made", "lifetime_years": 20,
    }  # fmt: skip


def test_the_total_adds_up_what_is_allocated() -> None:
    found = table("allocation")
    assert [row.kind for row in found.rows] == ["plain"] * 5 + ["total"]
    total = dict(zip((one.key for one in found.columns), found.rows[-1].cells, strict=True))
    assert (total["allocated"], total["refinanced"]) == (700, 62.5)
    assert total["refinanced_share"] == pytest.approx(62.5 / 700)
    assert sum(value for value in column(found, "allocated") if isinstance(value, float)) == 700


def test_an_annual_report_shows_allocations_up_to_its_year() -> None:
    assert column(table("allocation", year=2027), "allocation") == ["solar_2027"]
    assert column(table("unallocated", year=2027), "year") == [2027, 2027]


def test_what_waits_is_what_came_less_what_is_allocated() -> None:
    records = [*table("unallocated").records][:2]
    first, second = ([record[key] for key in ("received", "allocated", "unallocated")] for record in records)
    assert first == pytest.approx([290.4397, 250, 40.4397], abs=1e-3)
    assert second == pytest.approx([309.5603, 350, 0], abs=1e-3)
    assert column(table("unallocated"), "placement") == ["Account at the treasury 100 %", ""] * 2


def test_instruments_tell_what_they_bring_and_by_when_it_is_allocated() -> None:
    senior = next(iter(table("instruments").records))
    assert (senior["instrument"], senior["proceeds"], senior["allocated"]) == pytest.approx(("Green loan", 600, 600))
    assert senior["allocated_share"] == pytest.approx(1)
    assert senior["refinanced_share"] == pytest.approx(62.5 / 600)


def test_a_case_that_allocates_nothing_has_no_rows() -> None:
    found = material({"green.allocations": {}, "green.claims": {}})
    assert [len(table.rows) for table in allocation_tables(found)] == [0, 0, 0]
