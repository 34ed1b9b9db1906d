"""Facts in words: what documents state beside numbers, each with its source and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Fact"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what it is about, what is said, its source, the date of that source, and its status."""

    label: str
    text: str
    source: str = ""
    as_of: str = ""
    status: str = "unverified"
    """``seen``, ``derived``, ``assumption`` or ``unverified``, as for numbers."""
