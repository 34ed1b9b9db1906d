"""The green deal of the model's tests with words, results and claims, and the tables that come of it."""

import copy
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.green.source import GreenSource
from finmodel.analysis.green.tables import green_tables
from finmodel.results import Results
from finmodel.review import Cell, ReviewTable
from tests.model.green.green_deal import GREEN
from tests.model.small_case import small_case, small_model

__all__ = ["record", "source", "table", "tables"]

WORDS: dict[str, Any] = {
    "green.projects.solar.taxonomy": {"kz": "1.1", "eu": "4.1"},
    "green.projects.solar.sdgs": [7, 13],
    "green.projects.solar.refinanced_share": 0.25,
    "green.projects.solar.spent_from": "2026-06-01",
    "green.results": {"report": {"project": "solar", "indicator": "ghg", "year": 2029, "value": 760, "verified": True}},
    "green.claims": {
        "deck": {"document": "Deck", "project": "solar", "indicator": "ghg", "value": 800, "share": "financed"},
        "page": {"document": "Page", "indicator": "ghg", "value": 16000, "per": "lifetime", "share": "whole_project"},
        "money": {"document": "Deck", "indicator": "allocated", "value": 660},
        "output": {"document": "Deck", "instrument": "senior", "indicator": "electricity_generated", "value": 500},
    },
}


def _data(changes: Mapping[str, Any]) -> dict[str, Any]:
    data = copy.deepcopy(GREEN)
    for path, value in {**WORDS, **changes}.items():
        *above, last = path.split(".")
        place = data
        for step in above:
            place = place[step]
        place[last] = value
    return data


@cache
def _results(changes: str) -> Results:
    return evaluate(small_model(_data(json.loads(changes))), About("small", "Small deal", "KZT million"))


def source(changes: Mapping[str, Any] | None = None, year: int | None = None) -> GreenSource:
    """The deal as tables read it; ``changes`` stand at their dotted paths."""
    case = small_case(_data(changes or {}))
    assert case.green is not None
    return GreenSource(case, case.green, _results(json.dumps(changes or {})), year)


def tables(changes: Mapping[str, Any] | None = None, year: int | None = None) -> Mapping[str, ReviewTable]:
    """Every table of the deal."""
    found = source(changes, year)
    return green_tables(found.case, found.results, year=year)


def table(key: str, changes: Mapping[str, Any] | None = None, year: int | None = None) -> list[dict[str, Cell]]:
    """The records of one table."""
    return list(tables(changes, year)[key].records)


def record(
    key: str,
    wanted: Mapping[str, Cell] | None = None,
    *,
    year: int | None = None,
    changes: Mapping[str, Any] | None = None,
) -> dict[str, Cell]:
    """The one record of a table whose cells are as wanted."""
    rows = [row for row in table(key, changes, year) if (wanted or {}).items() <= row.items()]
    assert len(rows) == 1
    return rows[0]
