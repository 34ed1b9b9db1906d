"""Tables by calendar year, of the lines that say which table they stand in and what stands for a year of them."""

from __future__ import annotations

from finmodel.results import RecordRow, RecordTable, Results
from finmodel.yearly import Gather, by_year, years

__all__ = ["yearly_tables"]


def yearly_tables(results: Results) -> dict[str, RecordTable]:
    """Every table by year that the lines of a model ask for with the tags ``table`` and ``gather``, by its key."""
    rows: dict[str, list[RecordRow]] = {}
    for line in results.graph.lines.values():
        if "gather" in line.tags:
            values = by_year(results.series[line.name], results.periods, Gather(line.tags["gather"]))
            row = RecordRow(line.name, line.full_label, line.unit, values, is_total="total" in line.tags)
            rows.setdefault(line.tags["table"], []).append(row)
    columns = tuple(map(str, years(results.periods)))
    return {key: RecordTable(key, columns, tuple(found)) for key, found in rows.items()}
