"""Looks: every kind that the legend explains exists, a unit brings its number format, verdicts read as words."""

import pytest

from finmodel.outputs.workbook.styles import LEGEND, Styles
from finmodel.units import Unit


class Book:
    """Takes the formats that a workbook would make."""

    def __init__(self) -> None:
        self.made: list[dict[str, object]] = []

    def add_format(self, properties: dict[str, object]) -> dict[str, object]:
        self.made.append(properties)
        return properties


@pytest.mark.parametrize("kind", [kind for kind, _, _ in LEGEND])
def test_every_kind_of_the_legend_has_a_look(kind: str) -> None:
    assert isinstance(Styles(Book()).of(kind), dict)


def test_kinds_of_the_legend_look_different() -> None:
    styles = Styles(Book())
    looks = [str(sorted(styles.of(kind).items())) for kind, _, _ in LEGEND if kind != "calculation"]
    assert len(set(looks)) == len(looks)


def test_a_unit_brings_its_number_format() -> None:
    assert Styles(Book()).of("calculation", Unit.RATE)["num_format"] == "0.00%"


def test_a_pattern_overrules_the_unit() -> None:
    assert Styles(Book()).of("input", Unit.NUMBER, "0.0E+00")["num_format"] == "0.0E+00"


def test_a_format_is_made_once() -> None:
    book = Book()
    styles = Styles(book)
    assert styles.of("input", Unit.MONEY) is styles.of("input", Unit.MONEY)
    assert len(book.made) == 1


def test_verdicts_and_alerts_read_as_words() -> None:
    styles = Styles(Book())
    assert styles.verdict()["num_format"] == '"OK";"ERROR";"ERROR"'
    assert "ALERT" in styles.alert()["num_format"]
