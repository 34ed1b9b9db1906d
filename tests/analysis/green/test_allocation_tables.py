"""Tables of allocation: a row for each allocation in the report's columns, sums, and what waits where by year."""

import pytest

from tests.analysis.green.reported import record, table, tables


def test_an_allocation_stands_in_the_columns_of_the_report() -> None:
    """600 signed of 800; 90 % eligible; 300 in 2027, a quarter of which refinances."""
    found = record("allocation", {"project": "Solar", "year": 2027.0})
    words = {"category": "Renewable energy", "taxonomy": "KZ 1.1, EU 4.1", "sdgs": "7, 13", "state": "Planned"}
    assert words.items() <= found.items()
    numbers = [found[key] for key in ("signed_amount", "total_cost", "issuer_share", "eligible_share", "allocated")]
    assert numbers == pytest.approx([600, 800, 0.75, 0.9, 300])
    assert (found["refinanced_share"], found["lifetime_years"]) == (0.25, 20)


def test_allocations_are_added_up_below() -> None:
    shown = tables()["allocation"]
    keys = [column.key for column in shown.columns]
    total = shown.rows[-1]
    assert total.kind == "total"
    assert total.cells[keys.index("allocated")] == pytest.approx(600)
    assert all(len(row.cells) == len(keys) for row in shown.rows)


def test_a_report_of_a_year_has_what_was_done_by_its_end() -> None:
    assert [row["year"] for row in table("allocation", year=2027)] == [2027]
    found = record("instruments", year=2027)
    assert [found[key] for key in ("proceeds", "allocated", "unallocated")] == pytest.approx([350, 300, 50])
    assert record("projects", {"project": "Solar"}, year=2027)["share_of_cost"] == pytest.approx(300 / 800)


def test_an_instrument_has_what_it_brought_and_what_of_it_refinances() -> None:
    """A quarter of 400 for the plant; nothing of 200 for water."""
    found = record("instruments")
    numbers = [found[key] for key in ("proceeds", "allocated", "refinanced", "refinanced_share", "unallocated")]
    assert numbers == pytest.approx([724.5, 600, 100, 100 / 600, 124.5])


def test_what_waits_is_shown_by_year_and_placement() -> None:
    rows = table("unallocated")
    assert [row["year"] for row in rows] == [*range(2027, 2038)], "to the end of the model"
    assert [row["unallocated"] for row in rows][:3] == pytest.approx([50, 124.5, 124.5])
    assert [(row["held_bills"], row["held_rest"]) for row in rows][:2] == [(37.5, 12.5), (93.375, 31.125)]
    labels = {column.key: column.label for column in tables()["unallocated"].columns}
    assert (labels["held_bills"], labels["held_rest"]) == ("Treasury bills", "Account")


def test_once_nothing_moves_or_waits_the_table_ends() -> None:
    rest = {"instrument": "senior", "project": "solar", "year": 2029, "amount": 124.5}
    rows = table("unallocated", {"green.allocations.solar_2029": rest})
    assert [row["year"] for row in rows] == [2027, 2028, 2029]
    assert rows[-1]["placements"] == ""


def test_what_waits_is_shown_up_to_the_year_of_a_report() -> None:
    assert [row["year"] for row in table("unallocated", year=2030)] == [2027, 2028, 2029, 2030]


def test_a_project_shows_what_is_eligible_and_what_is_taken() -> None:
    found = record("projects", {"project": "Solar"}, changes={"green.projects.solar.allocated_elsewhere": 40})
    numbers = [found[key] for key in ("eligible_amount", "allocated_elsewhere", "allocated", "share_of_cost")]
    assert numbers == pytest.approx([540, 40, 400, 0.5])
