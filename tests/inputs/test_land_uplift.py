"""What is said of bands of uplift that overlap, rates above the whole, and shares reached that fall."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

NEAR = "{upper: 400, area: 100, value: 2, uplift: 20 %, phase: 100 %}"
MORE = "area: 100, value: 2, uplift: 20 %"


def messages(folder: Path, terms: str) -> list[str]:
    return said(folder, overrides=[f"land={{uplift: {{station: {{land: core, {terms}}}}}}}"])


def test_bands_side_by_side_are_a_good_case(tmp_path: Path) -> None:
    bands = f"{{near: {NEAR}, far: {{lower: 400, upper: 800, {MORE}, phase: {{by_year: {{2027: 0, 2030: 1}}}}}}}}"
    assert messages(tmp_path, f"capture_rate: 30 %, bands: {bands}") == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("capture_rate: 30 %, bands: {}", "bands", "no band is stated"),
        (f"capture_rate: 130 %, bands: {{near: {NEAR}}}", "capture_rate", "130 % is above 100 %"),
        (
            f"capture_rate: 30 %, bands: {{near: {NEAR}, far: {{lower: 300, upper: 800, {MORE}, phase: 1}}}}",
            "bands.far.lower",
            "the band overlaps bands.near; begin it where bands.near ends",
        ),
        (
            f"capture_rate: 30 %, bands: {{near: {{lower: 400, upper: 300, {MORE}, phase: 1}}}}",
            "bands.near.upper",
            "the band ends at 300 metres and begins at 400",
        ),
        (
            "capture_rate: 30 %, bands: {near: {upper: 400, area: -1, value: 2, uplift: 20 %, phase: 1}}",
            "bands.near.area",
            "-1 is below 0",
        ),
        (
            f"capture_rate: 30 %, bands: {{near: {{upper: 400, {MORE}, phase: {{by_year: {{2027: 1, 2030: 0.5}}}}}}}}",
            "bands.near.phase",
            "the share reached falls",
        ),
        (
            f"capture_rate: 30 %, bands: {{near: {{upper: 400, {MORE}}}}}",
            "bands.near.phase",
            "no share reached is stated",
        ),
        (
            f"capture_rate: 30 %, bands: {{near: {{upper: 400, {MORE}, phase: 1, phase_after_completion: [50 %, 1]}}}}",
            "bands.near.phase_after_completion",
            "stands beside phase; state phase or phase_after_completion",
        ),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = messages(tmp_path, terms)
    assert f"land.uplift.station.{place}: " in message
    assert what in message
