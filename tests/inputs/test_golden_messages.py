"""The messages about a bad case file, word for word: they are read by users and change on purpose only."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.inputs.good_case import edited, said
from tests.inputs.good_issuance import edited_issuance, issuance_said

EVERY: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("golden_messages.yaml").read_text(encoding="utf-8")
)
GOLDEN = [golden for golden in EVERY if golden.get("of") != "issuance"]
ISSUED = [golden for golden in EVERY if golden.get("of") == "issuance"]


def test_the_good_case_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path) == []


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["case"])
def test_a_bad_case_file_is_answered_word_for_word(golden: dict[str, Any], tmp_path: Path) -> None:
    text = edited(golden["replace"], golden["by"]) if "replace" in golden else golden["file"]
    assert said(tmp_path, text) == golden["says"]


@pytest.mark.parametrize("golden", ISSUED, ids=lambda golden: golden["case"])
def test_a_bad_file_of_an_issuance_is_answered_word_for_word(golden: dict[str, Any], tmp_path: Path) -> None:
    assert issuance_said(tmp_path, edited_issuance(golden["replace"], golden["by"])) == golden["says"]


def test_there_are_many_golden_messages_and_each_says_what_to_do() -> None:
    assert len(GOLDEN) >= 45
    assert all("; " in message for golden in EVERY for message in golden["says"])
