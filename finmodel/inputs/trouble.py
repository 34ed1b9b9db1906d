"""What is wrong inside one value, before it is known where the value stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from finmodel.inputs.number import shown

__all__ = ["Path", "Trouble", "nearest", "not_there", "unknown"]

Path = tuple[str | int, ...]
"""Keys and list positions (from 0) that lead to a value."""


class Trouble(NamedTuple):
    """Where below the value, what is wrong, what to do, and whether it is the key that is wrong."""

    path: Path
    what: str
    remedy: str
    at_key: bool = False


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word most like a wrong one, capitals, spaces and hyphens aside; or nothing."""
    plain = {word.lower(): word for word in known}
    asked = wrong.strip().lower().replace("-", "_").replace(" ", "_")
    near = difflib.get_close_matches(asked, list(plain), n=1, cutoff=0.65)
    return plain[near[0]] if near else ""


def unknown(asked: object, known: Sequence[str]) -> tuple[str, str]:
    """What to say of a word that is not one of those known: what is wrong, and what to do."""
    if asked is None:
        return "has no value", f"write one of: {', '.join(known)}"
    near = nearest(str(asked), known)
    if near:
        return f"{shown(asked)} is not one of: {', '.join(known)}", f"did you mean {near}?"
    return f"{shown(asked)} is not known here", f"write one of: {', '.join(known) or 'there is none'}"


def not_there(asked: str, known: Sequence[str], heading: str) -> tuple[str, str]:
    """What to say of a name that nothing under a heading of the case has: what is wrong, and what to do."""
    near = nearest(asked, known)
    what = f"there is no {asked} under {heading}"
    return what, f"did you mean {near}?" if near else f"add it there, or write one of: {', '.join(known) or 'none yet'}"
