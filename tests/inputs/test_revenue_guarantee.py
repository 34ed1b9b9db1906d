"""What is said of revenue guarantees whose bands overlap, stand on their head or cover nothing."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

USUAL = "streams: [lighting], forecast: 2000"


def told(folder: Path, terms: str) -> list[str]:
    return said(folder, overrides=[f"revenue_guarantees.mrg={{{terms}}}"])


def test_a_floor_or_a_sharing_band_is_enough(tmp_path: Path) -> None:
    assert told(tmp_path, f"{USUAL}, floors: {{low: {{upper: 80 %}}}}") == []
    assert told(tmp_path, f"{USUAL}, sharing: {{high: {{lower: 120 %, share: 50 %}}}}") == []


def test_bands_that_touch_do_not_overlap(tmp_path: Path) -> None:
    bands = "floors: {b: {lower: 80 %, upper: 90 %, share: 50 %}, a: {upper: 80 %}}"
    assert told(tmp_path, f"{USUAL}, {bands}, sharing: {{high: {{lower: 90 %, share: 50 %}}}}") == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        (USUAL, "floors", "no band is stated"),
        (f"{USUAL}, floors: {{low: {{lower: 90 %, upper: 80 %}}}}", "floors.low.upper", "ends at 0.8 of the forecast"),
        (f"{USUAL}, floors: {{a: {{upper: 80 %}}, b: {{lower: 70 %, upper: 90 %}}}}", "floors.b.lower", "floors.a"),
        (
            f"{USUAL}, floors: {{a: {{upper: 110 %}}}}, sharing: {{b: {{lower: 105 %, share: 50 %}}}}",
            "sharing.b.lower", "the band overlaps floors.a; begin it where floors.a ends",
        ),
        (
            f"{USUAL}, floors: {{a: {{lower: 90 %, upper: 95 %}}}}, "
            "sharing: {b: {lower: 50 %, upper: 60 %, share: 50 %}}",
            "sharing", "a band is shared below one that is guaranteed",
        ),
        (f"{USUAL}, floors: {{a: {{upper: 80 %}}}}, eligibility: 80 %", "eligibility", "nothing is ever topped up"),
        (f"{USUAL}, floors: {{a: {{upper: 80 %}}}}, cap_rate: 10 %", "cap_rate", "needs cap_present_value beside it"),
        (f"{USUAL}, floors: {{a: {{upper: 80 %}}}}, cap_present_value: 9", "cap_present_value", "needs cap_rate"),
        ("streams: [], forecast: 1, floors: {a: {upper: 80 %}}", "streams", "names no stream"),
        ("streams: [lightning], forecast: 1, floors: {a: {upper: 80 %}}", "streams", "did you mean lighting?"),
        ("streams: [lighting, lighting], forecast: 1, floors: {a: {upper: 80 %}}", "streams", "is named twice"),
        (f"{USUAL}, floors: {{a: {{upper: 80 %}}}}, indexation: {{cpi: 120 %}}", "indexation", "above 100 %"),
    ],
)  # fmt: skip
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = told(tmp_path, terms)
    assert f"revenue_guarantees.mrg.{place}" in message
    assert what in message


def test_two_guarantees_cannot_cover_one_stream(tmp_path: Path) -> None:
    terms = f"{{{USUAL}, floors: {{low: {{upper: 80 %}}}}}}"
    other = terms.replace("low", "least")
    (message,) = said(tmp_path, overrides=[f"revenue_guarantees.mrg={terms}", f"revenue_guarantees.second={other}"])
    assert "revenue_guarantees.second.streams" in message
    assert "lighting is covered by mrg already" in message
