"""What is asked of a sensitivity: what the heading states, what is derived where it is silent, and the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from finmodel.errors import UsageError
from finmodel.inputs.declarations import blocks_of
from finmodel.inputs.document import dotted
from finmodel.inputs.reader import scalar
from finmodel.inputs.sensitivity import BreakEvenTerms, MoveTerms, Sensitivity, TwoWayTerms, move_figures, move_of
from finmodel.inputs.sensitivity_defaults import default_moves
from finmodel.inputs.sensitivity_moves import Move
from finmodel.inputs.text import Text

__all__ = ["Asked", "Words", "asked_break_even", "asked_move", "asked_of"]

_MOVE = re.compile(r"(?P<figures>.+?)\s*(?P<sign>\*=|\+=|=)(?P<low>.+?)\.\.(?P<high>.+)")
_WAYS = {"*=": "times", "+=": "add", "=": "to"}
_QUESTION = re.compile(
    r"(?P<what>\S+)\s+(?:(?P<until>lock_up|default)|(?P<kpi>[a-z][\w.]*)\s*(?P<sign>[=<>])\s*(?P<value>.+))"
)
_RELATIONS = {"=": "equals", "<": "below", ">": "above"}


@dataclass(frozen=True, slots=True)
class Words:
    """What the command line asks for, as it is written; each part takes the place of the same part of the heading."""

    kpis: Sequence[str] = ()
    moves: Sequence[str] = ()
    two_way: Sequence[tuple[str, str]] = ()
    break_even: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with all that is asked of it under ``sensitivity``, and the moves that are looked at one by one."""

    case: Any
    moves: tuple[Move, ...]
    known: Mapping[str, Move]
    """All moves that tables and questions may name."""
    derived: bool
    """Whether the moves looked at are derived, for neither case nor command line names any."""

    @property
    def terms(self) -> Sensitivity:
        """What is asked, in the words of the heading."""
        terms: Sensitivity = self.case.sensitivity
        return terms


def asked_of(case: Any, words: Words) -> Asked:
    """What is asked of a case; ``UsageError`` with everything wrong with the words of the command line."""
    stated, derived = case.sensitivity.moves, {}
    if not stated:
        derived = {move.name: move for move in default_moves(case)}
    written = dict(map(_named, words.moves))
    moves = {**stated, **{name: _terms(move) for name, move in derived.items()}, **written}
    terms = case.sensitivity.model_copy(
        update={
            "moves": moves,
            **({"kpis": list(words.kpis)} if words.kpis else {}),
            **({"two_way": [TwoWayTerms(rows=r, columns=c) for r, c in words.two_way]} if words.two_way else {}),
            **({"break_even": [asked_break_even(q, moves) for q in words.break_even]} if words.break_even else {}),
        }
    )
    asked = _checked(case, terms)
    known = {name: derived.get(name) or _move(asked, name, move) for name, move in moves.items()}
    chosen = written or stated or derived
    return Asked(asked, tuple(known[name] for name in chosen), known, derived=not written and not stated)


def _terms(move: Move) -> MoveTerms:
    ways: dict[str, Any] = {move.way: list(move.ends)}
    return MoveTerms(label=move.label, figures=list(move.figures), **ways)


def _move(case: Any, name: str, terms: MoveTerms) -> Move:
    """A move; one that is written as a path has the label of its figure, or its path where there are several."""
    move = move_of(case, name, terms)
    if terms.label is not None or (name in case.sensitivity.moves and "." not in name):
        return move
    figures = move_figures(case, terms)
    return replace(move, label=Text(figures[0].spec.label if len(figures) == 1 else name), derived=len(figures) == 1)


def _named(text: str) -> tuple[str, MoveTerms]:
    terms = asked_move(text)
    return terms.figures[0], terms


def asked_move(text: str) -> MoveTerms:
    """The move that ``PATH=low..high`` (set), ``PATH+=low..high`` (added) or ``PATH*=low..high`` (factors) asks for."""
    found = _MOVE.fullmatch(text.strip())
    if found is None:
        raise UsageError(
            f"--move {text!r} is no move; write PATH=low..high, PATH+=low..high or PATH*=low..high, "
            "such as 'revenue.tickets.tariff*=0.9..1.1'."
        )
    ways: dict[str, Any] = {_WAYS[found["sign"]]: [scalar(found[end].strip()) for end in ("low", "high")]}
    return MoveTerms(figures=[found["figures"]], **ways)


def asked_break_even(text: str, moves: Iterable[str]) -> BreakEvenTerms:
    """The question that ``'MOVE kpi=15 %'``, ``<``, ``>``, ``'MOVE lock_up'`` or ``'MOVE default'`` asks."""
    found = _QUESTION.fullmatch(text.strip())
    if found is None:
        raise UsageError(
            f"--break-even {text!r} is no question; write a move or a path and what is to be reached, such as "
            "'revenue.tickets.tariff equity_irr=15 %', 'timing.delay_months lock_up' or 'demand dscr_minimum<1.1'."
        )
    which: dict[str, Any] = {"move" if found["what"] in {*moves} else "figure": found["what"]}
    if found["until"]:
        return BreakEvenTerms(**which | {"until": found["until"]})
    relation: dict[str, Any] = {_RELATIONS[found["sign"]]: scalar(found["value"].strip())}
    return BreakEvenTerms(**which, kpi=found["kpi"], **relation)


def _checked(case: Any, terms: Sensitivity) -> Any:
    """The case with what is asked as its heading."""
    changed = case.model_copy(update={"sensitivity": terms})
    problems = [
        f"{dotted((*path, *below))}: {what}; {remedy}"
        for path, block in blocks_of(terms)
        for below, what, remedy in block.inconsistencies(changed)
    ]
    if problems:
        raise UsageError("\n".join(problems))
    return changed
