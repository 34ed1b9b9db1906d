"""A portfolio over many scenarios: its tasks planned, done by whoever is asked, and summed up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.cluster import run_cluster
from finmodel.analysis.portfolio.common_factors import common_factors
from finmodel.analysis.portfolio.deals import Deal
from finmodel.analysis.portfolio.flows import pooled_flows
from finmodel.analysis.portfolio.gathered import Gathering, gathered
from finmodel.analysis.portfolio.ledger import Ledger, Task
from finmodel.analysis.portfolio.pool_simulation import simulation_of
from finmodel.analysis.portfolio.structures import tranche_sizes
from finmodel.analysis.portfolio.tasks import DealPlan, deal_plan, own_seed
from finmodel.analysis.portfolio.workers import Progress, Worked, run_here, run_ledger, run_processes
from finmodel.analysis.simulation.plan import plan_of
from finmodel.errors import UsageError
from finmodel.inputs.document import dotted
from finmodel.inputs.names import named_figures
from finmodel.inputs.portfolio_loader import LoadedPortfolio
from finmodel.inputs.uncertainty_stated import stated_uncertainty
from finmodel.pooled import Pooled

__all__ = ["PoolRun", "planned_deals", "simulated_pool"]

Shocks = Mapping[str, Mapping[str, float | tuple[float, ...]]]
METHOD = "random"
"""How a deal's own uncertainty is drawn: Sobol' points of several deals would go together."""


@dataclass(frozen=True, slots=True)
class PoolRun:
    """How a portfolio is run: how many scenarios of which seed, with which debt, by whom, and where work is kept."""

    scenarios: int
    seed: int = 1
    resize: bool = False
    jobs: int = 1
    cluster: str = ""
    """The address of a Dask scheduler; empty for this machine."""
    folder: Path = Path()
    resume: bool = False

    def work(self) -> Callable[[Mapping[str, DealPlan], Sequence[Task]], Worked]:
        """Who does the tasks."""
        if self.cluster:
            return run_cluster(self.cluster)
        return run_processes(self.jobs) if self.jobs > 1 else run_here


def planned_deals(
    portfolio: LoadedPortfolio, deals: Sequence[Deal], shocks: Mapping[str, Shocks], run: PoolRun
) -> dict[str, DealPlan]:
    """The plan of every deal; ``shocks`` gives for each deal the inputs that a risk of its case changes.

    Raises ``UsageError`` where nothing in the portfolio or in any of its cases is uncertain.
    """
    calendar = pooled_flows([deal.flows for deal in deals]).years
    common = common_factors(portfolio.portfolio, calendar, run.seed)
    found: dict[str, DealPlan] = {}
    certain = not portfolio.portfolio.factors
    for deal in deals:
        case = portfolio.deals[deal.name].case
        uncertainty = stated_uncertainty(case)
        certain = certain and uncertainty.is_empty
        whole = {dotted(named.path) for named in named_figures(case) if named.spec.whole}
        plan = plan_of(
            deal.results,
            uncertainty,
            shocks[deal.name],
            scenarios=run.scenarios,
            seed=own_seed(run.seed, deal.name),
            method=METHOD,
            frozen=not run.resize,
            whole=frozenset(entry.variable.name for entry in deal.results.inputs if entry.path in whole),
        )
        found[deal.name] = deal_plan(portfolio, deal, plan, common)
    if certain:
        what = (
            f"{portfolio.name} states nothing that is uncertain: no factors, and no uncertainty: or risks: in its cases"
        )
        raise UsageError(f"{what}; docs/portfolio.md shows what can be stated.")
    return found


def simulated_pool(
    portfolio: LoadedPortfolio,
    deals: Sequence[Deal],
    pooled: Pooled,
    plans: Mapping[str, DealPlan],
    run: PoolRun,
    progress: Progress | None = None,
) -> tuple[Pooled, dict[str, NDArray[np.float64]]]:
    """The pool with what its scenarios come to, and the values of every scenario by name."""
    first = next(iter(plans.values()))
    ledger = Ledger(run.folder, {name: plan.key for name, plan in plans.items()}, first.plan.chunks, resume=run.resume)
    run_ledger(plans, ledger, run.work(), progress)
    pool = pooled_flows([deal.flows for deal in deals])
    how = Gathering(portfolio.portfolio, pool.years, tuple(plans), tranche_sizes(portfolio.portfolio, pool))
    found = gathered(how, ledger)
    moved = _moved(portfolio, plans)
    simulation = simulation_of(portfolio.portfolio, pooled, found, seed=run.seed, resized=run.resize, moved=moved)
    ledger.remove()
    return replace(pooled, simulation=simulation, frozen=not run.resize), found


def _moved(portfolio: LoadedPortfolio, plans: Mapping[str, DealPlan]) -> dict[str, list[str]]:
    """What each factor moves: every figure with its deal, and every rate of exchange."""
    found: dict[str, list[str]] = {name: [] for name in portfolio.portfolio.factors}
    for deal, plan in plans.items():
        for move in plan.moves:
            found[move.factor].append(f"{deal}: {move.lever.path}")
        for rate in plan.rates:
            found[rate.factor].append(f"{deal}: currencies.{portfolio.deals[deal].case.project.currency}.rate")
    return found
