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
    assert list(brought(case, case, apart_from="sensitivity")) == []
    months = case.timing.operation_months.number
    changed = with_figure(case, ("timing", "delay_months"), Figure(months))
    (path, what, _), *_ = brought(case, changed, apart_from="sensitivity")
    assert (path[0], what) == ("timing", "the delay leaves no operation")
    rest = [path[0] for path, _, _ in brought(case, changed, apart_from="timing")]
    assert rest == ["facilities"]
