"""Pairs of small deals for tests of comparisons."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from finmodel.analysis.comparison.alignment import Deal
from finmodel.analysis.comparison.two_deals import compared
from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.compared import Comparison, Debt, KpiDifference
from finmodel.inputs.document import Document
from tests.model.small_case import small, small_case, small_model

__all__ = ["difference", "pair", "sized_deal", "under"]

Changes = Mapping[str, Any]
ABOUT = About("small", "Small deal", "KZT million")


def sized_deal(changes: Changes) -> Deal:
    """The small deal with changes, sized at its own financial close."""
    return _sized(json.dumps(changes))


@cache
def _sized(text: str) -> Deal:
    changes = json.loads(text)
    return Deal(evaluate(small_model(changes), ABOUT), small_case(changes), Document("case.yaml", small(changes)))


def under(contract: Changes, scenario: Changes) -> Deal:
    """The deal contracted with some changes, under others: its debt stays as contracted."""
    both = {**contract, **scenario}
    found = evaluate(small_model(contract), ABOUT, scenario=Scenario("shock", small_model(both)))
    return Deal(found, small_case(both), Document("case.yaml", small(both)))


def pair(before: Deal, after: Deal, debt: Debt = Debt.SIZED, *asked: str, seed: int = 1) -> Comparison:
    """Two deals compared."""
    return compared(before, after, ("a", "b"), debt, asked=asked, seed=seed)


def difference(found: Comparison, name: str) -> KpiDifference:
    """One key result of a comparison."""
    return next(each for each in found.kpis if each.name == name)
