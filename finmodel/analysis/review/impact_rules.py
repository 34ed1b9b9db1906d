"""Rules on impact: what has no baseline or no core indicator, what is worse, and what was measured or was not."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Instance, Rule
from finmodel.inputs.green_projects import GHG
from finmodel.inputs.impact_indicators import CATEGORIES, INDICATORS
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["IMPACT_RULES"]

_NEAR = 0.10
"""A measured result this near to what the model expects is as expected."""


def _missing_baseline(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        for key, one in terms.indicators.items():
            if one.baseline is None:
                told = {"project": m.named(name), "indicator": Told(m.kind(name, key).label)}
                yield f"green.projects.{name}.indicators.{key}", told
        item = m.emitted(name)
        if terms.ghg is not None and item is not None and item.without_project is None:
            told = {"project": m.named(name), "indicator": Told("GHG avoided")}
            yield f"emissions.{terms.ghg.emissions}", told


def _no_core_indicator(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        core = [key for key, kind in INDICATORS.items() if terms.category in kind.core]
        if core and not {terms.kind_of(key) for key in terms.indicators} & {*core}:
            told = {"project": m.named(name), "category": Told(CATEGORIES[terms.category])}
            yield (
                f"green.projects.{name}.indicators",
                told | {"core": Told(tuple(INDICATORS[key].label for key in core))},
            )


def _no_method(m: Material) -> Iterator[Instance]:
    for name, terms in m.projects():
        silent = tuple(m.kind(name, key).label for key, one in terms.indicators.items() if one.method is None)
        if silent:
            yield f"green.projects.{name}.indicators", {"project": m.named(name), "indicators": Told(silent)}


def _worse(m: Material) -> Iterator[Instance]:
    for name, _ in m.projects():
        for measure in m.measures(name):
            kind = m.kind(name, measure)
            impact = m.whole(name, measure, "lifetime" if kind.counted == "a_year" else kind.counted)
            if impact is not None and impact < 0:
                told = {"project": m.named(name), "indicator": Told(kind.label)}
                yield _place(name, measure), told | {"impact": Told(impact, measure=kind.unit)}


def _place(project: str, measure: str) -> str:
    below = "ghg" if measure == GHG else f"indicators.{measure}"
    return f"green.projects.{project}.{below}"


def _no_change(m: Material) -> Iterator[Instance]:
    """A baseline is there, and the project does what would be done without it: 0 beside 0 as much as 5 beside 5."""
    for name, _ in m.projects():
        for measure in m.measures(name):
            level = m.unchanged(name, measure)
            if level is not None:
                kind = m.kind(name, measure)
                told = {"project": m.named(name), "indicator": Told(kind.label)}
                yield _place(name, measure), told | {"level": Told(level, measure=kind.unit)}


def _measured_differs(m: Material) -> Iterator[Instance]:
    for name, one in m.green.results.items():
        achieved, expected = m.value(f"{name}.achieved"), m.value(f"{name}.expected")
        if achieved is not None and expected is not None and abs(achieved - 1) > _NEAR:
            told = {"project": m.named(one.project), "year": Told(one.year.number, Unit.CALENDAR_YEAR)}
            kind = m.kind(one.project, one.indicator)
            amounts = {"measured": one.value.number, "expected": expected}
            told |= {key: Told(value, measure=kind.unit) for key, value in amounts.items()}
            yield (
                f"green.results.{name}",
                told | {"indicator": Told(kind.label), "achieved": Told(achieved, Unit.SHARE)},
            )


def _not_verified(m: Material) -> Iterator[Instance]:
    for name, one in m.green.results.items():
        if m.green.reporting.verified and not one.verified:
            told = {"project": m.named(one.project), "year": Told(one.year.number, Unit.CALENDAR_YEAR)}
            yield f"green.results.{name}.verified", told | {"indicator": Told(m.kind(one.project, one.indicator).label)}


def _nothing_measured(m: Material) -> Iterator[Instance]:
    """Of a project that operates in the year of the report."""
    for name, _ in m.projects():
        operated = m.in_operation(f"{name}.operating_years", name, m.year or 0)
        measured = {(one.project, int(one.year.number)) for one in m.green.results.values()}
        if m.year is not None and operated and (name, m.year) not in measured:
            yield "green.results", {"project": m.named(name), "year": Told(float(m.year), Unit.CALENDAR_YEAR)}


IMPACT_RULES = (
    Rule(
        "missing_baseline", "fault", "reporting", "Missing baseline",
        "%(project)s: %(indicator)s has no baseline, so nobody can tell what the project changes.",
        "State what would be there without the project, 0 included, with its source.",
        _missing_baseline,
    ),
    Rule(
        "no_core_indicator", "evidence", "reporting", "No core indicator",
        "%(project)s reports none of the core indicators of its category, %(category)s: %(core)s.",
        "Report one of them at least.",
        _no_core_indicator,
    ),
    Rule(
        "no_method", "note", "reporting", "Indicators without a method",
        "%(project)s does not say how these are measured or estimated: %(indicators)s.",
        "State method: of each.",
        _no_method,
    ),
    Rule(
        "worse_than_without", "fault", "reporting", "Worse with the project than without it",
        "%(project)s: %(indicator)s comes to %(impact)s over the lifetime.",
        "Correct baseline or project, or do not report it as a benefit.",
        _worse,
    ),
    Rule(
        "no_change", "evidence", "reporting", "An indicator that the project does not change",
        "%(project)s: %(indicator)s is %(level)s with the project as without it, so no impact is shown.",
        "State what the project changes, or take the indicator out.",
        _no_change,
    ),
    Rule(
        "measured_differs", "note", "reporting", "Measured is not what was expected",
        "%(project)s: %(indicator)s was %(measured)s in %(year)s; the model expects %(expected)s, so %(achieved)s were"
        " achieved.",
        "Say why, and whether the estimate for later years is changed.",
        _measured_differs,
    ),
    Rule(
        "result_not_verified", "evidence", "reporting", "A measured result that nobody verified",
        "Reports are to be verified by a third party; %(indicator)s of %(project)s in %(year)s is not.",
        "Have it verified, and state verified: true.",
        _not_verified,
    ),
    Rule(
        "nothing_measured", "evidence", "reporting", "Nothing measured in the year of the report",
        "%(project)s operates in %(year)s, and no result of that year is stated.",
        "State what was measured under results.",
        _nothing_measured,
    ),
)  # fmt: skip
