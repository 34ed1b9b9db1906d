"""Tables of impact: of each project whole and pro-rated, of each instrument, and for each million allocated."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.green.source import FLOW, GreenSource, words
from finmodel.inputs.green_allocations import Result
from finmodel.inputs.green_projects import GHG
from finmodel.model.green.instrument_parts import impact_instance, measure_group, proceeds_of
from finmodel.model.green.project_parts import financed_instance
from finmodel.review import Cell, ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["METHODS", "impact_tables"]

METHODS = {
    "combined_margin": "Combined margin of the grid",
    "consumption_factor": "Consumption factor of the grid",
    "fuel_switch": "Switch of fuel or vehicle",
    "heat_supply": "Heat by fuel and efficiency",
    "life_cycle": "Life cycle, production included",
    "other": "Other method",
}
"""What each method of reckoning gases is called."""

_OF_A_LIFE = "Pro-rated: whole project × allocated ÷ total cost. A year is the lifetime divided by its years."
_OF_A_YEAR = "Pro-rated: whole project × allocated by then ÷ total cost; of the calendar year of the report."
_BEFORE, _AFTER = "Ex-ante", "Ex-post"
_NO_LIFETIME = (None, None, None, None)
_COUNTED = {"a_year": "A year", "in_all": "In all", "intensity": "Level"}
_IMPACT = (
    words("project", "Project"),
    words("instrument", "Instrument"),
    words("indicator", "Indicator"),
    words("unit", "Unit"),
    words("counted", "Counted"),
    words("basis", "Ex-ante or ex-post"),
    ReviewColumn("signed_amount", "Signed amount", Unit.MONEY),
    ReviewColumn("eligible_share", "Eligible share", Unit.SHARE),
    ReviewColumn("year", "Year", Unit.CALENDAR_YEAR),
    ReviewColumn("baseline", "Baseline"),
    ReviewColumn("with_project", "With the project"),
    ReviewColumn("absolute", "Whole project"),
    ReviewColumn("share_of_cost", "Allocated ÷ total cost", Unit.SHARE),
    ReviewColumn("pro_rated", "Pro-rated"),
    ReviewColumn("pro_rated_least", "Pro-rated, at least"),
    ReviewColumn("pro_rated_most", "Pro-rated, at most"),
    ReviewColumn("absolute_lifetime", "Whole project, over the lifetime"),
    ReviewColumn("pro_rated_lifetime", "Pro-rated, over the lifetime"),
    ReviewColumn("lifetime_years", "Lifetime, years", Unit.YEARS),
    words("method", "Method"),
)
_PER_MILLION = (
    words("instrument", "Instrument"),
    words("indicator", "Indicator"),
    words("unit", "Unit"),
    words("counted", "Counted"),
    ReviewColumn("pro_rated", "Pro-rated"),
    ReviewColumn("pro_rated_lifetime", "Pro-rated, over lifetimes"),
    ReviewColumn("per_million", "For each million"),
    ReviewColumn("per_million_lifetime", "Over lifetimes, for each million"),
    words("currency", "Currency of the million"),
)


def impact_tables(source: GreenSource) -> Iterator[ReviewTable]:
    """Impact by project, and by instrument with what each million brings."""
    note = _OF_A_LIFE if source.year is None else _OF_A_YEAR
    yield ReviewTable("impact", "Impact by project", _IMPACT, tuple(_impact(source)), note)
    yield ReviewTable("impact_totals", "Impact by instrument", _PER_MILLION, tuple(_totals(source)))


def _impact(source: GreenSource) -> Iterator[ReviewRow]:
    """What is expected of each measure by instrument, then what was measured of it; projects without money last."""
    paid = source.green.pairs
    lone = [("", name) for name in source.green.projects if name not in {project for _, project in paid}]
    for instrument, project in (*paid, *lone):
        for measure in source.measures(project):
            yield _row(source, instrument, project, measure, _expected(source, instrument, project, measure))
            for name, one in source.green.results.items():
                if (one.project, one.indicator) == (project, measure) and source.year in (None, one.year.number):
                    yield _row(source, instrument, project, measure, _found(source, instrument, name, one))


def _row(source: GreenSource, instrument: str, project: str, measure: str, numbers: tuple[Cell, ...]) -> ReviewRow:
    kind, terms = source.kind(project, measure), source.green.projects[project]
    said: str = terms.indicators[measure].method or "" if measure != GHG else ""
    if measure == GHG and terms.ghg is not None:
        said = METHODS.get(terms.ghg.method or "", "")
    label = source.instrument_label(instrument) if instrument else ""
    said_of = (source.label(project), label, kind.label, kind.unit, _COUNTED[kind.counted])
    basis, *rest = numbers
    terms_of = (source.figure(f"{project}.{name}") for name in ("signed_amount", "eligible_share"))
    return ReviewRow((*said_of, basis, *terms_of, *rest, source.figure(f"{project}.lifetime_years"), said))


def _expected(source: GreenSource, instrument: str, project: str, measure: str) -> tuple[Cell, ...]:
    """What the model has: of the whole life, or of the calendar year of the report, which has no lifetime."""
    kind, pair = source.kind(project, measure), _pair(instrument, project)
    share, whole = _share(source, pair), _whole(source, project, measure)
    amounts = (*_levels(source, project, measure), whole, share)
    if source.year is not None:
        by_year = source.in_operation(f"{pair}_{measure}.impact", project, source.year) if pair else None
        once = None if whole is None or share is None else whole * share
        return (_BEFORE, float(source.year), *amounts, by_year if kind.counted == FLOW else once, *_NO_LIFETIME)
    own = f"{pair}_{measure}"
    least, most = (source.value(f"{own}.impact_a_year_{end}") for end in ("least", "most"))
    ends = (None, None) if least == most else (least, most)
    lifetime = source.value(f"{project}.ghg_lifetime" if measure == GHG else f"{project}_{measure}.impact_lifetime")
    financed = source.value(f"{own}.impact_lifetime")
    return (_BEFORE, None, *amounts, source.value(f"{own}.impact_{kind.counted}"), *ends, lifetime, financed)


def _found(source: GreenSource, instrument: str, name: str, one: Result) -> tuple[Cell, ...]:
    """What was measured, with the share of the cost that the instrument has paid for by the end of that year."""
    year, measured = int(one.year.number), source.value(f"{name}.measured")
    share = source.at_ends(f"{_pair(instrument, one.project)}.share_so_far").get(year)
    financed = None if measured is None or share is None else measured * share
    return (_AFTER, float(year), None, None, measured, share, financed, *_NO_LIFETIME)


def _pair(instrument: str, project: str) -> str:
    return financed_instance(instrument, project) if instrument else ""


def _share(source: GreenSource, pair: str) -> float | None:
    """The share of the cost allocated, in all or by the end of the year of the report."""
    if source.year is not None:
        return source.at_ends(f"{pair}.share_so_far").get(source.year)
    return source.value(f"{pair}.share_of_cost")


def _levels(source: GreenSource, project: str, measure: str) -> tuple[Cell, Cell]:
    """Without and with the project: gases emitted a year; levels of its first year, or of the year of the report."""
    if measure == GHG and source.year is None:
        return source.value(f"{project}.ghg_without_a_year"), source.value(f"{project}.ghg_with_a_year")
    if measure == GHG:
        names = (f"{project}.ghg_rate_without", f"{project}.ghg_rate_with")
    else:
        names = (f"{project}_{measure}.level_without", f"{project}_{measure}.level_with")
    year = source.year or _first_year(source, project)
    without, with_it = (source.at_ends(name).get(year) for name in names)
    return without, with_it


def _first_year(source: GreenSource, project: str) -> int:
    position = int(source.value(f"{project}.first_operation") or 1)
    return source.results.periods[position - 1].start.year


def _whole(source: GreenSource, project: str, measure: str) -> float | None:
    """A year's impact of the whole project; of the year of the report, what the model has for it."""
    kind = source.kind(project, measure)
    own = f"{project}.ghg" if measure == GHG else f"{project}_{measure}.impact"
    if kind.counted == FLOW and source.year is not None:
        return source.in_operation(f"{project}.ghg_avoided" if measure == GHG else own, project, source.year)
    if kind.counted == "in_all" and not _there(source, project):
        return 0.0
    return source.value(f"{own}_{kind.counted}")


def _there(source: GreenSource, project: str) -> bool:
    """Whether a project operates by the end of the year of the report; over the whole life it does."""
    if source.year is None:
        return True
    years = range(source.results.periods[0].start.year, source.year + 1)
    return any(source.in_operation(f"{project}.operating_years", project, year) > 0 for year in years)


def _totals(source: GreenSource) -> Iterator[ReviewRow]:
    """What each instrument finances of each kind, in all its projects, and for each million that it allocates."""
    currency = source.green.reporting.currency or source.results.currency.partition(" ")[0]
    for instrument in source.instruments:
        seen: set[str] = set()
        for _, project in (pair for pair in source.green.pairs if pair[0] == instrument):
            for measure in source.measures(project):
                group, kind = measure_group(source.green.projects[project], measure), source.kind(project, measure)
                own = impact_instance(instrument, group)
                if group in seen or f"{own}.impact_{kind.counted}" not in source.results.values:
                    continue
                seen.add(group)
                totals = _total(source, instrument, group, kind.counted)
                label = source.instrument_label(instrument)
                yield ReviewRow((label, kind.label, kind.unit, _COUNTED[kind.counted], *totals, currency.upper()))


def _total(source: GreenSource, instrument: str, group: str, counted: str) -> tuple[Cell, ...]:
    """In all and for each million; of the year of a report by what is allocated by then, and without a lifetime."""
    own = impact_instance(instrument, group)
    if source.year is None:
        per = "a_year_per_million" if counted == FLOW else "in_all_per_million"
        lines = (f"impact_{counted}", "impact_lifetime", per, "lifetime_per_million")
        return tuple(source.value(f"{own}.{line}") for line in lines)
    if counted != FLOW:
        return (None, None, None, None)
    found, millions = _of_the_year(source, instrument, group, source.year), _millions(source, instrument)
    return (found, None, found / millions if millions else None, None)


def _of_the_year(source: GreenSource, instrument: str, group: str, year: int) -> float:
    """What an instrument finances of one kind in a calendar year, in all its projects."""
    financed = (project for payer, project in source.green.pairs if payer == instrument)
    return sum(
        source.in_operation(f"{_pair(instrument, project)}_{measure}.impact", project, year)
        for project in financed
        for measure in source.measures(project)
        if measure_group(source.green.projects[project], measure) == group
    )


def _millions(source: GreenSource, instrument: str) -> float:
    """What is allocated by the end of the year of the report, in millions of the reporting currency."""
    in_all, millions = (
        source.of_proceeds(instrument, line) or 0.0 for line in ("allocated_in_all", "allocated_millions")
    )
    by_then = sum(
        value
        for year, value in source.in_years(f"{proceeds_of(instrument)}.allocated").items()
        if year <= (source.year or year)
    )
    return by_then * millions / in_all if in_all else 0.0
