"""The latest that can be drawn must fit the periods of the case, risks included."""

from typing import Any

from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.validation import validated
from tests.model.small_case import small

DELAY: dict[str, Any] = {
    "figures": ["timing.delay_months"],
    "way": "add",
    "distribution": {"type": "uniform", "low": 0, "high": 12},
}
RISK = {"late": {"id": "completion", "probability": 0.1, "set": {"timing.delay_months": {"add": 6}}}}


def said(delay: dict[str, Any], **changes: Any) -> list[str]:
    data = small({"uncertainty": {"variables": {"delay": delay}}, "timing.delay_extends_concession": True, **changes})
    _, problems = validated(Case, Document("case", data))
    return [f"{problem.key}: {problem.what}; {problem.remedy}" for problem in problems]


def test_a_delay_within_the_spare_time_is_in_order() -> None:
    assert said(DELAY, **{"timing.spare_months": 12}) == []
    assert said(DELAY, **{"timing.delay_extends_concession": False}) == []


def test_a_delay_past_the_grid_is_told_how_much_room_it_needs() -> None:
    what = "with timing.delay_months up to 12 lasts 12 months longer than the periods of the case"
    assert said(DELAY) == [f"uncertainty.variables.delay: {what}; set timing.spare_months: 12 in the case"]


def test_risks_come_on_top_of_what_is_drawn() -> None:
    assert said(DELAY, risks=RISK, **{"timing.spare_months": 18}) == []
    (found,) = said(DELAY, risks=RISK, **{"timing.spare_months": 12})
    assert "up to 18 lasts 12 months longer" in found, "the grid grows by whole years"


def test_a_delay_without_an_end_is_refused() -> None:
    endless = {**DELAY, "distribution": {"type": "normal", "mean": 3, "deviation": 2}}
    (found,) = said(endless)
    assert found.startswith("uncertainty.variables.delay.distribution: normal has no highest value")


def test_a_delay_that_leaves_no_operation_is_no_deal() -> None:
    long = {**DELAY, "distribution": {"type": "uniform", "low": 0, "high": 120}}
    (found,) = said(long, **{"timing.delay_extends_concession": False})
    assert "does not work: timing.delay_months: the delay leaves no operation" in found
