"""What is asked of a sensitivity on the command line, in the words of the heading: moves, tables, questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from finmodel.errors import UsageError
from finmodel.inputs.declarations import blocks_of
from finmodel.inputs.reader import read_text
from finmodel.inputs.sensitivity import BreakEvenTerms, MoveTerms, Sensitivity, TwoWayTerms
from finmodel.inputs.document import dotted

__all__ = ["asked_break_even", "asked_move", "asked_two_way", "with_asked"]

_MOVE = re.compile(r"(?P<figures>.+?)(?P<sign>\*=|\+=|=)(?P<low>.+?)\.\.(?P<high>.+)")
_WAYS = {"*=": "times", "+=": "add", "=": "to"}
_QUESTION = re.compile(r"(?P<what>\S+)\s+(?:(?P<until>lock_up|default)|(?P<kpi>[a-z][\w.]*)\s*(?P<sign>[=<>])\s*(?P<value>.+))")
_RELATIONS = {"=": "equals", "<": "below", ">": "above"}


def asked_move(text: str) -> MoveTerms:
    """The move that ``PATH=low..high`` (set), ``PATH+=low..high`` (added) or ``PATH*=low..high`` (factors) asks for."""
    found = _MOVE.fullmatch(text.strip())
    if found is None:
        raise UsageError(
            f"--move {text!r} is no move; write PATH=low..high, PATH+=low..high or PATH*=low..high, "
            "such as 'revenue.tickets.tariff*=0.9..1.1'."
        )
    ends = [_value(found[end], f"--move {text!r}") for end in ("low", "high")]
    return MoveTerms(figures=[found["figures"].strip()], **{_WAYS[found["sign"]]: ends})


def asked_two_way(rows: str, columns: str) -> TwoWayTerms:
    """The table of two moves."""
    return TwoWayTerms(rows=rows, columns=columns)


def asked_break_even(text: str, moves: Iterable[str]) -> BreakEvenTerms:
    """The question that ``'MOVE kpi=15 %'``, ``<``, ``>``, ``'MOVE lock_up'`` or ``'MOVE default'`` asks."""
    found = _QUESTION.fullmatch(text.strip())
    if found is None:
        raise UsageError(
            f"--break-even {text!r} is no question; write a move or a path and what is to be reached, such as "
            "'revenue.tickets.tariff equity_irr=15 %', 'timing.delay_months lock_up' or 'demand dscr_minimum<1.1'."
        )
    which = "move" if found["what"] in {*moves} else "figure"
    if found["until"]:
        return BreakEvenTerms(until=found["until"], **{which: found["what"]})
    value = _value(found["value"], f"--break-even {text!r}")
    return BreakEvenTerms(kpi=found["kpi"], **{_RELATIONS[found["sign"]]: value, which: found["what"]})


def _value(text: str, option: str) -> Any:
    document, problems = read_text(text.strip(), option)
    if problems:
        raise UsageError(f"{option}: {problems[0].what}; {problems[0].remedy}")
    return document.data


def with_asked(case: Any, asked: Sensitivity) -> Any:
    """The case with what is asked as its heading; ``UsageError`` with everything wrong with it."""
    changed = case.model_copy(update={"sensitivity": asked})
    problems = [
        f"{dotted((*path, *below))}: {what}; {remedy}"
        for path, block in blocks_of(asked)
        for below, what, remedy in block.inconsistencies(changed)
    ]
    if problems:
        raise UsageError("\n".join(problems))
    return changed
