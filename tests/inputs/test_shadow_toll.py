"""What is said of shadow tolls without bands, or with bands that overlap."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

ROAD = "type: shadow_toll, volume: 700"


@pytest.mark.parametrize(
    ("bands", "place", "what"),
    [
        ("{}", "bands", "no band is stated"),
        ("{a: {upper: 400, rate: 1}, b: {lower: 300, rate: 1}}", "bands.b.lower", "the band overlaps bands.a"),
        ("{a: {rate: 1}, b: {lower: 300, rate: 1}}", "bands.b.lower", "begin it where bands.a ends"),
        ("{a: {lower: 400, upper: 300, rate: 1}}", "bands.a.upper", "ends at 300 and begins at 400"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, bands: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.road={{{ROAD}, bands: {bands}}}"])
    assert f"revenue.road.{place}: " in message
    assert what in message
