"""The two golden cases of reviews, whole or with one thing changed, and what is found in them."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.review.findings import findings
from finmodel.analysis.review.material import Material
from finmodel.analysis.review.reviewed import review_of
from finmodel.analysis.taxonomy import screenings
from finmodel.inputs.reader import read_text
from finmodel.inputs.taxonomy import Taxonomy, taxonomies
from finmodel.model.assembly import Model, assemble
from finmodel.results import Results
from finmodel.review import Finding, Review
from tests.modelled import case_of

__all__ = ["AUTHORITY", "COMPLIANT", "FAULTY", "changed", "found", "known_taxonomies", "material", "reviewed"]

_HERE = Path(__file__).parent
COMPLIANT, FAULTY = _HERE / "compliant.yaml", _HERE / "faulty.yaml"
AUTHORITY = str(_HERE / "authority.csv")
GONE: Any = None

Changes = Mapping[str, Any]


def changed(changes: Changes, path: Path = COMPLIANT) -> dict[str, Any]:
    """The data of a golden case; each change stands at its dotted path, and ``None`` takes out what is there."""
    data = copy.deepcopy(_data(path))
    for place, value in changes.items():
        *above, last = place.split(".")
        inside = data
        for step in above:
            inside = inside.setdefault(step, {})
        inside[last] = value
        if value is GONE:
            del inside[last]
    return data


def material(changes: Changes | None = None, *, year: int | None = None) -> Material:
    """What the rules see of the case without a fault, changed; computed once for the same changes."""
    return _material(json.dumps(changes or {}), year)


def found(changes: Changes | None = None, *, year: int | None = None) -> tuple[Finding, ...]:
    """What is found in it."""
    return findings(material(changes, year=year))


def reviewed(changes: Changes | None = None, *, year: int | None = None) -> Review:
    """The whole review of it."""
    seen = material(changes, year=year)
    return review_of(seen.case, seen.results, known_taxonomies(), year=year)


@cache
def known_taxonomies() -> Mapping[str, Taxonomy]:
    """Those that come with the program, and one of an authority of which every threshold was seen."""
    return taxonomies([AUTHORITY])


@cache
def _data(path: Path) -> dict[str, Any]:
    document, problems = read_text(path.read_text(encoding="utf-8"), path.name)
    assert not problems
    data: dict[str, Any] = document.data
    return data


_COMPUTED: dict[tuple[str, ...], Results] = {}


def _results(model: Model) -> Results:
    """The results of a model; where only words differ from one that was computed before, they are the same."""
    key = (*model.graph.lines, json.dumps(model.inputs.values, sort_keys=True))
    if key not in _COMPUTED:
        _COMPUTED[key] = evaluate(model, About("compliant", "Without a fault", "KZT million"))
    return _COMPUTED[key]


@cache
def _material(changes: str, year: int | None) -> Material:
    case = case_of(changed(json.loads(changes)))
    assert case.green is not None
    results = _results(assemble(case))
    screened = screenings(case.green, case.taxonomy.values(), known_taxonomies())
    return Material(case, case.green, results, year, screened)
