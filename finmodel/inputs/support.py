"""Instruments of support in a case, and what each of its inputs would be without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from finmodel.inputs.table import InputTable
from finmodel.inputs.text import label_of

__all__ = ["REVENUE_GUARANTEES", "Instrument", "instruments", "revenue_guarantees"]

REVENUE_GUARANTEES = "revenue_guarantees"

Value = float | tuple[float, ...]

_PRICES = (
    "margin", "pik_margin", "step_up_rate", "upfront_fee_rate", "commitment_fee_rate", "agency_fee_amount",
)  # fmt: skip
"""What a loan costs beside its base rate: nothing, where the base rate is the market's price, all in."""
_GRANTED = {"interest_subsidy": ("rate",)}
"""The figure that is 0 without a grant, by its type; of the others it is the share paid, of a signed deal too."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: where it stands, who gives it, and the inputs that change when it is taken away."""

    name: str
    heading: str
    """``facilities``, ``grants``, ``guarantees`` or ``revenue_guarantees``."""
    type: str
    label: str
    provider: str
    without: Mapping[str, Value]


def instruments(case: Any, table: InputTable) -> tuple[Instrument, ...]:
    """Every loan with a market price beside its own, every grant and every guarantee, in the order of the case."""
    return (*_loans(case, table), *_grants(case, table), *_guarantees(case, table))


def revenue_guarantees(case: Any, table: InputTable) -> tuple[Instrument, ...]:
    """Every minimum revenue guarantee; without it no floor is paid, and what is above the forecast is still shared."""
    found = []
    for name, terms in case.revenue_guarantees.items():
        changes: dict[str, Value] = {}
        for floor in terms.floors:
            changes |= _filled(table, f"{name}_{floor}.share", 0.0)
        if changes:
            label = label_of(name, terms)
            found.append(Instrument(name, REVENUE_GUARANTEES, "revenue_guarantee", label, terms.guarantor, changes))
    return tuple(found)


def _loans(case: Any, table: InputTable) -> Iterator[Instrument]:
    """A loan without its concession costs what the market asks."""
    for name, loan in case.facilities.items():
        if loan.market_rate is None:
            continue
        market = _stated(table, f"{name}.market_rate")[1]
        changes = _filled(table, f"{name}.base_rate", market)
        for key in _PRICES:
            changes |= _filled(table, f"{name}.{key}", 0.0)
        yield Instrument(name, "facilities", loan.type, loan.label or name.capitalize(), loan.lender, changes)


def _grants(case: Any, table: InputTable) -> Iterator[Instrument]:
    for name, grant in case.grants.items():
        yield _zeroed(name, "grants", grant, grant.givers[0], _GRANTED.get(grant.type, ("paid_share",)), table)


def _guarantees(case: Any, table: InputTable) -> Iterator[Instrument]:
    for name, terms in case.guarantees.items():
        yield _zeroed(name, "guarantees", terms, terms.guarantor, ("coverage",), table)


def _zeroed(name: str, heading: str, block: Any, provider: str, keys: Iterable[str], table: InputTable) -> Instrument:
    changes: dict[str, Value] = {}
    for key in keys:
        changes |= _filled(table, f"{name}.{key}", 0.0)
    label = label_of(name, block)
    return Instrument(name, heading, block.type, label, provider, changes)


def _stated(table: InputTable, name: str) -> tuple[str, Value | None]:
    """The input of a figure, which has a name of its own where it is given by year; its value if there is one."""
    for full in (name, f"{name}_by_year"):
        if full in table.entries:
            return full, table[full].value
    return name, None


def _filled(table: InputTable, name: str, value: Value | None) -> dict[str, Value]:
    """The input with the value, in the form in which the case gives it; nothing where the case has no such figure."""
    full, standing = _stated(table, name)
    if standing is None or value is None:
        return {}
    if isinstance(standing, tuple) and not isinstance(value, tuple):
        return {full: (value,) * len(standing)}
    return {full: value}
