"""The table of targets: baseline, level, what is expected, what missing costs."""

import pytest

from finmodel.analysis.review.linked_tables import linked_tables
from finmodel.review import ReviewTable
from tests.analysis.review.linked_cases import RATCHET, WHERE, linked_material


def table(changes: dict[str, object] | None = None) -> ReviewTable:
    (found,) = linked_tables(linked_material(changes))
    return found


def test_a_target_is_told_with_what_is_expected_of_it() -> None:
    (row,) = table().records
    assert (row["baseline"], row["level"], row["expected"], row["result"]) == (24000, 12500, 12000, "Met")
    assert row["improvement"] == pytest.approx(11500 / 24000)
    assert (row["step_up"], row["step_down"], row["premium"]) == (0.0025, None, None)
    assert isinstance(row["cost_of_missing"], float)
    assert row["cost_of_missing"] > 0


def test_a_target_that_is_missed_is_marked() -> None:
    (row,) = table({f"{WHERE}.path": 13000}).rows
    assert (row.mark, "Missed" in row.cells) == ("bad", True)


def test_more_than_the_baseline_is_better_where_more_is_the_aim() -> None:
    more = {f"{WHERE}.better": "more", f"{WHERE}.target": 30000, f"{WHERE}.path": 31000}
    (row,) = table(more).records
    assert row["improvement"] == pytest.approx(0.25)


def test_a_ratchet_has_no_row() -> None:
    ratchet = {"facilities.senior.targets": None, "facilities.senior.margin_ratchet": {**RATCHET}}
    assert list(linked_tables(linked_material(ratchet))) == []
