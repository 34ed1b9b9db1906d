"""Every kind of page about uncertainty, written from small records in a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from finmodel.outputs.uncertainty.comparison_page import write_comparison_page
from finmodel.outputs.uncertainty.portfolio_page import write_portfolio_page
from finmodel.outputs.uncertainty.scenarios_page import write_scenarios_page
from finmodel.outputs.uncertainty.sensitivity_page import write_sensitivity_page
from finmodel.outputs.uncertainty.simulation_page import write_simulation_page
from tests.analysis.comparison.deals import pair, sized_deal
from tests.analysis.comparison.test_side_by_side import small_side
from tests.outputs.sensitivity.studied import studied
from tests.outputs.uncertainty.pooled import drawn_pool
from tests.uncertain_case import UNCERTAIN, results, simulation

__all__ = ["PAGES"]

PAGES: Mapping[str, Callable[[Path, str], None]] = {
    "comparison": lambda path, lang: write_comparison_page(
        pair(sized_deal({}), sized_deal({"opex.staff.unit_cost": 60.0})), path, lang
    ),
    "portfolio": lambda path, lang: write_portfolio_page(drawn_pool(), path, lang),
    "scenarios": lambda path, lang: write_scenarios_page(small_side(), path, lang),
    "sensitivity": lambda path, lang: write_sensitivity_page(*studied(), path, lang),
    "simulation": lambda path, lang: write_simulation_page(results(UNCERTAIN), simulation(), path, lang),
}
"""By kind, what writes the page to a path in a language."""
