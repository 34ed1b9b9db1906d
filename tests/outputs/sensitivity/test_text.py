"""What the screen tells of a sensitivity, word for word, and what it says of shares of variance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.sensitivity.text import sensitivity_lines
from tests.outputs.sensitivity.studied import derived, studied

GOLDEN = Path(__file__).with_name("golden_text.txt")


def test_the_text_is_the_golden_one() -> None:
    results, found = studied()
    lines = sensitivity_lines(results, replace(found, sobol=None), translator("en"))
    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_shares_of_variance_say_points_runs_seed_and_what_was_left_out() -> None:
    results, found = studied()
    text = "\n".join(sensitivity_lines(results, found, translator("en")))
    assert "64 points, 384 runs, seed 1; bounds hold with 95% confidence (bootstrap of 300)." in text
    assert "runs have no value" in text
    assert "\nShares of variance: Lowest DSCR, mean " in text
    assert "points have a value in all their runs; 64 are needed." in text
    assert "nan" not in text


def test_defaults_and_sizing_are_said() -> None:
    results, found = derived()
    lines = sensitivity_lines(results, found, translator("en"))
    assert "The case states no moves: these are defaults" in lines[1]
    assert "   Payment: Payment a year  " in "\n".join(lines)
    resized = sensitivity_lines(results, replace(found, frozen=False), translator("en"))
    assert "Debt is sized again wherever a figure moves" in resized[0]


def test_texts_of_the_case_are_in_the_language_of_the_reader() -> None:
    results, found = studied()
    text = "\n".join(sensitivity_lines(results, found, translator("ru")))
    assert "Плата  " in text
    assert "Payment  " not in text
