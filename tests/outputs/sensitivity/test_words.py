"""Moves, levels, questions and answers are told as a deal team would say them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finmodel.inputs.text import Text
from finmodel.outputs.sensitivity.words import (
    answer_text,
    crossing_text,
    level_text,
    move_label,
    question_text,
    range_text,
)
from finmodel.sensitivities import Crossing, Move
from finmodel.units import Unit
from tests.outputs.sensitivity.studied import derived, studied, view


def move(way: str, unit: Unit) -> Move:
    return Move("move", Text("Move"), ("figure",), way, 0.0, 1.0, unit, None)


@pytest.mark.parametrize(
    ("way", "unit", "level", "text"),
    [
        ("times", Unit.NUMBER, 0.9, "× 0.9"),
        ("times", Unit.NUMBER, 1.23456789, "× 1.235"),
        ("add", Unit.SHARE, 0.2 / 3, "+6.667%"),
        ("add", Unit.SHARE, 0.1, "+10%"),
        ("add", Unit.RATE, -0.005, "−0.5%"),
        ("add", Unit.MONTHS, 6, "+6\N{NO-BREAK SPACE}months"),
        ("to", Unit.MONTHS, 1, "1\N{NO-BREAK SPACE}month"),
        ("to", Unit.MONEY, 1234.5678, "1,235"),
        ("to", Unit.MONEY, 12345.0, "12,345"),
        ("to", Unit.MONEY_PER_UNIT, 0.00013, "0.00013"),
        ("to", Unit.SHARE, 0, "0%"),
    ],
)
def test_levels_have_a_sign_a_unit_and_no_more_digits_than_they_need(
    way: str, unit: Unit, level: float, text: str
) -> None:
    assert level_text(view(), move(way, unit), level) == text


def test_a_range_is_told_from_end_to_end() -> None:
    assert range_text(view(), studied()[1].move("payment")) == "× 0.2 to × 1.2"


def test_a_move_is_called_as_the_case_calls_it_or_by_its_figure() -> None:
    _, found = studied()
    assert [move_label(view("ru"), found.move(name)) for name in ("payment", "cost")] == ["Плата", "Стоимость"]
    labels = {each.name: move_label(view(), each) for each in derived()[1].moves}
    assert labels["capex.plant.overrun"] == "Plant: Overrun"
    assert labels["delay"] == "Delay of completion"


def test_questions_are_told_with_their_result_and_what_it_is_held_against() -> None:
    _, found = studied()
    assert [question_text(view(), found, asked).replace("\N{NO-BREAK SPACE}", " ") for asked in found.break_even] == [
        "Equity IRR = 15.00% a year",
        "Equity IRR > 90.00% a year",
        "Equity IRR = 90.00% a year",
        "Lowest DSCR < 2.00x",
        "A period falls into default",
        "Distributions are locked up",
        "Periods in lock-up = 2",
    ]


def test_an_answer_without_any_value_between_the_bounds_says_so() -> None:
    _, found = studied()
    asked = replace(found.break_even[1], lowest=None, highest=None)
    assert answer_text(view(), found, asked)[0] == (
        "Never within the bounds searched: there is no such result between them."
    )


def test_a_jump_is_told_with_both_sides() -> None:
    _, found = studied()
    asked = found.break_even[0]
    jump = Crossing(250, {"revenue.payment.amount": 250.0}, 0.14, "here", 249.9999, 0.16, jumps=True)
    assert crossing_text(view(), found, asked, jump).replace("\N{NO-BREAK SPACE}", " ") == (
        "At 250 KZT million a year, in a jump from 16.00% a year to 14.00% a year: no level gives it exactly."
    )


def test_an_amount_or_factor_is_told_with_the_figure_it_makes() -> None:
    _, found = studied()
    lower = next(asked for asked in found.break_even if asked.relation == "below")
    text = answer_text(view(), found, lower)
    assert text[0] == "This is already so in the case."
    assert text[1].startswith("Holds below × 1.27")
    assert text[1].replace("\N{NO-BREAK SPACE}", " ").endswith(" KZT million a year).")
