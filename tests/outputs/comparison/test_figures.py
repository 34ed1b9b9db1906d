"""Figures that differ, in words and as records."""

from __future__ import annotations

from dataclasses import replace

from finmodel.compared import FigureChange
from finmodel.expr.line import Shape, Variable
from finmodel.inputs.table import InputEntry, Provenance
from finmodel.outputs.comparison.figures import change_in_words, figure_record
from finmodel.outputs.language import translator
from finmodel.units import Unit

YEARS = tuple(map(str, range(2027, 2037)))
RATE = InputEntry(
    Variable("rate", "Rate", Unit.RATE), 0.12, "indices.cpi.rate", Provenance("The budget", "2026", "seen")
)
TABLE = InputEntry(Variable("let", "Let", Unit.SHARE, Shape.TABLE), (0.2, 0.2, *(0.4,) * 8), "let", axis=YEARS)
WORD = InputEntry(Variable("kind", "Kind", Unit.COUNT), 1.0, "kind", choices=("even", "given"))


def said(before: InputEntry | None, after: InputEntry | None) -> str:
    return change_in_words(FigureChange("x", before, after), translator("en"), "KZT million")


def test_a_number_is_told_with_its_unit() -> None:
    assert said(RATE, replace(RATE, value=0.15)).replace("\N{NO-BREAK SPACE}", " ") == "12.00% a year → 15.00% a year"


def test_numbers_that_look_alike_are_told_in_full() -> None:
    assert said(RATE, replace(RATE, value=0.120012)) == "12% → 12.0012%"


def test_a_table_is_told_by_the_years_in_which_it_differs_neighbours_alike_once() -> None:
    later = replace(TABLE, value=(0.2, 0.2, *(0.3,) * 4, *(0.4,) * 4))
    assert said(TABLE, later) == "2029: 40% → 30%"
    every = replace(TABLE, value=tuple(n / 100 for n in range(10)))
    assert said(TABLE, every) == "2027: 20% → 0%, 2028: 20% → 1%, 2029: 40% → 2%, 2030: 40% → 3%, …"


def test_a_number_that_becomes_a_table_is_told_in_both_forms() -> None:
    single = replace(TABLE, value=0.5, axis=())
    assert said(single, TABLE) == "50.0% → 2027: 20%, 2029: 40%"


def test_a_choice_is_told_by_its_word() -> None:
    assert said(WORD, replace(WORD, value=2.0)) == "even → given"
    assert figure_record(FigureChange("kind", WORD, None))["before"]["choice"] == "even"


def test_a_figure_of_one_side_only_is_added_or_removed() -> None:
    assert said(None, WORD) == "added: even"
    assert said(WORD, None) == "removed: even"


def test_records_have_both_values_and_where_they_come_from() -> None:
    record = figure_record(FigureChange("indices.cpi.rate", RATE, replace(RATE, value=0.15, provenance=Provenance())))
    assert (record["kind"], record["label"], record["unit"]) == ("changed", "Rate", "% a year")
    assert record["before"] == {
        "value": 0.12,
        "status": "seen",
        "stated": True,
        "source": "The budget",
        "as_of": "2026",
    }
    assert record["after"] == {"value": 0.15, "status": "assumption", "stated": True}
    assert figure_record(FigureChange("let", TABLE, None))["before"]["axis"] == list(YEARS)
