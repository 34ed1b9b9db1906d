"""Which sheet a line stands on: small sections that are read together share one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from finmodel.expr.line import Line

__all__ = ["CHECKS", "PASSES", "PRESENTED_LAST", "RESERVED", "TIME", "in_reading_order", "sheet_title", "tidy"]

TIME = "Time"
PASSES = "Passes"
CHECKS = "Checks"

_SHARED: Mapping[str, str] = {
    "Inputs by year": "Inputs over time",
    "Capital expenditure": "Costs",
    "Operating expenditure": "Costs",
    "Lifecycle replacement": "Costs",
    "Tax depreciation": "Tax",
    "VAT": "Tax",
    "Debt service reserve": "Reserves",
    "Maintenance reserve": "Reserves",
    "Reserve interest": "Reserves",
    "Sizing": "Debt sizing",
    "Waterfall": "Waterfall",
    "Debt service": "Waterfall",
    "Cash sweep": "Waterfall",
    "Distributions": "Waterfall",
    "Price and yield": "Bond pricing",
    "Prepayments": "Loans",
    "Refinancing gain": "Loans",
    "Standby facility": "Loans",
    "Shareholder loan": "Equity",
    "Shareholders": "Equity",
    "Public side": "Fiscal commitments",
    "Ratios": "Ratios and returns",
    "Returns": "Ratios and returns",
    "Income statement": "Statements",
    "Cash-flow statement": "Statements",
    "Balance sheet": "Statements",
}
"""The sheet for a section's title; a title that is not here has a sheet of its own."""

_ORDER = (
    "Inputs over time", "Indexation", "Currencies", "Revenue", "Costs", "Working capital", "Tax", "Sources and uses",
    "Grants", "Loans", "Hedges", "Guarantees", "Debt sizing", "Reserves", "Waterfall", "Equity", "Ratios and returns",
    "Blended finance", "Termination", "Value for money", "Fiscal commitments", "Emissions",
    "Economic appraisal",
)  # fmt: skip
"""The reader's order of sheets: from what a project earns and costs to what lenders and sponsors get."""

PRESENTED_LAST = ("Parties", "Statements")
"""Sheets that stand after all other calculations."""

RESERVED = frozenset(
    {"Cover", "Summary", "Inputs", "Inputs by year", "Inputs by position", "Inputs by period", "Contract", "Map", "Log"}
)
"""Sheets that hold no lines."""

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\{}'", " "))
_LONGEST = 31


def sheet_title(line: Line) -> str:
    """The title of the sheet on which a line stands."""
    title = line.title or line.section
    title = _SHARED.get(title, title)
    return f"{title}: lines" if title in RESERVED else title


def in_reading_order(titles: Sequence[str]) -> list[str]:
    """Titles of sheets of lines in the order in which they are read; one that nobody ranked keeps its neighbour."""
    rank = {title: number for number, title in enumerate(_ORDER)}
    places: list[tuple[int, str]] = []
    for title in titles:
        before = places[-1][0] if places else -1
        places.append((rank.get(title, before), title))
    return [title for _, title in sorted(places, key=itemgetter(0))]


def tidy(name: str, taken: set[str]) -> str:
    """A sheet name that every spreadsheet accepts and that no other sheet has; it is added to ``taken``."""
    plain = " ".join(name.translate(_FORBIDDEN).split())[:_LONGEST] or "Sheet"
    found, number = plain, 1
    while found.casefold() in taken:
        number += 1
        found = f"{plain[: _LONGEST - 3]} {number}"
    taken.add(found.casefold())
    return found
