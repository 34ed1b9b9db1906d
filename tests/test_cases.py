"""Every case keeps what its ``expected.yaml`` says of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from finmodel.results import Results
from tests.runs import results_of

CASES = Path(__file__).parents[1] / "cases"


def _sentences() -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for file in sorted(CASES.glob("*/expected.yaml")):
        found.extend((file.parent.name, sentence) for sentence in yaml.safe_load(file.read_text("utf-8")))
    return found


@cache
def _results(case: str, scenario: str | None, changes: tuple[str, ...]) -> Results:
    return results_of(CASES / case / "case.yaml", scenario=scenario, overrides=changes)


def _value(results: Results, sentence: dict[str, Any]) -> float | None:
    if sentence.get("least_support"):
        assert results.minimum_support is not None
        assert results.minimum_support.answer == "found"
        return results.minimum_support.best.lever
    if "period" in sentence:
        return float(results.series[sentence["line"]][sentence["period"] - 1])
    return results.kpis[sentence["kpi"]].value if "kpi" in sentence else results.values[sentence["line"]]


@pytest.mark.parametrize(
    ("case", "sentence"), _sentences(), ids=lambda item: item["name"] if isinstance(item, dict) else item
)
def test_a_case_shows_what_it_is_expected_to_show(case: str, sentence: dict[str, Any]) -> None:
    results = _results(case, sentence.get("scenario"), tuple(sentence.get("set", ())))
    value = _value(results, sentence)
    assert value is not None
    tests = {"is", "at_least", "at_most"} & sentence.keys()
    assert tests, "the sentence says nothing that can be tested"
    if "is" in sentence:
        assert abs(value - sentence["is"]) <= sentence.get("within", 0)
    if "at_least" in sentence:
        assert value >= sentence["at_least"]
    if "at_most" in sentence:
        assert value <= sentence["at_most"]


def test_each_case_in_a_folder_says_what_is_expected_of_it() -> None:
    folders = {file.parent.name for file in CASES.glob("*/case.yaml")}
    assert folders == {file.parent.name for file in CASES.glob("*/expected.yaml")}


def test_a_resort_s_loan_paid_every_half_year_is_not_covered_before_summer() -> None:
    summers = {"shuttle_trips": 1.2, "parking_days": 1.2, "bicycle_hires": 1.2, "boat_trips": 1.5}
    halves = [
        f"revenue.{stream}.volume_factor={{by_period: {([round(2 - summer, 1), summer] * 19)[:37]}}}"
        for stream, summer in summers.items()
    ]
    paid_twice = _results("green_resort_mobility", None, ("timing.period=half_year", *halves))
    assert paid_twice.kpis["dscr_minimum"].value == pytest.approx(0.344, abs=0.001)
