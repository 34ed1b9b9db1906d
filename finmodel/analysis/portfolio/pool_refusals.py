"""What a portfolio states that its pool, once computed, cannot bear out: issues in years in which there is no pool."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.portfolio.flows import Flows
from finmodel.analysis.portfolio.structures import tranche_sizes
from finmodel.errors import Problem
from finmodel.inputs.portfolio_loader import LoadedPortfolio

__all__ = ["pool_refusals"]


def pool_refusals(portfolio: LoadedPortfolio, pool: Flows) -> Iterator[Problem]:
    """Bonds and tranches issued before or after the pool, and tranches of a debt that there is not."""
    stated = portfolio.portfolio
    for heading in ("tranching", "green_bond"):
        issued = getattr(stated, heading)
        if issued is not None and issued.issue_year.number not in pool.years:
            first, last = pool.years.start, pool.years.stop - 1
            what = f"{issued.issue_year.number:.0f} is outside the years of the pool"
            yield portfolio.problem((heading, "issue_year"), what, f"give a year from {first} to {last}")
        elif heading == "tranching" and issued is not None and sum(tranche_sizes(stated, pool)) <= 0:
            what = f"no deal owes anything at the end of {issued.issue_year.number:.0f}"
            yield portfolio.problem(
                (heading, "issue_year"), what, "choose a year in which debt is drawn, or state amount"
            )
