"""Timing under uncertainty: whether the latest that can be drawn, risks included, fits the periods of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.case_trial import brought
from finmodel.inputs.changes import path_of
from finmodel.inputs.document import dotted
from finmodel.inputs.names import Named
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.sensitivity_moves import movable_figures, moved_case
from finmodel.inputs.uncertainty_distributions import read_distribution
from finmodel.units import Unit

__all__ = ["too_late"]

_HEADING = "timing"


def too_late(case: Any, variables: Mapping[str, Any], risks: Iterable[str]) -> Iterator[Inconsistency]:
    """What is drawn of the timing that reaches past the grid, or that no deal can be; paths from the heading.

    The latest is taken of everything at once: the highest value of each variable, and every risk that may happen.
    """
    figures = {path: named for path, named in movable_figures(case).items() if named.group == _HEADING}
    levels: dict[str, float] = {}
    movers: list[tuple[str, ...]] = []
    for name, terms in variables.items():
        for path in (path for path in terms.figures if path in figures):
            highest = _highest(terms, figures[path], levels.get(path))
            if highest is None:
                what = f"{terms.distribution.type} has no highest value, and the periods of the case end"
                yield ("variables", name, "distribution"), what, "use a distribution with ends, such as pert"
                return
            levels[path] = highest
            movers.append(("variables", name))
    for name in risks:
        moved = {path for key in case.risks[name].set if (path := dotted(path_of(key))) in figures}
        for path in sorted(moved):
            levels[path] = _raised(case.risks[name].set, path, figures[path], levels.get(path))
            movers.append(("risks",))
    if levels:
        yield from _trouble(case, figures, levels, movers[0])


def _trouble(
    case: Any, figures: Mapping[str, Named], levels: Mapping[str, float], where: tuple[str, ...]
) -> Iterator[Inconsistency]:
    """Why a deal with all of it at its latest is none."""
    changed = case
    for path, level in levels.items():
        changed = moved_case(changed, [figures[path]], "to", float(int(level + 0.5)))
    said = " and ".join(f"{path} up to {level:.10g}" for path, level in levels.items())
    needed = moved_case(changed, [figures[f"{_HEADING}.spare_months"]], "to", 0.0)
    more = (needed.grid().periods - case.grid().periods) * case.grid().period_months
    if more > 0:
        room = f"set timing.spare_months: {case.timing.spare_months.number + more:.0f} in the case"
        yield where, f"with {said} lasts {more} months longer than the periods of the case", room
        return
    for place, what, remedy in brought(case, changed):
        yield where, f"with {said} does not work: {'.'.join(map(str, place))}: {what}", remedy
        return


def _highest(terms: Any, named: Named, before: float | None) -> float | None:
    """The highest value that a variable gives a figure; ``None`` where there is none."""
    unit = Unit.SHARE if terms.way == "times" else named.spec.unit
    distribution, _ = read_distribution(terms.distribution, unit)
    base = named.figure.number if before is None else before
    if distribution is None:
        return base
    high = distribution.ends[1]
    if high is None:
        return None
    return base * high if terms.way == "times" else base + high if terms.way == "add" else high


def _raised(changes: Mapping[str, Any], path: str, named: Named, before: float | None) -> float:
    """The figure once a risk has happened too."""
    base = named.figure.number if before is None else before
    raw = next(value for key, value in changes.items() if dotted(path_of(key)) == path)
    try:
        if isinstance(raw, Mapping) and "add" in raw:
            return base + max(parse_number(raw["add"], named.spec.unit), 0.0)
        if isinstance(raw, Mapping) and "times" in raw:
            return base * max(parse_number(raw["times"], Unit.SHARE), 1.0)
        return max(base, parse_number(raw, named.spec.unit))
    except BadValueError:
        return base
