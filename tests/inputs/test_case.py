"""The case as a whole: its headings and what it must have."""

from pathlib import Path

import pytest

from finmodel.inputs.case import Case
from tests.inputs.good_case import load, said


def test_a_case_needs_few_headings_and_has_the_rest_by_default(tmp_path: Path) -> None:
    required = [name for name, info in Case.model_fields.items() if info.is_required()]
    assert required == ["project", "timing", "capex", "revenue", "facilities", "tax"]
    case = load(tmp_path).case
    assert (case.lifecycle, list(case.tax_pools), case.reserves.dsra.months.number) == ({}, ["machinery"], 0.0)


def test_the_grid_follows_from_timing(tmp_path: Path) -> None:
    case = load(tmp_path).case
    assert case.grid() == case.timing.grid()


@pytest.mark.parametrize("heading", ["capex", "revenue", "facilities"])
def test_what_nothing_can_be_financed_without_may_not_be_empty(heading: str, tmp_path: Path) -> None:
    messages = said(tmp_path, overrides=[f"{heading}={{}}"])
    assert f"--set:1:1: {heading}: is empty; add at least one entry" in messages
