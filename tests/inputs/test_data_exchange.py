"""What a data exchange must state: how much of the forecast counts, and whether the law allows it."""

from pathlib import Path

from tests.inputs.good_case import said


def test_haircut_and_law_are_asked_for(tmp_path: Path) -> None:
    found = said(tmp_path, overrides=["revenue.data={type: data_exchange, calls: 100, price_per_call: 1}"])
    assert len(found) == 2
    assert "revenue.data.haircut: is missing" in found[0]
    assert "revenue.data.lawful: is missing" in found[1]


def test_the_law_allows_it_or_not(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["revenue.data={type: data_exchange, haircut: 50 %, lawful: 0.5}"])
    assert "revenue.data.lawful: 0.5 is neither yes nor no" in message
