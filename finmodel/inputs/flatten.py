"""From a case to its inputs: every figure under its name, with its shape, its bounds and where it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finmodel.errors import CaseError
from finmodel.expr.line import Shape, Variable
from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.document import Document, dotted
from finmodel.inputs.figure import Figure
from finmodel.inputs.names import Named, named_figures
from finmodel.inputs.table import InputEntry, InputTable, Provenance
from finmodel.timeline import Grid
from finmodel.units import Unit

__all__ = ["ByYear", "Flat", "changed_inputs", "flatten", "misfits"]

Value = float | tuple[float, ...]

GROUP = "grid"
"""The heading of the inputs that follow from the grid and stand nowhere in the case file."""


@dataclass(frozen=True, slots=True)
class ByYear:
    """A figure given by year: formulas read it as a series ``name``, whose values stand in the input ``table``."""

    name: str
    table: str
    label: str
    unit: Unit
    instance: str = ""


@dataclass(frozen=True, slots=True)
class Flat:
    """The inputs of a case, which of them are tables by year, and the years of these tables."""

    table: InputTable
    by_year: tuple[ByYear, ...]
    years: range


def flatten(case: Block, grid: Grid, *, document: Document | None = None, years: range | None = None) -> Flat:
    """Every figure of a case as an input.

    A lone number is a scalar, a list by period a series, a profile or a table by year a table; all tables by year
    share the axis ``years`` (by default the grid's years and every year that a table names), and a year without a
    number has that of the year before it. Raises ``CaseError``, placed by ``document``, where a list does not fit the
    grid.
    """
    figures = named_figures(case)
    axis = years or _years(figures, grid)
    where = document or Document("case", None)
    problems = [where.problem(path, what, remedy) for path, what, remedy in misfits(case, grid, where)]
    if problems:
        raise CaseError(problems)
    entries = [*_of_grid(grid, axis), *(_entry(named, grid, axis) for named in figures)]
    yearly = tuple(
        ByYear(named.name, _table_name(named), named.spec.label, named.spec.unit, named.instance)
        for named in figures
        if named.figure.by_year
    )
    return Flat(InputTable({entry.variable.name: entry for entry in entries}), yearly, axis)


def changed_inputs(base: Flat, variant: Block, grid: Grid) -> dict[str, Value]:
    """The inputs that a variant of a case changes, with its values, on the grid and the years of the case itself."""
    values = flatten(variant, grid, years=base.years).table.values
    return {name: value for name, value in values.items() if value != base.table[name].value}


def _years(figures: Iterable[Named], grid: Grid) -> range:
    named = [year for found in figures for year, _ in found.figure.by_year]
    return range(min([grid.years.start, *named]), max([grid.years.stop, *(year + 1 for year in named)]))


def _of_grid(grid: Grid, axis: range) -> Sequence[InputEntry]:
    def entry(name: str, label: str, unit: Unit, value: float) -> InputEntry:
        follows = Provenance(status="derived", note="Follows from the grid of periods.", stated=False)
        return InputEntry(Variable(name, label, unit, group=GROUP), value, path="", provenance=follows)

    return (
        entry("period_months", "Months in a period", Unit.MONTHS, float(grid.period_months)),
        entry("table_first_year", "First year of the tables by year", Unit.CALENDAR_YEAR, float(axis.start)),
        entry("table_years", "Years in the tables by year", Unit.COUNT, float(len(axis))),
    )


def _table_name(named: Named) -> str:
    return f"{named.name}_by_year"


def misfits(case: Block, grid: Grid, document: Document) -> Iterable[Inconsistency]:
    """The lists by period that do not have one number for each period of the grid."""
    for named in named_figures(case):
        value = named.figure.value
        if named.spec.profile or not isinstance(value, tuple):
            continue
        given, wanted = len(value), grid.periods
        if given > wanted or (given < wanted and not named.spec.pad):
            remedy = f"give {wanted} numbers" if given < wanted else f"take the last {given - wanted} out"
            below = ("by_period",) if isinstance(document.get(named.path), dict) else ()
            yield (
                (*named.path, *below),
                f"lists {given} number{'s' * (given != 1)}, and the grid has {wanted} periods",
                remedy,
            )


def _entry(named: Named, grid: Grid, axis: range) -> InputEntry:
    spec, found = named.spec, named.figure
    shape, value, positions = _shaped(named, grid, axis)
    low, high = spec.bounds
    name = _table_name(named) if found.by_year else named.name
    return InputEntry(
        Variable(name, spec.label, spec.unit, shape, spec.note, named.group),
        value,
        path=dotted(named.path),
        provenance=found.provenance,
        axis=positions,
        choices=spec.choices,
        minimum=low,
        maximum=high,
    )


def _shaped(named: Named, grid: Grid, axis: range) -> tuple[Shape, Value, tuple[str, ...]]:
    """The shape of a figure, its value or values, and what the positions of a table stand for."""
    found = named.figure
    if found.by_year:
        return Shape.TABLE, _stepwise(found, axis), tuple(map(str, axis))
    if not isinstance(found.value, tuple):
        return Shape.SCALAR, found.value, ()
    if named.spec.profile:
        return Shape.TABLE, found.value, tuple(str(place + 1) for place in range(len(found.value)))
    return Shape.SERIES, found.value + (0.0,) * (grid.periods - len(found.value)), ()


def _stepwise(figure: Figure, axis: range) -> tuple[float, ...]:
    """One value a year: that of the latest year given, and before the first year given the first."""
    years = [year for year, _ in figure.by_year]
    return tuple(figure.by_year[max(bisect_right(years, year) - 1, 0)][1] for year in axis)
