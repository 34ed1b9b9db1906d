"""Suggestions for words that are not known."""

import pytest

from finmodel.inputs.trouble import nearest, not_there, unknown


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


def test_a_name_that_is_not_there_is_answered_with_the_nearest_or_with_how_to_add_it() -> None:
    assert not_there("cip", ["cpi"], "indices") == ("there is no cip under indices", "did you mean cpi?")
    assert not_there("wage", ["cpi"], "indices")[1] == "add it there, or write one of: cpi"
    assert not_there("wage", [], "indices")[1] == "add it there, or write one of: none yet"
