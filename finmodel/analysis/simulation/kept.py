"""What is kept of every scenario: key results, flags, present values, costs by year, and lines by period for fans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.asked import key_lines
from finmodel.engines.numpy_engine import Batch
from finmodel.expr.graph import Graph
from finmodel.model.parties import COMPANY
from finmodel.results import Results
from finmodel.yearly import years

__all__ = ["CHECKS", "DEFAULT", "FANS", "LOCK_UP", "CostLine", "Kept", "kept_lines", "kept_values"]

Array = NDArray[np.float64]
Found = dict[str, NDArray[Any]]

DEFAULT, LOCK_UP, CHECKS = "default", "lock_up", "check_fails"
_FLAGS = {DEFAULT: "default_periods", LOCK_UP: "lockup_periods_count"}
FANS = ("cfads", "dscr")
_DISCOUNT, _BUDGET, _NET = "project_discount_factor", "fiscal_discount_factor", "company_net"
_STATE = ("authority", "state_budget")
"""Who pays out of a budget."""


@dataclass(frozen=True, slots=True)
class CostLine:
    """A line by period that says what a guarantee or a revenue guarantee costs whoever gave it."""

    name: str
    kind: str
    label: str
    payer: str
    line: str
    discount: str = _DISCOUNT
    """The line of the discount factor at which its present value is taken."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which lines are read in every scenario, and what is kept of them."""

    kpis: Mapping[str, str]
    """The line of each key result, by its name."""
    flags: Mapping[str, str]
    """The line that counts the periods in which something happens, by the name of the flag."""
    checks: tuple[str, ...]
    """Integrity checks."""
    tolerance: float
    parties: Mapping[str, str]
    """The line of each party's present value; the company's, by period, is discounted here."""
    owed: tuple[str, ...]
    """What lenders are owed at the end of each period: balances of loans, and interest in arrears."""
    costs: tuple[CostLine, ...]
    years: tuple[tuple[int, tuple[int, ...]], ...]
    """Each calendar year with the periods that end in it."""
    fans: tuple[str, ...]

    @property
    def outputs(self) -> tuple[str, ...]:
        """All lines that an engine has to compute."""
        costs = (cost.line for cost in self.costs)
        single = (*self.kpis.values(), *self.flags.values(), *self.checks, *self.parties.values())
        return tuple(dict.fromkeys((*single, *costs, *self.owed, *self.fans, *self._discounts, _DISCOUNT)))

    @property
    def _discounts(self) -> Iterable[str]:
        return (cost.discount for cost in self.costs)


def kept_lines(results: Results) -> Kept:
    """What is kept of the scenarios of a case."""
    graph = results.graph
    parties = {line.instance.removeprefix("party_"): line.name for line in graph.tagged(party="present_value")}
    given = results.inputs.entries.get("tolerance")
    tolerance = given.value if given else results.values.get("tolerance")
    return Kept(
        kpis={name: line.name for name, line in key_lines(graph).items()},
        flags=_FLAGS,
        checks=tuple(line.name for line in graph.tagged(check="integrity")),
        tolerance=tolerance if isinstance(tolerance, float) else 1e-6,
        parties={**parties, COMPANY: _NET},
        owed=tuple(line.name for line in (*graph.tagged(chart="debt"), *graph.tagged(arrears="interest"))),
        costs=tuple(_costs(graph)),
        years=tuple((year, tuple(places)) for year, places in years(results.periods).items()),
        fans=FANS,
    )


def _costs(graph: Graph) -> Iterator[CostLine]:
    """What every guarantee pays to lenders, and what every revenue guarantee tops up, when it is paid.

    Present values are at the budget's rate where the case states one and the State pays, else at the project's.
    """
    for line in graph.tagged(guarantee="drawn_total"):
        name = line.instance
        yield CostLine(name, "guarantee", line.instance_label, _payer(graph, name), f"{name}.paid")
    budget = _BUDGET if _BUDGET in graph.lines else _DISCOUNT
    for name in dict.fromkeys(line.tags["topup"] for line in graph.lines.values() if "topup" in line.tags):
        line = graph.lines[f"{name}.received"]
        rate = budget if line.tags["payer"] in _STATE else _DISCOUNT
        yield CostLine(name, "revenue_guarantee", line.instance_label, line.tags["payer"], line.name, rate)


def _payer(graph: Graph, guarantee: str) -> str:
    """Who gave a guarantee: whoever receives its fees, or pays under it."""
    for line in graph.lines.values():
        if line.instance == guarantee and line.tags.get("guarantee") == "fee":
            return line.tags["payee"]
    return ""


def kept_values(kept: Kept, batch: Batch) -> Found:
    """What is kept of a batch, by name; the last axis is the scenario."""
    count, lines = batch.scenarios, batch.lines
    discount = lines[_DISCOUNT]
    found: Found = {f"kpi:{name}": _wide(lines[line], count) for name, line in kept.kpis.items()}
    for name, line in kept.flags.items():
        found[f"flag:{name}"] = _wide(lines[line], count) > 0
    found[f"flag:{CHECKS}"] = _failing(kept, batch)
    for party, line in kept.parties.items():
        values = lines[line]
        found[f"party:{party}"] = _wide(values if values.ndim == 1 else (values * discount).sum(axis=0), count)
    for cost in kept.costs:
        paid = _wide(lines[cost.line], count)
        yearly = np.stack([paid[list(places)].sum(axis=0) for _, places in kept.years])
        found[f"cost:{cost.name}"] = yearly.astype(np.float32)
        found[f"worth:{cost.name}"] = (paid * lines[cost.discount]).sum(axis=0)
    left = sum((lines[line][-1] for line in kept.owed), np.zeros(1))
    found["unpaid"] = _wide(np.where(left > kept.tolerance, left * discount[-1], 0.0), count)
    for line in kept.fans:
        found[f"line:{line}"] = _wide(lines[line], count).astype(np.float32)
    return found


def _failing(kept: Kept, batch: Batch) -> NDArray[np.bool_]:
    """Where any integrity check does not hold; one without a value does not."""
    failing = np.zeros(batch.scenarios, bool)
    for name in kept.checks:
        failing |= ~(np.abs(batch.lines[name]) <= kept.tolerance)
    return failing


def _wide(values: Array, count: int) -> Array:
    """One column a scenario, also where all are alike."""
    return np.array(np.broadcast_to(values, (*values.shape[:-1], count)))
