"""The names of inputs: which name each figure of a case has in formulas, and names that clash."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from finmodel.errors import Problem
from finmodel.inputs.block import Block
from finmodel.inputs.declarations import Declaration, Kind, declarations, has_figures
from finmodel.inputs.document import Document, dotted
from finmodel.inputs.figure import Figure, FigureSpec
from finmodel.inputs.trouble import Path

__all__ = ["RESERVED", "Named", "instance_names", "name_problems", "named_figures"]

_MODEL = ("capitalised_financing", "sizing_base", "sizing_downside", "tax_actual", "tax_unlevered")
_REFINANCING = ("sizing_refinancing", "refinancing_tax_before", "refinancing_tax_after")
_PUBLIC_SIDE = (
    "termination_authority", "termination_voluntary", "termination_private", "termination_force_majeure",
    "termination_corruption", "public_comparator", "public_comparator_lower", "public_comparator_higher",
)  # fmt: skip
_ECONOMICS = (
    "appraisal", "appraisal_lower", "appraisal_higher", "economic_other", "economic_payments", "economic_guarantors",
    "economic_tax", "economic_vat", "economic_grants",
)  # fmt: skip
RESERVED = frozenset(
    {
        "base",
        "case",
        "inputs",
        "party",
        "scenarios",
        "standby_facility",
        "vat_facility",
        *_MODEL,
        *(f"{name}_tax" for name in _MODEL),
        *_ECONOMICS,
        *_PUBLIC_SIDE,
        *_REFINANCING,
    }
)
"""Words that lines and documents use for themselves, and the instances that the model makes of its own."""
_BEGINNINGS = ("party_", "rank_", "financed_", "proceeds_of_", "impact_of_")
"""What the model's instances for each party and each rank of debt begin with."""
_ENDINGS = ("_at_issue", "_at_other_yields", "_dac", "_imf", "_market", "_to_fund")
"""What the model's instances for an item of a case end with, after the name of the item."""


@dataclass(frozen=True, slots=True)
class Named:
    """A figure with its name in formulas, e.g. ``luminaires.unit_cost``, and its path in the case file."""

    instance: str
    field: str
    path: Path
    figure: Figure
    spec: FigureSpec

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.instance}.{self.field}" if self.instance else self.field

    @property
    def group(self) -> str:
        """The heading of the case file under which it stands."""
        return str(self.path[0])


def named_figures(case: Block) -> list[Named]:
    """Every figure that a case has, defaults included, in the order of declaration."""
    return list(_below(case, (), "", ""))


def _below(block: Block, path: Path, instance: str, prefix: str) -> Iterator[Named]:
    for name, declared in declarations(type(block)).items():
        value, here = getattr(block, name), (*path, name)
        if value is None or declared.kind is Kind.WORD:
            continue
        if declared.kind is Kind.BLOCK:
            yield from _below(value, here, instance, f"{prefix}{name}_" if path else "")
        elif declared.kind is Kind.BLOCKS:
            for key, item in value.items():
                yield from _below(item, (*here, key), f"{instance}_{key}" if instance else key, "")
        elif declared.spec is not None:
            yield from _figures(declared, value, here, instance, prefix + name)


def _figures(found: Declaration, value: Any, path: Path, instance: str, field: str) -> Iterator[Named]:
    assert found.spec is not None
    if isinstance(value, Figure):
        yield Named(instance, field, path, value, found.spec)
    elif isinstance(value, Mapping):
        for key, figure in value.items():
            yield Named(instance, f"{field}_{key}", (*path, key), figure, found.spec)


def _instances(block: Block, path: Path = (), instance: str = "") -> Iterator[tuple[str, Path]]:
    """The name of every instance that holds figures, with its path."""
    for name, declared in declarations(type(block)).items():
        value, here = getattr(block, name), (*path, name)
        if declared.kind is Kind.BLOCK and value is not None:
            yield from _instances(value, here, instance)
        elif declared.kind is Kind.BLOCKS and value is not None:
            for key, item in value.items():
                full = f"{instance}_{key}" if instance else key
                if has_figures(type(item)):
                    yield full, (*here, key)
                yield from _instances(item, (*here, key), full)


def instance_names(case: Block) -> list[str]:
    """The name of every instance that holds figures, as often as it is given."""
    return [name for name, _ in _instances(case)]


def name_problems(case: Block, document: Document) -> Iterator[Problem]:
    """Instance names that occur twice or mean something else already, and figures whose names coincide."""
    if not case.in_formulas:
        return
    figures = named_figures(case)
    taken = {named.name for named in figures if not named.instance} | RESERVED | set(declarations(type(case)))
    first: dict[str, Path] = {}
    for name, path in _instances(case):
        if name in first:
            earlier = document.problem(first[name], "", "", at_key=True)
            what = f"the name {name} is taken by {earlier.key} on line {earlier.line}"
            yield document.problem(path, what, "choose another name", at_key=True)
        elif name in taken:
            what = f"the name {name} has a meaning of its own in every case"
            yield document.problem(path, what, f"choose another name, such as {name}_item", at_key=True)
        first.setdefault(name, path)
    for name, path in first.items():
        for what in _made(name, first):
            yield document.problem(path, what, "choose another name", at_key=True)
    seen: dict[str, Path] = {}
    for named in figures:
        owner = first.get(named.instance, ())
        if named.path[: len(owner)] != owner:
            continue
        if named.name in seen:
            what = f"has the name {named.name} in formulas, as {dotted(seen[named.name])} has"
            yield document.problem(named.path, what, "rename one of the two", at_key=True)
        seen.setdefault(named.name, named.path)


def _made(name: str, stated: Container[str]) -> Iterator[str]:
    """What is wrong with a name that the model may make itself, for a party, a rank or another item."""
    for beginning in _BEGINNINGS:
        if name.startswith(beginning):
            yield f"the name {name} begins with {beginning}, as the model's own names do"
    for ending in _ENDINGS:
        item = name.removesuffix(ending)
        if item != name and item in stated:
            yield f"the name {name} is what the model may call something that belongs to {item}"
