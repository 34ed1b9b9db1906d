"""Provenance: source, as_of, status and note of a figure."""

import pytest

from finmodel.inputs.provenance import read_provenance
from finmodel.inputs.table import Provenance
from finmodel.inputs.trouble import Trouble


def read(raw: dict[str, object]) -> tuple[Provenance, list[str]]:
    """The provenance and what is wrong with it."""
    troubles: list[Trouble] = []
    return read_provenance(raw, troubles), [trouble.what for trouble in troubles]


def test_without_a_source_a_figure_is_an_assumption() -> None:
    assert read({"value": 1}) == (Provenance(status="assumption"), [])


def test_with_a_source_and_no_status_it_is_unverified() -> None:
    assert read({"source": "Offer"})[0].status == "unverified"


def test_a_stated_status_is_kept() -> None:
    assert read({"source": "Offer", "status": "derived"})[0].status == "derived"


def test_what_was_seen_needs_a_source() -> None:
    assert read({"status": "seen"})[1] == ["is seen, but no source says where"]


@pytest.mark.parametrize("as_of", ["2026-11-20", "2026-11", "2026-Q4", "2026", 2026])
def test_a_source_is_dated_by_day_month_quarter_or_year(as_of: object) -> None:
    found, troubles = read({"as_of": as_of})
    assert (found.as_of, troubles) == (str(as_of), [])


@pytest.mark.parametrize("as_of", ["yesterday", "2026-Q5", "2026-13", "1066", None, 12.5])
def test_other_dates_of_a_source_are_refused(as_of: object) -> None:
    assert [what.endswith("is not a date") for what in read({"as_of": as_of})[1]] == [True]
