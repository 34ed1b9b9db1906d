"""Tables of allocation: allocations in the columns of the report, instruments, projects, what waits by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from finmodel.analysis.green.source import GreenSource, listed, words
from finmodel.inputs.green_allocations import Allocation
from finmodel.inputs.green_projects import EligibleProject
from finmodel.inputs.impact_indicators import CATEGORIES
from finmodel.inputs.text import label_of
from finmodel.model.green.instrument_parts import proceeds_of
from finmodel.review import Cell, ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["allocation_tables"]

_STATES = {"planned": "Planned", "made": "Made"}
_PLACES = {
    "account": "Account", "deposit": "Deposit", "treasury_bills": "Treasury bills", "repo": "Reverse repo",
    "central_bank_notes": "Notes of the central bank", "debt_reduction": "Reduction of debt", "other": "Other",
}  # fmt: skip
_NOTHING = 1e-6
_ALL = "All allocations"
_REPEATED = "What an instrument pays for a project in a year, with the project's own figures repeated in each row."


_OF_A_PROJECT = (
    words("project", "Project"),
    words("category", "Category"),
    words("taxonomy", "Taxonomy code"),
    words("sdgs", "SDG"),
    words("location", "Location"),
    ReviewColumn("signed_amount", "Signed amount", Unit.MONEY),
    ReviewColumn("total_cost", "Total project cost", Unit.MONEY),
    ReviewColumn("issuer_share", "Share of the issuer", Unit.SHARE),
    ReviewColumn("eligible_share", "Eligible share", Unit.SHARE),
)
_ALLOCATION = (
    words("allocation", "Allocation"),
    words("instrument", "Instrument"),
    *_OF_A_PROJECT,
    ReviewColumn("allocated", "Allocated", Unit.MONEY),
    ReviewColumn("refinanced", "Of which refinancing", Unit.MONEY),
    ReviewColumn("refinanced_share", "Of which refinancing, share", Unit.SHARE),
    ReviewColumn("year", "Allocation year", Unit.CALENDAR_YEAR),
    words("state", "State"),
    ReviewColumn("lifetime_years", "Lifetime, years", Unit.YEARS),
)
_PROJECTS = (
    *_OF_A_PROJECT,
    ReviewColumn("eligible_amount", "Eligible amount", Unit.MONEY),
    ReviewColumn("allocated_elsewhere", "Allocated elsewhere", Unit.MONEY),
    ReviewColumn("allocated", "Allocated", Unit.MONEY),
    ReviewColumn("share_of_cost", "Allocated, of the total cost", Unit.SHARE),
    ReviewColumn("lifetime_years", "Lifetime, years", Unit.YEARS),
)
_INSTRUMENTS = (
    words("instrument", "Instrument"),
    ReviewColumn("proceeds", "Proceeds", Unit.MONEY),
    ReviewColumn("allocated", "Allocated", Unit.MONEY),
    ReviewColumn("allocated_share", "Share allocated", Unit.SHARE),
    ReviewColumn("unallocated", "Not allocated", Unit.MONEY),
    ReviewColumn("refinanced", "Of which refinancing", Unit.MONEY),
    ReviewColumn("refinanced_share", "Of which refinancing, share", Unit.SHARE),
    ReviewColumn("proceeds_from", "Proceeds come from", Unit.DATE),
    ReviewColumn("allocate_by", "To be allocated by", Unit.DATE),
)
_UNALLOCATED = (
    words("instrument", "Instrument"),
    ReviewColumn("year", "At the end of", Unit.CALENDAR_YEAR),
    ReviewColumn("proceeds", "Proceeds in the year", Unit.MONEY),
    ReviewColumn("allocated", "Allocated in the year", Unit.MONEY),
    ReviewColumn("unallocated", "Not allocated", Unit.MONEY),
)


def allocation_tables(source: GreenSource) -> Iterator[ReviewTable]:
    """Instruments, allocations, what waits by year and where, projects; with a year, as they are at its end."""
    instruments = tuple(_instrument(source, name) for name in source.instruments)
    yield ReviewTable("instruments", "Proceeds by instrument", _INSTRUMENTS, instruments)
    rows = tuple(_allocation(source, *each) for each in _counted(source))
    yield ReviewTable("allocation", "Allocation report", _ALLOCATION, (*rows, *_all(source)), _REPEATED)
    yield _unallocated(source)
    projects = tuple(_project(source, name, terms) for name, terms in source.green.projects.items())
    yield ReviewTable("projects", "Eligible projects", _PROJECTS, projects)


def _by(source: GreenSource, line: str) -> float:
    """The sum of a line over all years, or up to the year of the report."""
    return sum(value for year, value in source.in_years(line).items() if source.year is None or year <= source.year)


def _instrument(source: GreenSource, name: str) -> ReviewRow:
    own = proceeds_of(name)
    brought, allocated = _by(source, f"{own}.received"), _by(source, f"{own}.allocated")
    refinanced = sum(_refinanced(source, *each) for each in _counted(source) if each[1].instrument == name)
    amounts = (brought, allocated, _share(allocated, brought), brought - allocated)
    days = (source.of_proceeds(name, line) for line in ("proceeds_from", "allocate_by"))
    shares = (refinanced, _share(refinanced, allocated))
    return ReviewRow((source.instrument_label(name), *amounts, *shares, *days))


def _counted(source: GreenSource) -> Iterator[tuple[str, Allocation]]:
    """The allocations made or planned by the end of the report."""
    for name, one in source.green.allocations.items():
        if source.year is None or one.year.number <= source.year:
            yield name, one


def _amount(source: GreenSource, name: str) -> float:
    return sum(source.in_years(f"{name}.allocated").values())


def _refinanced(source: GreenSource, name: str, one: Allocation) -> float:
    return _amount(source, name) * source.figure(f"{one.project}.refinanced_share")


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _described(source: GreenSource, name: str, terms: EligibleProject) -> tuple[Cell, ...]:
    """What reports say of a project, whatever is allocated to it."""
    codes = ", ".join(f"{taxonomy.upper()} {code}" for taxonomy, code in terms.taxonomy.items())
    goals = ", ".join(str(goal) for goal in terms.sdgs)
    words = (source.label(name), CATEGORIES[terms.category], codes, goals, terms.location or "")
    amounts = (source.figure(f"{name}.signed_amount"), source.figure(f"{name}.total_cost"))
    shares = (source.value(f"{name}.signed_share"), source.figure(f"{name}.eligible_share"))
    return (*words, *amounts, *shares)


def _allocation(source: GreenSource, name: str, one: Allocation) -> ReviewRow:
    terms = source.green.projects[one.project]
    return ReviewRow(
        (
            name,
            source.instrument_label(one.instrument),
            *_described(source, one.project, terms),
            _amount(source, name),
            _refinanced(source, name, one),
            source.figure(f"{one.project}.refinanced_share"),
            one.year.number,
            _STATES[one.state],
            source.figure(f"{one.project}.lifetime_years"),
        )
    )


def _all(source: GreenSource) -> Iterator[ReviewRow]:
    """All allocations together; what is signed is not added, for a project may stand in several rows."""
    counted = list(_counted(source))
    allocated, refinanced = (
        sum(_amount(source, name) for name, _ in counted),
        sum(_refinanced(source, *x) for x in counted),
    )
    known: dict[str, Cell] = {"allocation": _ALL, "allocated": allocated, "refinanced": refinanced}
    known |= {"refinanced_share": _share(refinanced, allocated)}
    if counted:
        yield ReviewRow(tuple(known.get(column.key) for column in _ALLOCATION), "total")


def _project(source: GreenSource, name: str, terms: EligibleProject) -> ReviewRow:
    allocated = _by(source, f"{name}.allocated")
    return ReviewRow(
        (
            *_described(source, name, terms),
            source.value(f"{name}.eligible_amount"),
            source.figure(f"{name}.allocated_elsewhere"),
            allocated,
            _share(allocated, source.figure(f"{name}.total_cost")),
            source.figure(f"{name}.lifetime_years"),
        )
    )


def _unallocated(source: GreenSource) -> ReviewTable:
    """Year by year as long as anything moves or waits, with what each placement holds."""
    places = source.green.management.placements
    held = tuple(
        ReviewColumn(f"held_{name}", label_of(name, one) if one.label else _PLACES[one.kind], Unit.MONEY)
        for name, one in places.items()
    )
    where = (words("placements", "Where it waits"),)
    kinds = listed(tuple(one.label or _PLACES[one.kind] for one in places.values()))
    shares = tuple(one.share.number for one in places.values())
    rows = []
    for name in source.instruments:
        own, label = proceeds_of(name), source.instrument_label(name)
        brought, allocated = source.in_years(f"{own}.received"), source.in_years(f"{own}.allocated")
        balances = source.at_ends(f"{own}.unallocated")
        for year, waits in balances.items():
            if year > _last(source, brought, allocated, balances):
                break
            cells = (label, float(year), brought[year], allocated[year], waits)
            rows.append(ReviewRow((*cells, kinds if waits > _NOTHING else "", *(waits * share for share in shares))))
    return ReviewTable("unallocated", "Proceeds not allocated", (*_UNALLOCATED, *where, *held), tuple(rows))


def _last(source: GreenSource, *flows: Mapping[int, float]) -> int:
    """The last year in which anything moves or waits, or that of the report."""
    busy = [year for flow in flows for year, value in flow.items() if abs(value) > _NOTHING]
    return source.year if source.year is not None else max(busy, default=0)
