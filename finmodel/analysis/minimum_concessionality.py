"""Minimum concessionality: the least support with which a deal reaches all its targets, sized anew at every step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from finmodel.analysis.columns import Column, Columns
from finmodel.expr.line import Line
from finmodel.inputs.concessionality import Concessionality, lever_figure
from finmodel.inputs.figure import FigureSpec
from finmodel.results import MinimumSupport, Results, SupportPoint, TargetState
from finmodel.units import Unit

__all__ = ["KEY_VALUES", "minimum_support", "target_lines"]

KEY_VALUES = (
    "equity_irr", "dscr_minimum", "llcr_minimum", "private_share", "concessionality_share", "subsidy_total",
    "grant_element_dac", "grant_total", "total_uses", "senior_commitment", "debt_commitment",
)  # fmt: skip
"""The lines that tell how the deal stands with so much support, as far as the model has them."""

_LIMITS = ("payment", "tariff", "gearing")
"""Targets that ask for no more, where the others ask for no less."""
_STEPS = 101
"""Values of the lever in the first look, both ends included."""
_EVEN = 9
"""Values spread evenly over every closer look, between the last that is too little and the first that is enough."""
_AROUND = tuple(10.0 ** (-step / 2) for step in range(2, 20))
"""How far on either side of where the answer should be a closer look has values besides, as shares of its width."""
_SIDE = 1
"""Points on either side of a gap that tell how what there is to spare bends."""
_NARROW = 1e-9
"""A gap this small, as a share of the lever's way, is the answer."""


@dataclass(frozen=True, slots=True)
class _Search:
    columns: Columns
    lever: str
    targets: Mapping[str, float]
    """What is asked for, by the line that says what there is to spare."""
    refusals: Mapping[str, float]
    """Lines that say that there is no such deal, or that it does not add up, where they are above a number."""

    def look(self, levers: Sequence[float]) -> list[SupportPoint]:
        """The deal at every value of the lever, in one run."""
        return [
            self._point(lever, column)
            for lever, column in zip(levers, self.columns.run([{self.lever: x} for x in levers]), strict=True)
        ]

    def _point(self, lever: float, column: Column) -> SupportPoint:
        refused = (name for name, most in self.refusals.items() if abs(column[name] or 0.0) > most)
        targets = tuple(self._state(name, target, column) for name, target in self.targets.items())
        known = {name: column[name] for name in KEY_VALUES if name in column.values}
        return SupportPoint(lever, targets, known, column.trouble or next(refused, ""))

    def _state(self, name: str, target: float, column: Column) -> TargetState:
        spare = column[name]
        least = self.columns.results.graph.lines[name].tags["asked"] not in _LIMITS
        found = None if spare is None else target + spare if least else target - spare
        return TargetState(name, target, found, spare)


def minimum_support(
    results: Results, concessionality: Concessionality, case: object, columns: Columns | None = None
) -> MinimumSupport:
    """The answer for a case that states targets and a lever; the results are those of its base case.

    ``columns`` computes at least the lines of ``target_lines``, where something that does is compiled already.
    """
    assert concessionality.lever is not None
    named = lever_figure(case, concessionality.lever.figure)
    assert named is not None
    search = _search(results, named.name, columns or Columns(results, target_lines(results)))
    without, most = concessionality.lever.ends(case)
    points = search.look(_first_look(without, most, _step(named.spec, results.period_months)))
    holding = next((n for n, point in enumerate(points) if point.holds), None)
    path = concessionality.lever.figure
    if holding is None:
        return _not_reachable(named.name, path, points)
    if holding == 0:
        return MinimumSupport("none_needed", named.name, path, points[0], points[-1], points[0])
    less, enough = points[holding - 1], points[holding]
    if not named.spec.whole:
        less, enough = _closer(search, points, holding, _NARROW * abs(most - without))
    binding = tuple(target.line for target in less.targets if not target.holds)
    return MinimumSupport("found", named.name, path, points[0], points[-1], enough, binding)


def target_lines(results: Results) -> list[str]:
    """The lines that the search reads: targets, what refuses a deal, and key results."""
    known = [name for name in KEY_VALUES if name in results.graph.lines]
    return [*_targets(results), *_refusals(results), *known]


def _search(results: Results, lever: str, columns: Columns) -> _Search:
    return _Search(columns, lever, _targets(results), _refusals(results))


def _targets(results: Results) -> dict[str, float]:
    return {line.name: _asked(results, line) for line in results.graph.lines.values() if "asked" in line.tags}


def _refusals(results: Results) -> dict[str, float]:
    tolerance = results.inputs.values["tolerance"]
    assert isinstance(tolerance, float)
    refusals = {line.name: 0.0 for line in results.graph.lines.values() if "refuse" in line.tags}
    return refusals | {line.name: tolerance for line in results.graph.tagged(check="integrity")}


def _asked(results: Results, line: Line) -> float:
    """The figure that a target is stated as."""
    stream = line.instance.removesuffix("_limit")
    asked = line.tags["asked"]
    name = f"targets_{asked}s_{stream}" if stream else f"targets_{asked}"
    value = results.inputs.values[name]
    assert isinstance(value, float)
    return value


def _step(spec: FigureSpec, period_months: int) -> int:
    """The smallest step of a figure without fractions: of months a period; 0 where there is none."""
    return (period_months if spec.unit is Unit.MONTHS else 1) if spec.whole else 0


def _first_look(without: float, most: float, step: int) -> list[float]:
    """Values from no support to the most; without fractions, those that are whole steps away from none."""
    if not step:
        return [float(value) for value in np.linspace(without, most, _STEPS)]
    count = int(abs(most - without) // step)
    way = step if most >= without else -step
    found = [without + way * n for n in range(count + 1)]
    return found if found[-1] == most else [*found, most]


def _closer(
    search: _Search, points: Sequence[SupportPoint], first: int, narrow: float
) -> tuple[SupportPoint, SupportPoint]:
    """The last point that misses a target and the first that reaches all, so near to each other that it is one.

    ``points`` are those of the first look, of which ``first`` is the first that reaches all.
    """
    less, enough = points[first - 1], points[first]
    while abs(enough.lever - less.lever) > narrow:
        points = search.look(_closer_look(points, first))
        first = next((n for n, point in enumerate(points) if point.holds), len(points) - 1)
        if first == 0 or points[first].lever == points[first - 1].lever:
            break
        less, enough = points[first - 1], points[first]
    return less, enough


def _closer_look(points: Sequence[SupportPoint], first: int) -> list[float]:
    """Values between a point and the one before it, evenly spread, and ever denser around where targets should be met.

    The even ones narrow the search whatever the deal does; the others end it in a step or two where it is smooth.
    """
    less, enough = points[first - 1], points[first]
    way = enough.lever - less.lever
    expected = max((_crossing(points, first, n) for n in range(len(less.targets))), default=0.0)
    shares = {*np.linspace(0.0, 1.0, _EVEN), expected, *(expected + side * x for x in _AROUND for side in (-1, 1))}
    return [*(less.lever + way * float(share) for share in sorted(shares) if 0 <= share < 1), enough.lever]


def _crossing(points: Sequence[SupportPoint], first: int, target: int) -> float:
    """The share of the way between two points at which a target is met, as far as the points tell.

    From the four points around, where what there is to spare rises or falls all along them, else from the two; 0 where
    the target is met at the first of them.
    """
    less, enough = points[first - 1], points[first]
    before, after = less.targets[target], enough.targets[target]
    if before.holds or before.to_spare is None or after.to_spare is None:
        return 0.0
    near = points[max(first - _SIDE - 1, 0) : first + _SIDE]
    spares = [point.targets[target].to_spare for point in near]
    known = [spare for spare in spares if spare is not None]
    steps = np.diff(known)
    if len(known) == len(near) and (np.all(steps > 0) or np.all(steps < 0)):
        levers = [point.lever for point in near]
        share = (_where_nothing_is_left(known, levers) - less.lever) / (enough.lever - less.lever)
        if 0 < share < 1:
            return share
    return before.to_spare / (before.to_spare - after.to_spare)


def _where_nothing_is_left(spares: Sequence[float], levers: Sequence[float]) -> float:
    """The lever at which there is 0 to spare: Lagrange's polynomial of the lever in what there is to spare."""
    found = 0.0
    for this, lever in zip(spares, levers, strict=True):
        others = [spare for spare in spares if spare != this]
        found += lever * float(np.prod([other / (other - this) for other in others]))
    return found


def _not_reachable(lever: str, path: str, points: Sequence[SupportPoint]) -> MinimumSupport:
    """The point that comes nearest, and the targets that no support reaches, or that are not reached together."""
    possible = [point for point in points if not point.refused] or points
    best = min(possible, key=_shortfall)
    reached = {target.line for point in possible for target in point.targets if target.holds}
    never = tuple(target.line for target in best.targets if target.line not in reached)
    missed = tuple(target.line for target in best.targets if not target.holds)
    binding, together = never or missed, not never
    return MinimumSupport("not_reachable", lever, path, points[0], points[-1], best, binding, together)


def _shortfall(point: SupportPoint) -> float:
    """How far the target that is missed most is missed, as a share of it."""
    return max((_missing(target) for target in point.targets), default=0.0)


def _missing(target: TargetState) -> float:
    if target.to_spare is None:
        return np.inf
    return max(-target.to_spare, 0.0) / max(abs(target.target), _NARROW)
