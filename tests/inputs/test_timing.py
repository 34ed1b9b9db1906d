"""Timing: the grid that follows from dates and months."""

from datetime import date
from pathlib import Path

import pytest

from finmodel.timeline import Grid
from tests.inputs.good_case import load, said


@pytest.mark.parametrize(
    ("overrides", "grid"),
    [
        ([], Grid(date(2027, 1, 1), 12, 7)),
        (["timing.period=half_year"], Grid(date(2027, 1, 1), 6, 13)),
        (["timing.period=month", "timing.spare_months=3"], Grid(date(2027, 1, 1), 1, 76)),
        (["timing.construction_months=13"], Grid(date(2027, 1, 1), 12, 8)),
        (["timing.delay_months=12"], Grid(date(2027, 1, 1), 12, 7)),
        (["timing.delay_months=12", "timing.delay_extends_concession=true"], Grid(date(2027, 1, 1), 12, 8)),
    ],
)
def test_the_grid_holds_construction_operation_and_one_period_to_settle(
    overrides: list[str], grid: Grid, tmp_path: Path
) -> None:
    shorter = ["revenue.advertising.amount=[0]"]
    assert load(tmp_path, overrides=[*shorter, *overrides]).case.grid() == grid


def test_the_grid_starts_on_the_first_day_of_a_month(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["timing.start=2027-02-01"]) == []
    assert len(said(tmp_path, overrides=["timing.start=2027-02-02"])) == 1


def test_a_delay_as_long_as_operation_needs_a_concession_that_extends(tmp_path: Path) -> None:
    shorter = "revenue.advertising.amount=[0]"
    delay = [shorter, "timing.delay_months=60", "facilities.senior.tenor_months=130"]
    assert any("the delay leaves no operation" in message for message in said(tmp_path, overrides=delay))
    extended = [*delay, "timing.delay_extends_concession=true"]
    assert said(tmp_path, overrides=extended) == []
