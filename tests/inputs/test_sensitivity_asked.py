"""The command line asks in the words of the heading, and what it cannot mean is refused with what to write."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.errors import UsageError
from finmodel.inputs.sensitivity_asked import Words, asked_break_even, asked_move, asked_of
from tests.inputs.test_sensitivity import STATED
from tests.model.small_case import small_case


@pytest.mark.parametrize(
    ("text", "figures", "way", "ends"),
    [
        ("timing.delay_months=0..12", "timing.delay_months", "to", [0, 12]),
        ("capex.*.overrun+=-10 %..10%", "capex.*.overrun", "add", ["-10 %", "10%"]),
        ("capex.*.unit_cost*=0.9..1.1", "capex.*.unit_cost", "times", [0.9, 1.1]),
        (" a.b = 1.5 .. 2 ", "a.b", "to", [1.5, 2]),
    ],
)
def test_a_move_is_a_path_a_sign_and_two_ends(text: str, figures: str, way: str, ends: list[Any]) -> None:
    terms = asked_move(text)
    assert (terms.figures, getattr(terms, way), terms.ways) == ([figures], ends, [way])


@pytest.mark.parametrize("text", ["capex.*.overrun", "capex.*.overrun=1", "=1..2", ""])
def test_what_is_no_move_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match=r"such as 'revenue\.tickets\.tariff\*=0\.9\.\.1\.1'"):
        asked_move(text)


def test_a_question_is_a_move_or_a_path_and_what_is_to_be_reached() -> None:
    found = asked_break_even("cost equity_irr = 15 %", ["cost"])
    assert (found.move, found.figure, found.kpi, found.equals) == ("cost", None, "equity_irr", "15 %")
    found = asked_break_even("capex.plant.unit_cost dscr_minimum<1.1", ["cost"])
    assert (found.move, found.figure, found.below) == (None, "capex.plant.unit_cost", 1.1)
    assert asked_break_even("cost dscr_minimum>1.1", ["cost"]).above == 1.1
    assert asked_break_even("cost lock_up", ["cost"]).until == "lock_up"


@pytest.mark.parametrize("text", ["cost", "cost equity_irr", "cost until default", "equity_irr=15 %"])
def test_what_is_no_question_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UsageError, match=r"'timing\.delay_months lock_up'"):
        asked_break_even(text, ["cost"])


def test_the_heading_is_asked_where_the_command_line_is_silent() -> None:
    asked = asked_of(small_case({"sensitivity": STATED}), Words())
    assert [move.name for move in asked.moves] == ["cost", "payment", "delay"]
    assert not asked.derived
    assert len(asked.terms.break_even) == 3


def test_each_part_of_the_command_line_takes_the_place_of_that_of_the_heading() -> None:
    words = Words(["llcr_minimum"], ["opex.*.overrun+=0..10 %"], [("cost", "opex.*.overrun")], ["cost default"])
    asked = asked_of(small_case({"sensitivity": STATED}), words)
    assert [move.name for move in asked.moves] == ["opex.*.overrun"]
    assert (asked.moves[0].label, asked.moves[0].derived) == ("Overrun", True)
    assert [(table.rows, table.columns) for table in asked.terms.two_way] == [("cost", "opex.*.overrun")]
    assert (asked.terms.kpis, [each.until for each in asked.terms.break_even]) == (["llcr_minimum"], ["default"])
    assert set(asked.known) == {"cost", "payment", "delay", "opex.*.overrun"}


def test_a_case_without_moves_is_asked_for_its_defaults_and_they_have_names() -> None:
    asked = asked_of(small_case(), Words(two_way=[("base_rates", "capex.plant.overrun")]))
    assert asked.derived
    assert asked.known["base_rates"].derived
    assert [move.name for move in asked.moves] == [
        "capex.plant.overrun", "opex.staff.overrun", "revenue.payment.amount", "base_rates", "delay"
    ]  # fmt: skip


def test_a_move_of_several_figures_is_called_by_its_pattern() -> None:
    case = small_case({"opex.energy": {"unit_cost": 5}})
    (move,) = asked_of(case, Words(moves=["opex.*.overrun+=0..10 %"])).moves
    assert (move.label, move.derived, len(move.figures)) == ("opex.*.overrun", False, 2)


def test_everything_wrong_is_said_at_once() -> None:
    words = Words(moves=["capex.plnt.overrun+=0..1"], two_way=[("cost", "delay")], break_even=["capex.x.y default"])
    with pytest.raises(UsageError) as refused:
        asked_of(small_case(), words)
    message = str(refused.value)
    assert "did you mean capex.plant.overrun?" in message
    assert "two_way[1].rows: there is no cost under moves" in message
    assert "capex.x.y is no figure of the case" in message
