"""The examples of the page on outcomes are cases that run."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from finmodel.inputs.case import Case
from tests.model.small_case import sized, small
from tests.modelled import case_of

PAGE = (Path(__file__).parents[1] / "docs/outcomes.md").read_text(encoding="utf-8")
EXAMPLES: list[dict[str, Any]] = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]


def deal(example: dict[str, Any]) -> dict[str, Any]:
    return {"indices": {"cpi": {"rate": 0.08}}, **{f"revenue.{name}": it for name, it in example["revenue"].items()}}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(next(iter(example["revenue"]))))
def test_each_example_runs_and_holds(example: dict[str, Any]) -> None:
    case = case_of(small(deal(example)))
    assert isinstance(case, Case)
    assert sized(deal(example)).value("master_check") == 1


def test_the_lines_that_the_page_names_are_there() -> None:
    lines = sized(deal(EXAMPLES[0])).lines
    named = re.findall(r"`(signals[a-z_]*\.[a-z_]+)`", PAGE)
    assert len(named) >= 5
    assert set(named) <= set(lines)
