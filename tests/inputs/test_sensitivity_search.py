"""A break-even is searched as far as figures and periods allow, or between the bounds that are stated."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.inputs.sensitivity import BreakEvenTerms
from finmodel.inputs.sensitivity_asked import Words, asked_of
from finmodel.inputs.sensitivity_search import searched
from finmodel.sensitivities import Move
from tests.inputs.test_sensitivity import STATED
from tests.model.small_case import small_case


def search(question: dict[str, Any], changes: dict[str, Any] | None = None) -> Move:
    case = small_case({"sensitivity": STATED, **(changes or {})})
    asked = asked_of(case, Words())
    return searched(asked.case, BreakEvenTerms(until="default", **question), asked.known)


@pytest.mark.parametrize(
    ("question", "way", "ends"),
    [
        ({"move": "payment"}, "times", (0, 3)),
        ({"move": "payment", "between": [0.5, 2]}, "times", (0.5, 2)),
        ({"move": "cost"}, "add", (-0.5, 0.5)),
        ({"figure": "revenue.payment.amount"}, "to", (0, 900)),
        ({"figure": "facilities.senior.base_rate"}, "to", (-0.05, 0.6)),
        ({"figure": "capex.plant.contingency"}, "to", (0, 0.5)),
    ],
)
def test_bounds_are_wide_and_within_those_of_the_figures(
    question: dict[str, Any], way: str, ends: tuple[float, float]
) -> None:
    move = search(question)
    assert move.way == way
    assert move.ends == pytest.approx(ends)


def test_months_are_searched_as_far_as_the_case_fits_together() -> None:
    """A loan of 96 months from financial close: a delay must leave a year to repay it in."""
    move = search({"move": "delay"})
    assert (move.low, move.whole) == (0, True)
    assert 12 <= move.high < 96
    assert search({"figure": "timing.construction_months"}).high < 24 + 12
    assert search({"figure": "timing.construction_months"}, {"timing.spare_months": 24}).high == 48


def test_figures_that_are_not_alike_are_multiplied() -> None:
    several = {"opex.energy": {"unit_cost": 5}}
    move = search({"figure": "opex.*.unit_cost"}, several)
    assert (move.way, move.label, move.derived, move.ends) == ("times", "opex.*.unit_cost", False, (0, 3))


def test_a_figure_by_year_is_multiplied() -> None:
    by_year = {"revenue.payment.amount": {"by_year": {2029: 300, 2031: 320}}}
    assert search({"figure": "revenue.payment.amount"}, by_year).way == "times"
