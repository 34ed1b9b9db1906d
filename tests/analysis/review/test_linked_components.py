"""The five components of linked instruments: what is stated of each indicator, and what is missing of which."""

from typing import Any

import pytest

from finmodel.analysis.review.linked_components import lacking, linked_components
from finmodel.review import LINKED_COMPONENTS, Component, Sentence
from tests.analysis.review.linked_cases import ENERGY, OTHER, RATCHET, WHERE, linked_material


def of(key: str, changes: dict[str, Any] | None = None) -> Component:
    return next(one for one in linked_components(linked_material(changes)) if one.key == key)


def test_all_five_are_told_in_the_order_of_the_principles() -> None:
    found = linked_components(linked_material())
    assert [one.key for one in found] == list(LINKED_COMPONENTS)
    assert {one.state for one in found} == {"complete"}


@pytest.mark.parametrize(
    ("component", "word", "missing"),
    [
        ("indicators", "materiality", "Why the indicator matters to the issuer's business"),
        ("indicators", "history", "What the indicator was in the years before"),
        ("targets", "calibration", "Why the target is ambitious"),
        ("characteristics", "fallback", "What holds if the indicator cannot be observed or its scope changes"),
    ],
)
def test_what_is_not_stated_is_missing(component: str, word: str, missing: str) -> None:
    found = of(component, {f"{WHERE}.{word}": None})
    assert (found.state, [*found.missing]) == ("partial", [missing])


def test_reporting_of_which_nothing_is_said_is_missing() -> None:
    assert of("indicator_reporting", {f"{WHERE}.reported": None}).state == "missing"


def test_an_opinion_that_is_only_planned_is_not_counted_as_done() -> None:
    assert of("indicator_verification", {f"{WHERE}.external_review.state": "mandated"}).state == "planned"


def test_of_several_targets_it_is_told_which_one_lacks_it() -> None:
    two = {"energy": {**ENERGY}, "faults": {key: value for key, value in OTHER.items() if value is not None}}
    found = of("targets", {"facilities.senior.targets": two})
    (missing,) = found.missing
    assert isinstance(missing, Sentence)
    assert (missing.told["item"].value, missing.told["indicators"].value) == (
        "Why the target is ambitious",
        ("Faults",),
    )


def test_steps_are_told_with_how_much_they_are() -> None:
    told = of("characteristics").stated[0].said.value
    assert isinstance(told, tuple)
    (step,) = told
    assert isinstance(step, Sentence)
    assert step.told["value"].value == 0.0025


def test_of_a_ratchet_bands_are_asked_and_no_day_of_observation() -> None:
    ratchet = {"facilities.senior.targets": None, "facilities.senior.margin_ratchet": {**RATCHET}}
    assert lacking(linked_material(ratchet), "targets") == []
    assert [one.label for one in of("targets", ratchet).stated] == [
        "Bands of the indicator",
        "Why the target is ambitious",
    ]
