"""Green tables together: those of a case that have rows, by their keys, for documents, reviews and programs."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.analysis.green.allocation_tables import allocation_tables
from finmodel.analysis.green.impact_tables import impact_tables
from finmodel.analysis.green.source import GreenSource, HasProceeds
from finmodel.results import Results
from finmodel.review import ReviewTable

__all__ = ["green_tables"]


def green_tables(case: HasProceeds, results: Results, *, year: int | None = None) -> Mapping[str, ReviewTable]:
    """``instruments``, ``allocation``, ``unallocated``, ``projects``, ``impact``, ``impact_totals``.

    Those that have rows; nothing without the heading ``green``. With a year, as they are at its end.
    """
    if case.green is None:
        return {}
    source = GreenSource(case, case.green, results, year)
    found = (*allocation_tables(source), *impact_tables(source))
    return {table.key: table for table in found if table.rows}
