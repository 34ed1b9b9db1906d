"""Bonds that stand alone, as data: a fixed bullet to begin with, changed by dotted path, modelled without an issuer."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.functions import month_end
from finmodel.expr.graph import build
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.inputs.block import Block, InstanceName
from finmodel.inputs.bonds import IssuedBond
from finmodel.inputs.curves import Curve
from finmodel.inputs.document import Document
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.flatten import flatten
from finmodel.inputs.validation import validated
from finmodel.model.assembly import Model, by_year_part
from finmodel.model.bond_parts import bond_parts
from finmodel.model.timing import timing
from finmodel.timeline import PERIOD_MONTHS, Grid
from finmodel.units import Unit

__all__ = ["ALONE", "alone", "alone_model", "bonds_of", "engine_of", "problems_with"]

ALONE: dict[str, Any] = {
    "issuance": {"issue_date": "2027-03-18", "period": "half_year"},
    "bonds": {
        "green": {
            "type": "green_bond",
            "maturity_date": "2032-03-18",
            "principal": 1000.0,
            "coupon": {"type": "fixed", "rate": 0.15},
        }
    },
}
"""1 000 at 15 %, half-yearly, five years from 18 March 2027."""

_TIME = ("counter", "months_elapsed", "period_start", "period_end", "days", "year_fraction", "calendar_year",
         "year_position")  # fmt: skip


class Terms(Block):
    """When the bonds are issued, and the length of a period."""

    issue_date: Figure = figure("Issue", Unit.DATE)
    period: str = word("Length of a period", default="half_year")
    account_bank: str = word("Who keeps accounts", default="account_bank")


class Alone(Block):
    """Bonds and curves without anything else."""

    issuance: Terms = word("Issuance")
    bonds: dict[InstanceName, IssuedBond] = word("Bonds")
    curves: dict[InstanceName, Curve] = word("Curves", default={})

    def grid(self) -> Grid:
        """Periods from the month of issue to that of the last maturity."""
        months = PERIOD_MONTHS[self.issuance.period]
        last = max(bond.last_month(self.issuance.issue_date) for bond in self.bonds.values())
        return Grid(self.issuance.issue_date.day.replace(day=1), months, int(last // months) + 1)


def bonds_of(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The data of the bonds, with each value of ``changes`` put at its dotted path."""
    data = copy.deepcopy(ALONE)
    for path, value in (changes or {}).items():
        *parents, key = path.split(".")
        place = data
        for parent in parents:
            place = place.setdefault(parent, {})
        place[key] = copy.deepcopy(value)
    return data


def problems_with(changes: Mapping[str, Any]) -> Sequence[str]:
    """What is wrong with such bonds, each as the text of a message."""
    _, problems = validated(Alone, Document("bonds", bonds_of(changes)))
    return [str(problem) for problem in problems]


def alone_model(changes: Mapping[str, Any] | None = None) -> Model:
    """The bonds as a model; the test fails with every problem of them."""
    case, problems = validated(Alone, Document("bonds", bonds_of(changes)))
    assert case is not None, "\n".join(map(str, problems))
    grid = case.grid()
    flat = flatten(case, grid)
    time = Section("time", "Time")
    time.definitions = [one for one in timing.definitions if one.name in _TIME]
    parts = [by_year_part(flat.by_year), time.part(_start), *bond_parts(case)]
    return Model(build(parts, flat.table.variables), flat.table, grid.periods, grid.period_months)


_start = Section("start", "Time")


@_start.scalar("Grid begins", Unit.DATE)
def start(m: Names) -> Node:
    """Any day of the month in which periods begin."""
    return month_end(m.issue_date, 0)


def engine_of(model: Model, **options: Any) -> NumpyEngine:
    """The engine for such a model."""
    return NumpyEngine(model.graph, model.periods, **options)


def alone(changes: Mapping[str, Any] | None = None) -> Batch:
    """Every line of such bonds."""
    model = alone_model(changes)
    return engine_of(model).run(model.inputs.values)
