"""Indicators of linked instruments: targets and ratchets, each with its place in the case."""

from finmodel.analysis.review.linked_material import is_linked
from tests.analysis.review.cases import material
from tests.analysis.review.linked_cases import RATCHET, WHERE, linked_material


def test_a_target_is_told_with_its_place_and_its_unit() -> None:
    (one,) = linked_material().indicators
    assert (one.where, one.label, one.instrument_label, one.unit) == (WHERE, "Energy", "Green loan", "MWh a year")


def test_what_the_model_finds_of_a_target_is_read_by_its_name() -> None:
    seen = linked_material()
    (one,) = seen.indicators
    assert seen.value(one, "observed") == 12000
    assert seen.series(one, "indicator")[0] == 22000
    assert seen.value(one, "nothing_of_the_kind") is None


def test_a_ratchet_is_an_indicator_without_a_target() -> None:
    changes = {"facilities.senior.targets": None, "facilities.senior.margin_ratchet": {**RATCHET}}
    seen = linked_material(changes)
    assert [one.where for one in seen.indicators] == ["facilities.senior.margin_ratchet"]
    assert list(seen.targets) == []


def test_a_case_without_targets_is_not_linked() -> None:
    assert not is_linked(material().case)
    assert is_linked(linked_material().case)
