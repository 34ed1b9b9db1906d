"""From a folder of cases to a pool: loaded, evaluated, run over many scenarios if asked, and written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from finmodel import __version__
from finmodel.analysis.portfolio.cluster import check_cluster
from finmodel.analysis.portfolio.deals import Deal, deal_of
from finmodel.analysis.portfolio.flows import pooled_flows
from finmodel.analysis.portfolio.pool import pooled
from finmodel.analysis.portfolio.pool_refusals import pool_refusals
from finmodel.analysis.portfolio.simulating import PoolRun, Shocks, planned_deals, simulated_pool
from finmodel.analysis.portfolio.workers import Progress
from finmodel.errors import CaseError
from finmodel.inputs.case import Case
from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.loader import LoadedCase
from finmodel.inputs.portfolio_loader import LoadedPortfolio, load_portfolio
from finmodel.inputs.uncertainty_varying import varying
from finmodel.outputs.portfolio.files import write_portfolio
from finmodel.outputs.portfolio.store import check_store
from finmodel.pipeline import base_results
from finmodel.pooled import Pooled

__all__ = ["PoolRun", "Written", "pool_deals", "simulate_pool"]


@dataclass(frozen=True, slots=True)
class Written:
    """Where the results of a portfolio go: a folder (``reports/<name>/`` if none is named), and a store if asked."""

    folder: Path | None = None
    store: Path | None = None
    lang: str = "en"
    """Of the page."""


def pool_deals(path: Path, folder: Path | None = None, lang: str = "en") -> Pooled:
    """The pool of deals in a folder or a portfolio file, each as its base case has it; written if a folder is named.

    Raises ``CaseError`` with every problem of the portfolio and of its cases, ``UsageError`` where there is neither,
    and ``NotConvergedError``.
    """
    _, _, found = _pooled(path)
    if folder is not None:
        write_portfolio(found, {}, folder, lang=lang)
    return found


def simulate_pool(
    path: Path, run: PoolRun, to: Written, *, progress: Progress | None = None
) -> tuple[Pooled, tuple[Path, ...]]:
    """The same over many scenarios, and the paths of what was written.

    What is done is kept in the folder until all is, so that a run that was interrupted can go on with ``resume``.
    Raises what ``pool_deals`` raises, ``UsageError`` where nothing is uncertain or no cluster answers,
    ``MissingExtraError``, and ``LostWorkersError``.
    """
    if to.store is not None:
        check_store(to.store)
    if run.cluster:
        check_cluster()
    portfolio, deals, found = _pooled(path)
    folder = to.folder or Path("reports") / portfolio.name
    shocks = {name: _shocks(loaded) for name, loaded in portfolio.deals.items()}
    run = replace(run, folder=folder)
    plans = planned_deals(portfolio, deals, shocks, run)
    simulated, arrays = simulated_pool(portfolio, deals, found, plans, run, progress)
    return simulated, write_portfolio(simulated, arrays, folder, to.store, lang=to.lang)


def _pooled(path: Path) -> tuple[LoadedPortfolio, Sequence[Deal], Pooled]:
    portfolio = load_portfolio(path)
    portfolio = replace(portfolio, deals={name: varying(loaded) for name, loaded in portfolio.deals.items()})
    deals = [deal_of(portfolio, name, base_results(loaded)) for name, loaded in portfolio.deals.items()]
    refused = list(pool_refusals(portfolio, pooled_flows([deal.flows for deal in deals])))
    if refused:
        raise CaseError(refused)
    return portfolio, deals, pooled(portfolio, deals, {**portfolio.hashes, "version": __version__})


def _shocks(loaded: LoadedCase[Case]) -> Shocks:
    """The inputs that each risk of a case changes."""
    grid = loaded.case.grid()
    flat = flatten(loaded.case, grid, document=loaded.document)
    return {name: changed_inputs(flat, variant.case, grid) for name, variant in loaded.risks.items()}
