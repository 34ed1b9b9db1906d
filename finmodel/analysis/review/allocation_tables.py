"""Tables of record on proceeds: instruments, allocations in the standard columns, and what waits by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from finmodel.analysis.review.material import Material
from finmodel.inputs.green_allocations import Allocation
from finmodel.inputs.impact_indicators import CATEGORIES
from finmodel.inputs.text import in_words, label_of
from finmodel.review import Cell, ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["allocation_tables"]

_NOTHING = 1e-9


def allocation_tables(m: Material) -> Iterator[ReviewTable]:
    """Instruments, allocations, and what is not allocated; of an annual report, up to its year."""
    yield ReviewTable("instruments", "Instruments", _INSTRUMENTS, [*_instruments(m)])
    yield ReviewTable("allocation", "Allocation of proceeds", _ALLOCATION, [*_allocations(m)])
    yield ReviewTable("unallocated", "Proceeds not allocated", _UNALLOCATED, [*_unallocated(m)], _WAITING)


def words(key: str, label: str) -> ReviewColumn:
    """A column of words."""
    return ReviewColumn(key, label, holds_words=True)


_ALL = "All allocations"
_WAITING = "At the end of each calendar year; proceeds wait where management of proceeds says."
_INSTRUMENTS = (
    words("instrument", "Instrument"),
    ReviewColumn("proceeds_from", "Proceeds from", Unit.DATE),
    ReviewColumn("proceeds", "Proceeds", Unit.MONEY),
    ReviewColumn("allocated", "Allocated", Unit.MONEY),
    ReviewColumn("allocated_share", "Share of proceeds allocated", Unit.SHARE),
    ReviewColumn("refinanced_share", "Refinancing, of what is allocated", Unit.SHARE),
    ReviewColumn("allocate_by", "To be allocated by", Unit.DATE),
)
_ALLOCATION = (
    words("allocation", "Allocation"),
    words("instrument", "Instrument"),
    words("project", "Project"),
    words("category", "Category"),
    words("taxonomy", "Taxonomy code"),
    words("sdgs", "SDG"),
    words("location", "Location"),
    ReviewColumn("signed_amount", "Signed amount", Unit.MONEY),
    ReviewColumn("total_cost", "Total cost of the project", Unit.MONEY),
    ReviewColumn("issuer_share", "Share of the issuer", Unit.SHARE),
    ReviewColumn("eligible_share", "Eligible share", Unit.SHARE),
    ReviewColumn("allocated", "Allocated", Unit.MONEY),
    ReviewColumn("refinanced", "Of which refinancing", Unit.MONEY),
    ReviewColumn("refinanced_share", "Of which refinancing, share", Unit.SHARE),
    ReviewColumn("year", "Year of allocation", Unit.CALENDAR_YEAR),
    words("state", "Planned or made"),
    ReviewColumn("lifetime_years", "Lifetime, years", Unit.YEARS),
)
_AMOUNT = [column.key for column in _ALLOCATION].index("allocated")
"""The position of the amount; of which refinancing, and its share, follow it."""
_UNALLOCATED = (
    words("instrument", "Instrument"),
    ReviewColumn("year", "Year", Unit.CALENDAR_YEAR),
    ReviewColumn("received", "Proceeds received", Unit.MONEY),
    ReviewColumn("allocated", "Allocated", Unit.MONEY),
    ReviewColumn("unallocated", "Not allocated at the end of the year", Unit.MONEY),
    words("placement", "Where it waits"),
)


def _instruments(m: Material) -> Iterator[ReviewRow]:
    lines = ("proceeds_from", "proceeds_total", "allocated_in_all", "allocated_share", "refinanced_share_of_all",
             "allocate_by")  # fmt: skip
    for name in m.instruments:
        yield ReviewRow((m.instrument_label(name), *(m.of_proceeds(name, line) for line in lines)))


def _allocations(m: Material) -> Iterator[ReviewRow]:
    amounts = []
    for name, one in m.green.allocations.items():
        if m.year is None or one.year.number <= m.year:
            row = _allocation(m, name, one)
            amounts.append((row.cells[_AMOUNT], row.cells[_AMOUNT + 1]))
            yield row
    if amounts:
        all_of, old = (sum(value for value in each if isinstance(value, float)) for each in zip(*amounts, strict=True))
        shown: dict[int, Cell] = {0: _ALL, _AMOUNT: all_of, _AMOUNT + 1: old}
        if all_of:
            shown[_AMOUNT + 2] = old / all_of
        yield ReviewRow(tuple(shown.get(place) for place in range(len(_ALLOCATION))), kind="total")


def _allocation(m: Material, name: str, one: Allocation) -> ReviewRow:
    terms = m.green.projects[one.project]
    amount = sum(value or 0.0 for value in m.results.series.get(f"{name}.allocated", ()))
    refinanced = terms.refinanced_share.number
    return ReviewRow(
        (
            name,
            m.instrument_label(one.instrument),
            m.label(one.project),
            CATEGORIES[terms.category],
            ", ".join(f"{taxonomy.upper()} {code}" for taxonomy, code in terms.taxonomy.items()),
            ", ".join(map(str, terms.sdgs)),
            terms.location or "",
            terms.signed_amount.number,
            terms.total_cost.number,
            terms.signed_amount.number / terms.total_cost.number if terms.total_cost.number else None,
            terms.eligible_share.number,
            amount,
            amount * refinanced,
            refinanced,
            one.year.number,
            in_words(one.state),
            terms.lifetime_years.number,
        )
    )


def _unallocated(m: Material) -> Iterator[ReviewRow]:
    for name in m.instruments:
        received, allocated = (m.in_years(f"proceeds_of_{name}.{line}") for line in ("received", "allocated"))
        waits = m.at_year_ends(f"proceeds_of_{name}.unallocated")
        for year in _told(received, allocated, waits, m.year):
            waiting = waits.get(year, 0.0)
            placed = _placements(m) if waiting > _NOTHING else ""
            amounts = (received.get(year, 0.0), allocated.get(year, 0.0), waiting)
            yield ReviewRow((m.instrument_label(name), float(year), *amounts, placed))


def _told(
    received: dict[int, float], allocated: dict[int, float], waits: dict[int, float], last: int | None
) -> Iterable[int]:
    """From the first year in which anything comes in to the last in which anything moves or waits."""
    busy = [year for found in (received, allocated, waits) for year, value in found.items() if abs(value) > _NOTHING]
    if not busy:
        return ()
    return range(min(busy), min(max(busy), max(busy) if last is None else last) + 1)


def _placements(m: Material) -> str:
    placed = m.green.management.placements
    told = ((label_of(name, one), one.share.number) for name, one in placed.items())
    return "; ".join(f"{label} {share * 100:g} %" for label, share in told)
