"""Names of parties: who pays the company and whom it pays; the company itself is none of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.declarations import blocks_of, declarations

__all__ = ["party_name_problems"]

_PARTIES = {
    "supplier",
    "payer",
    "lender",
    "guarantor",
    "grantor",
    "adviser",
    "counterparty",
    "payee",
    "gain_payee",
    "holder",
    "account_bank",
    "verifier",
    "returned_to",
    "provider",
    "intermediary",
}
"""The keys under which a case names a party."""
_COMPANY = "company"


def party_name_problems(case: Any) -> Iterator[Inconsistency]:
    """Parties without a name, and the company where somebody else must stand."""
    for path, block in blocks_of(case):
        for key in declarations(type(block)):
            name = getattr(block, key) if key in _PARTIES else None
            if isinstance(name, str):
                yield from _problems((*path, key), name)
    for name in case.funding.shareholders if hasattr(case, "funding") else ():
        yield from _problems(("funding", "shareholders", name), name)


def _problems(path: tuple[str | int, ...], name: str) -> Iterator[Inconsistency]:
    if not name.strip():
        yield path, "names nobody", "give a name, such as lender_1, or take the key out"
    elif name == _COMPANY:
        yield path, "is the project company itself, which cannot pay itself", "name another party"
