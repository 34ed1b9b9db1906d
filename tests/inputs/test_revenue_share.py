"""What is said of a share of revenue that shares nothing, or nothing that there is."""

from pathlib import Path

from tests.inputs.good_case import load, said


def told(folder: Path, terms: str) -> list[str]:
    return said(folder, overrides=[f"revenue_shares.city={{{terms}}}"])


def test_a_share_or_a_minimum_is_enough_and_the_authority_receives_it(tmp_path: Path) -> None:
    assert told(tmp_path, "streams: [advertising], share: 50 %") == []
    assert told(tmp_path, "streams: [advertising], minimum: {by_year: {2028: 3, 2030: 4}}") == []
    loaded = load(tmp_path, overrides=["revenue_shares.city={streams: [advertising], share: 50 %}"])
    assert loaded.case.revenue_shares["city"].payee == "authority"


def test_neither_is_refused(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "streams: [advertising]")
    assert "neither a share nor a minimum is stated; state share, minimum or both" in message


def test_a_stream_that_does_not_exist_is_named(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "streams: [advertizing], share: 50 %")
    assert "did you mean advertising?" in message
