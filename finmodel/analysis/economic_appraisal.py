"""The economic appraisal as tables of record: results by rate, benefits, conversion of prices, groups, emissions."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.line import Line
from finmodel.results import RecordRow, RecordTable, Results

__all__ = ["CONVERTED", "EMITTED", "appraisal_tables"]

_MAIN = "appraisal"
"""The appraisal at the social discount rate itself, whose lines name the rows."""
CONVERTED = ("real_present_value", "economic_factor", "economic_present_value")
"""What is told of each item of the financial model, by the line in its instance."""
EMITTED = ("baseline_a_year", "absolute_a_year", "avoided_a_year", "avoided_in_all")
"""What is told of each item of emissions, by the line in its instance."""


def appraisal_tables(results: Results) -> dict[str, RecordTable]:
    """Every table that a case asks for; none where it has neither an appraisal nor emissions."""
    graph = results.graph
    found = {
        "economics": _by_rate(results),
        "economic_benefits": _one_value(results, "economic_benefits", graph.tagged(benefit="present_value")),
        "economic_groups": _one_value(results, "economic_groups", graph.tagged(who_benefits="present_value")),
        "economic_conversion": _of_instances(
            results, "economic_conversion", (line.instance for line in graph.tagged(converted="economic")), CONVERTED
        ),
        "emissions": _of_instances(
            results, "emissions", (line.instance for line in graph.tagged(emissions="lifetime")), EMITTED
        ),
    }
    return {key: table for key, table in found.items() if table.rows}


def _by_rate(results: Results) -> RecordTable:
    lines = results.graph.lines
    columns = [line for line in lines.values() if line.tags.get("appraisal") == line.instance != ""]
    instances = dict.fromkeys((line.instance, line.instance_label) for line in columns)
    rows = []
    for line in columns:
        if line.instance == _MAIN:
            own = line.name.removeprefix(f"{_MAIN}.")
            values = tuple(results.values[f"{instance}.{own}"] for instance, _ in instances)
            rows.append(RecordRow(line.name, line.label, line.unit, values, is_total="total" in line.tags))
    return RecordTable("economics", tuple(label for _, label in instances), tuple(rows), by="rate")


def _one_value(results: Results, key: str, lines: Iterable[Line]) -> RecordTable:
    rows = tuple(RecordRow(line.name, line.full_label, line.unit, (results.values[line.name],)) for line in lines)
    return RecordTable(key, ("present_value",), rows, by="value")


def _of_instances(results: Results, key: str, instances: Iterable[str], tails: tuple[str, ...]) -> RecordTable:
    """A row for each instance, named by the last of its lines; a column for each line."""
    rows = []
    for instance in instances:
        line = results.graph.lines[f"{instance}.{tails[-1]}"]
        values = tuple(results.values[f"{instance}.{tail}"] for tail in tails)
        rows.append(RecordRow(line.name, line.full_label, line.unit, values))
    return RecordTable(key, tails, tuple(rows), by="value")
