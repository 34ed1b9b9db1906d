"""The pool as tables: its members beside each other and the pool, and what it needs by each date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from finmodel.model.pooling.member import PREFIX
from finmodel.results import RecordRow, RecordTable, Results

__all__ = ["pool_tables"]

_POOL = "pool"
"""The column of all members together."""


def pool_tables(results: Results) -> dict[str, RecordTable]:
    """Members and dates of capital need; nothing where a case joins nothing."""
    members = _instances(results, "pool_member", "pool_unassigned")
    dates = _instances(results, "pool_date")
    found = []
    if members:
        columns = (*members, _POOL)
        found.append(RecordTable("pool_members", columns, tuple(_rows(results, members)), by="member"))
    if dates:
        found.append(RecordTable("pool_dates", dates, tuple(_rows(results, dates)), by="date"))
    return {table.key: table for table in found}


def _instances(results: Results, *sections: str) -> tuple[str, ...]:
    """The instances of these sections, in their order."""
    lines = results.graph.lines.values()
    return tuple(dict.fromkeys(line.instance for line in lines if line.instance and line.section in sections))


def _rows(results: Results, instances: Sequence[str]) -> Iterator[RecordRow]:
    """A row for every value that the first instance has, with that of all others and, for members, of the pool."""
    first = instances[0]
    together = first.startswith(PREFIX) and f"{first}.member_net" in results.graph.lines
    for line in results.graph.lines.values():
        if line.instance != first or line.name not in results.values:
            continue
        own = line.name.removeprefix(f"{first}.")
        values = [results.values.get(f"{instance}.{own}") for instance in instances]
        if together:
            values.append(results.values.get(own.replace("member_", PREFIX)))
        yield RecordRow(line.name, line.label, line.unit, tuple(values))
