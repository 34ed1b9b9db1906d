"""Pool: small projects joined into one deal, which items are each member's, and dates at which need is stated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.declarations import blocks_of, declarations
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["COMMON", "Member", "Pool", "PoolDate", "member_problems"]

COMMON = "common"
"""The name under which stands what belongs to no member."""


class Member(Block):
    """One entry under ``pool.members``; capital, operating and lifecycle items, phases, streams and grants name it."""

    label: Text | None = word("Name shown", default=None)


class PoolDate(Block):
    """One entry under ``pool.dates``."""

    label: Text | None = word("Name shown", default=None)
    year: Figure = figure(
        "Capital need is stated by the end of", Unit.CALENDAR_YEAR, minimum=1900, maximum=2200, whole=True
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A year in which no period ends."""
        grid = case.grid()
        first, last = (grid.period(number)[1].year for number in (1, grid.periods))
        if not first <= self.year.number <= last:
            yield ("year",), f"{self.year.number:.0f} is outside the model", f"give a year from {first} to {last}"


class Pool(Block):
    """The heading ``pool``; without it nothing is joined."""

    members: dict[InstanceName, Member] = word("Members")
    dates: dict[InstanceName, PoolDate] = word("Dates of capital need", default={})
    kept_months: Figure = figure(
        "Cash is kept for phases ahead of", Unit.MONTHS, default=0, minimum=0, maximum=240, whole=True,
        note="What phases of these months ask for is not distributed; 0: everything free is.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Fewer than two members, a name with a meaning, a member that has nothing, cash kept for nothing."""
        if len(self.members) < 2:
            yield ("members",), "names fewer than two", "name every project that is joined, two at least"
        if COMMON in self.members:
            what = "is the name of what belongs to no member"
            yield ("members", COMMON), what, "choose another name; items without member are common to all"
        named = {getattr(block, "member", None) for _, block in blocks_of(case)}
        for name in self.members:
            if name not in named | {COMMON}:
                yield (
                    ("members", name),
                    "has nothing of its own",
                    f"write member: {name} beside its items, or take it out",
                )
        if self.kept_months.number and not case.phases:
            yield ("kept_months",), "keeps cash for phases, and the case has none", "add phases, or take it out"


def member_problems(case: Any) -> Iterator[Inconsistency]:
    """Members that the pool does not have, and members without a pool."""
    known = tuple(case.pool.members) if case.pool else ()
    for path, block in blocks_of(case):
        name = getattr(block, "member", None) if "member" in declarations(type(block)) else None
        if name is not None and name not in known:
            if case.pool is None:
                yield (*path, "member"), "names a member, and the case has no pool", "add pool with its members"
            else:
                yield ((*path, "member"), *not_there(name, known, "pool.members"))
