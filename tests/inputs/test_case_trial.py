"""A case is tried out with another figure, and only what that brings about is said."""

from __future__ import annotations

from finmodel.inputs.case_trial import brought, with_figure
from finmodel.inputs.figure import Figure
from tests.model.small_case import small
from tests.modelled import case_of


def test_a_figure_is_replaced_at_its_path_and_nothing_else_is_touched() -> None:
    case = case_of(small())
    changed = with_figure(case, ("capex", "plant", "overrun"), Figure(0.25))
    assert changed.capex["plant"].overrun.number == 0.25
    assert case.capex["plant"].overrun.number == 0.0
    assert changed.timing is case.timing


def test_only_what_the_change_brings_about_is_said() -> None:
    case = case_of(small())
    assert list(brought(case, case)) == []
    months = case.timing.operation_months.number
    changed = with_figure(case, ("timing", "delay_months"), Figure(months))
    found = [(path[0], what) for path, what, _ in brought(case, changed)]
    assert found[0] == ("timing", "the delay leaves no operation")
    assert [heading for heading, _ in found[1:]] == ["facilities"]


def test_headings_that_try_cases_out_do_not_try_each_other_without_end() -> None:
    lever = {"figure": "facilities.senior.base_rate", "without": 0.1, "most": 0.05}
    targets = {"targets": {"equity_irr": 0.2}, "lever": lever}
    delay = {"figures": ["timing.delay_months"], "to": [0, 12]}
    case = case_of(small({"concessionality": targets, "sensitivity": {"moves": {"delay": delay}}}))
    changed = with_figure(case, ("timing", "delay_months"), Figure(12.0))
    assert list(brought(case, changed)) == []
