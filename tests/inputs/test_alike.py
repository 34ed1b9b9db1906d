"""Cases in like forms, and the words in which two cases differ."""

from __future__ import annotations

from finmodel.inputs.alike import WordChange, in_form_of, word_changes
from finmodel.inputs.document import Document
from finmodel.inputs.flatten import flatten
from tests.inputs.small_case import SMALL, SmallCase, document
from tests.model.small_case import small, small_case

BY_YEAR = {"facilities.senior.base_rate": {"by_year": {2028: 0.1, 2030: 0.12}}}


def test_a_number_takes_the_form_of_a_table_with_its_own_value_in_every_year() -> None:
    plain, yearly = small_case(), small_case(BY_YEAR)
    found = in_form_of(type(plain), plain, Document("case.yaml", small()), yearly)
    assert found.facilities["senior"].base_rate.by_year == ((2028, 0.1),)
    table = flatten(found, found.grid()).table["senior.base_rate_by_year"]
    assert isinstance(table.value, tuple)
    assert set(table.value) == {0.1}


def test_a_case_that_is_by_year_already_or_need_not_be_stays_as_it_is() -> None:
    plain, yearly = small_case(), small_case(BY_YEAR)
    assert in_form_of(type(yearly), yearly, Document("case.yaml", small(BY_YEAR)), plain) is yearly
    assert in_form_of(type(plain), plain, Document("case.yaml", small()), plain) is plain


def changes(old: str, new: str) -> tuple[WordChange, ...]:
    assert old in SMALL
    first, second = (SmallCase.model_validate(document(text).data) for text in (SMALL, SMALL.replace(old, new)))
    return word_changes(first, second)


def test_words_that_choose_are_compared_and_texts_are_not() -> None:
    assert changes("{height: 10}", "{height: 10, method: fine}") == (WordChange("limits.method", "plain", "fine"),)
    assert changes("beside: street", "") == (WordChange("items.corner.beside", "street", ""),)
    assert changes("name: Small", "name: Other") == ()
    assert changes("height: 8", "height: 9") == ()


def test_a_whole_block_is_told_once_with_its_type() -> None:
    assert changes("  corner: {type: pole, height: 8, beside: street}", "  other: {type: pole, height: 8}") == (
        WordChange("items.corner", "pole", ""), WordChange("items.other", "", "pole"),
    )  # fmt: skip
    assert changes("areas: {north: {weight: 0.4}}", "areas: {}") == (
        WordChange("items.street.areas.north", "stated", ""),
    )


def test_a_block_of_another_type_is_one_change() -> None:
    other = SMALL.replace("{type: pole, height: 8, beside: street}", "{type: lamp, price: 4}")
    first, second = (
        SmallCase.model_validate(document(text).data)
        for text in (SMALL, other.replace("items.corner.height: {add: 1}", ""))
    )
    assert word_changes(first, second) == (WordChange("items.corner", "pole", "lamp"),)


def test_scenarios_say_nothing_about_how_a_deal_is_built() -> None:
    assert changes("  tall: {set", "  taller: {set") == ()


def test_what_is_asked_about_a_deal_says_nothing_about_how_it_is_built() -> None:
    moves = {"dearer": {"figures": ["capex.*.unit_cost"], "times": [0.9, 1.1]}}
    assert word_changes(small_case({"sensitivity": {"moves": moves}}), small_case()) == ()
