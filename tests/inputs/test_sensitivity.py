"""The heading ``sensitivity`` is read in the words of a deal team, and everything wrong with it is said."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.scenarios import variants
from finmodel.inputs.sensitivity import move_of, search_way
from finmodel.inputs.sensitivity_moves import found_figures
from finmodel.inputs.validation import validated
from tests.model.small_case import small, small_case

MOVES = {
    "cost": {"label": "Dearer works", "figures": ["capex.*.overrun"], "add": ["-10 %", 0.1]},
    "payment": {"figures": ["revenue.payment.amount"], "times": [0.8, 1.2]},
    "delay": {"figures": ["timing.delay_months"], "to": [0, 12]},
}
STATED: dict[str, Any] = {
    "kpis": ["equity_irr", "dscr_minimum"],
    "moves": MOVES,
    "two_way": [{"rows": "cost", "columns": "payment", "kpi": "equity_irr"}],
    "break_even": [
        {"kpi": "equity_irr", "equals": "15 %", "move": "payment", "between": [0.5, 2]},
        {"until": "lock_up", "move": "delay"},
        {"kpi": "dscr_minimum", "below": 1.1, "figure": "revenue.payment.amount"},
    ],
}


def said(sensitivity: dict[str, Any], **changes: Any) -> list[str]:
    _, problems = validated(Case, Document("case", small({"sensitivity": {**STATED, **sensitivity}, **changes})))
    return [f"{problem.key}: {problem.what}; {problem.remedy}" for problem in problems]


def test_a_heading_in_order_has_no_problem_and_a_case_need_not_have_one() -> None:
    assert said({}) == []
    assert small_case().sensitivity.moves == {}


def test_moves_have_their_label_or_their_name_in_words() -> None:
    case = small_case({"sensitivity": STATED})
    cost, payment, delay = (move_of(case, name, terms) for name, terms in case.sensitivity.moves.items())
    assert (cost.label, payment.label) == ("Dearer works", "Payment")
    assert (cost.figures, cost.way, cost.ends) == (("capex.plant.overrun",), "add", (-0.1, 0.1))
    assert (payment.way, payment.base, delay.way, delay.base, delay.whole) == ("times", 1, "to", 0, True)


@pytest.mark.parametrize(
    ("move", "problem"),
    [
        ({"figures": ["capex.plnt.overrun"], "add": [0, 1]}, "figures[1]: capex.plnt.overrun is no figure of the case"),
        ({"figures": ["grants.*.amount"], "add": [0, 1]}, "figures[1]: grants.*.amount fits no figure of the case"),
        ({"figures": [], "add": [0, 1]}, "figures: is empty"),
        ({"figures": ["capex.*.overrun"]}, ": does not say how far"),
        ({"figures": ["capex.*.overrun"], "add": [0, 1], "to": [0, 1]}, "to: stands beside add"),
        ({"figures": ["capex.*.overrun", "capex.*.unit_cost"], "add": [0, 1]}, "figures: are in % and money per unit"),
        ({"figures": ["capex.*.overrun"], "times": [0.9, 1.1]}, "figures: are all 0, and nothing times a factor"),
        ({"figures": ["timing.start"], "times": [0.9, 1.1]}, "figures: are dates, which have no factor"),
        ({"figures": ["capex.*.overrun"], "to": [0.3, 0.1]}, "to: leaves no way between its ends"),
        ({"figures": ["capex.*.overrun"], "to": [0, 11]}, "to[2]: moves capex.plant.overrun beyond its bound of 1,000"),
        ({"figures": ["timing.construction_months"], "add": [0, 12]}, "add[2]: lasts 12 months longer"),
        ({"figures": ["timing.delay_months"], "to": [0, 96]}, "to[2]: does not work: timing.delay_months: the delay"),
    ],
)
def test_a_move_that_cannot_be_is_refused(move: dict[str, Any], problem: str) -> None:
    (found,) = said({"moves": {**MOVES, "odd": move}})
    assert found.startswith(f"sensitivity.moves.odd{'' if problem.startswith(':') else '.'}{problem}")


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"rows": "coast", "columns": "payment"}, "there is no coast under moves; did you mean cost?"),
        ({"rows": "cost", "columns": "cost"}, "is the move of the rows"),
        ({"rows": "payment", "columns": "dear"}, "moves a figure that payment moves too"),
        ({"rows": "cost", "columns": "payment", "steps": 1}, "1 is no number of levels"),
    ],
)
def test_a_table_of_two_moves_that_cannot_be_is_refused(table: dict[str, Any], problem: str) -> None:
    dear = {"figures": ["revenue.*.amount"], "times": [1, 1.1]}
    (found,) = said({"moves": {**MOVES, "dear": dear}, "two_way": [table]})
    assert problem in found


@pytest.mark.parametrize(
    ("question", "problem"),
    [
        ({"move": "payment"}, "asks nothing"),
        ({"move": "payment", "equals": 1}, "names no result"),
        ({"move": "payment", "kpi": "equity_irr", "equals": 1, "below": 2}, "below: stands beside equals"),
        ({"move": "payment", "until": "default", "above": 2}, "until: stands beside above"),
        ({"move": "payment", "until": "default", "kpi": "equity_irr"}, "kpi: stands beside until: default"),
        ({"until": "default"}, "must name one thing that moves"),
        ({"until": "default", "move": "a", "figure": "b"}, "must name one thing that moves"),
        ({"until": "default", "move": "pay"}, "there is no pay under moves"),
        ({"until": "default", "figure": "revenue.pay.amount"}, "did you mean revenue.payment.amount?"),
        ({"until": "default", "move": "payment", "between": [2, 1]}, "between: leaves no way between its ends"),
        ({"until": "default", "figure": "revenue.payment.amount", "between": [-1, 1]}, "beyond its bound of 0"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(question: dict[str, Any], problem: str) -> None:
    (found,) = said({"break_even": [question]})
    assert problem in found


def test_steps_and_results_are_checked() -> None:
    (found,) = said({"steps": 1})
    assert "1 is no number of levels; write a number from 2 to 51" in found
    (found,) = said({"kpis": ["equity_irr", "equity_irr"]})
    assert "sensitivity.kpis[2]: equity_irr stands there already" in found


def test_figures_named_by_a_path_are_set_multiplied_or_added_to() -> None:
    case = small_case({"revenue.payment.amount": {"by_year": {2029: 300, 2031: 320}}})
    ways = {path: search_way(found_figures(case, path)) for path in ("capex.plant.unit_cost", "revenue.payment.amount")}
    assert ways == {"capex.plant.unit_cost": "to", "revenue.payment.amount": "times"}


def test_a_scenario_may_take_a_figure_where_a_move_of_the_case_would_go_too_far() -> None:
    dear = {"scenarios": {"dear": {"set": {"capex.plant.contingency": 0.95}}}, "capex.plant.contingency": 0.1}
    more = {"more": {"figures": ["capex.plant.contingency"], "add": [0, 0.1]}}
    data = small({"sensitivity": {"moves": more}, **dear})
    found, problems = variants(Case, Document("case", data), whole=True)
    assert (set(found), problems) == ({"dear"}, [])
