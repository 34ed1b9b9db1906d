"""The messages about a bad case file, word for word: they are read by users and change on purpose only."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.inputs.good_case import edited, said

GOLDEN: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("golden_messages.yaml").read_text(encoding="utf-8")
)


def test_the_good_case_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path) == []


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["case"])
def test_a_bad_case_file_is_answered_word_for_word(golden: dict[str, Any], tmp_path: Path) -> None:
    text = edited(golden["replace"], golden["by"]) if "replace" in golden else golden["file"]
    assert said(tmp_path, text) == golden["says"]


def test_there_are_many_golden_messages_and_each_says_what_to_do() -> None:
    assert len(GOLDEN) >= 45
    assert all("; " in message for golden in GOLDEN for message in golden["says"])
