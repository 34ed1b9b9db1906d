"""Value for money as a table: the elements of the comparison, at the public sector's rate and a step to either side."""

from __future__ import annotations

from finmodel.results import RecordRow, RecordTable, Results

__all__ = ["comparison_table"]

_MAIN = "public_comparator"
"""The comparison at the public sector's own rate, whose lines name the rows."""


def comparison_table(results: Results) -> RecordTable | None:
    """The comparison at three rates, the lower first; nothing where a case states no value for money."""
    lines = [line for line in results.graph.lines.values() if "comparison" in line.tags]
    columns = dict.fromkeys((line.instance, line.instance_label) for line in lines)
    rows = []
    for line in lines:
        if line.instance == _MAIN:
            own = line.name.removeprefix(f"{_MAIN}.")
            values = tuple(results.values[f"{instance}.{own}"] for instance, _ in columns)
            rows.append(RecordRow(line.name, line.label, line.unit, values, is_total="total" in line.tags))
    if not rows:
        return None
    return RecordTable("value_for_money", tuple(label for _, label in columns), tuple(rows), by="rate")
