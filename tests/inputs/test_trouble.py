"""Suggestions for words that are not known."""

import pytest

from finmodel.inputs.trouble import nearest, unknown


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("tenor_month", "tenor_months"), ("Tenor-Months", "tenor_months"), ("tenor months", "tenor_months"), ("xyz", "")],
)
def test_the_nearest_word_is_found_whatever_the_capitals_and_hyphens(wrong: str, right: str) -> None:
    assert nearest(wrong, ["tenor_months", "margin"]) == right


def test_an_unknown_word_is_answered_with_the_nearest_or_with_all() -> None:
    assert unknown("yearly", ["month", "year"]) == ('"yearly" is not one of: month, year', "did you mean year?")
    assert unknown("dawn", ["month", "year"]) == ('"dawn" is not known here', "write one of: month, year")
    assert unknown(None, ["month", "year"]) == ("has no value", "write one of: month, year")
    assert unknown("dawn", []) == ('"dawn" is not known here', "write one of: there is none")
