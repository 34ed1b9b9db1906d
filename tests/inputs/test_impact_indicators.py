"""The list of indicators and categories: words and tables that fit each other, as the manual prints them."""

from pathlib import Path
from typing import get_args

from finmodel.inputs.impact_indicators import CATEGORIES, INDICATORS, Category, KindOfIndicator

PAGE = (Path(__file__).parents[2] / "docs" / "green.md").read_text(encoding="utf-8")


def test_every_word_has_its_row() -> None:
    assert tuple(INDICATORS) == get_args(KindOfIndicator)
    assert tuple(CATEGORIES) == get_args(Category)


def test_core_indicators_are_of_categories_that_exist() -> None:
    assert {category for kind in INDICATORS.values() for category in kind.core} <= set(CATEGORIES)


def test_every_indicator_but_one_of_ones_own_has_a_unit() -> None:
    assert [name for name, kind in INDICATORS.items() if not kind.unit] == ["other"]


def test_the_manual_lists_them() -> None:
    assert [word for word in (*INDICATORS, *CATEGORIES) if f"`{word}`" not in PAGE and f"`{word}:" not in PAGE] == []
