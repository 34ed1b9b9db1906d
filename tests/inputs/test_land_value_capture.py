"""What is said of a stream that takes what no instrument captures, or what another stream takes."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

BANDS = "bands: {near: {upper: 400, area: 100, value: 2, uplift: 20 %, phase: 100 %}}"
LAND = f"land={{uplift: {{station: {{land: core, capture_rate: 30 %, {BANDS}}}}}}}"


def stream(name: str, terms: str) -> str:
    return f"revenue.{name}={{type: land_value_capture, {terms}}}"


def test_the_company_may_receive_a_share_of_what_is_captured(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[LAND, stream("captures", "instrument: station, share: 50 %")]) == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("instrument: stations", "instrument", "there is no stations under land; did you mean station?"),
        ("instrument: station, indexation: {cpi: 1}", "indexation", "take indexation out"),
        ("instrument: station, share: 120 %", "share", "120 % is above 100 %"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[LAND, stream("captures", terms)])
    assert f"revenue.captures.{place}: " in message
    assert what in message


def test_one_stream_takes_one_instrument(tmp_path: Path) -> None:
    twice = [stream("first", "instrument: station"), stream("second", "instrument: station")]
    (message,) = said(tmp_path, overrides=[LAND, *twice])
    assert "revenue.second.instrument: first takes station already; let one stream take it" in message


def test_without_land_there_is_nothing_to_take(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=[stream("captures", "instrument: station")])
    assert "revenue.captures.instrument: there is no station under land" in message
