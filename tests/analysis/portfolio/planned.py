"""Plans of a small portfolio, for tests of what runs them."""

from pathlib import Path

from finmodel.analysis.portfolio.deals import deal_of
from finmodel.analysis.portfolio.simulating import PoolRun, planned_deals
from finmodel.analysis.portfolio.tasks import DealPlan
from finmodel.inputs.flatten import changed_inputs, flatten
from tests.pools import CASES, small_pool
from tests.runs import results_of

__all__ = ["plans"]


def plans(folder: Path, text: str, scenarios: int) -> dict[str, DealPlan]:
    """The plan of each deal of a portfolio of kiosks."""
    portfolio = small_pool(folder, text)
    results = results_of(CASES / "wifi_kiosks" / "case.yaml")
    deals = [deal_of(portfolio, name, results) for name in portfolio.deals]
    shocks = {}
    for name, loaded in portfolio.deals.items():
        grid = loaded.case.grid()
        flat = flatten(loaded.case, grid)
        shocks[name] = {key: changed_inputs(flat, risk.case, grid) for key, risk in loaded.risks.items()}
    return planned_deals(portfolio, deals, shocks, PoolRun(scenarios, 3))
