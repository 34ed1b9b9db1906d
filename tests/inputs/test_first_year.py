"""What is said of tables by year that begin with something after financial close."""

from pathlib import Path

import pytest

from tests.inputs.good_case import edited, load, said

RIGHTS = "auction_price: 0.3, floor_area_gain: 1.2, sale_price: 1, build_cost: 0.5, margin: 20 %"


def messages(folder: Path, offered: str) -> list[str]:
    return said(folder, overrides=[f"land={{development_rights: {{towers: {{{RIGHTS}, offered: {offered}}}}}}}"])


def test_what_begins_later_says_what_holds_at_close(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, "{by_year: {2030: 100}}")
    assert "towers.offered: begins in 2030 with 100, which would hold from 2027 on; state 2027 too" in message


@pytest.mark.parametrize(
    "offered",
    [
        "100",
        "{by_year: {2027: 100}}",
        "{by_year: {2025: 100}}",
        "{by_year: {2027: 0, 2030: 100}}",
        "{by_year: {2030: 0}}",
    ],
)
def test_other_tables_and_single_numbers_are_plain(tmp_path: Path, offered: str) -> None:
    assert messages(tmp_path, offered) == []


def test_a_scenario_may_shift_what_is_sold_from_the_first_year_on(tmp_path: Path) -> None:
    """Until then its first value holds, as it would without the shift."""
    text = edited("capex.lights.unit_cost: {times: 1.2}", "land.development_rights.towers.offered: {later: 2}")
    stated = f"land:\n  development_rights:\n    towers: {{{RIGHTS}, offered: {{by_year: {{2027: 50, 2029: 100}}}}}}\n"
    loaded = load(tmp_path, text + stated, scenario="dear")
    assert loaded.case.land is not None
    assert loaded.case.land.development_rights["towers"].offered.by_year == ((2027, 50), (2029, 50), (2031, 100))
