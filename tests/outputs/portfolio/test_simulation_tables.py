"""Tables of many scenarios: a row for each result, tranche and deal, and how the debt was treated."""

import re

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.simulation_tables import (
    default_table,
    diversification_tables,
    fan_tables,
    kpi_table,
    share_table,
    tranche_risk_table,
)
from finmodel.outputs.portfolio.text import portfolio_lines
from finmodel.outputs.portfolio.view import PoolView
from finmodel.pooled import PoolSimulation
from tests.pools import simulated_cities


def both() -> tuple[PoolView, PoolSimulation]:
    found = simulated_cities()[0]
    assert found.simulation is not None
    return PoolView(found, translator("en")), found.simulation


def test_there_is_a_row_for_each() -> None:
    view, run = both()
    assert [row.label for row in tranche_risk_table(view, run).rows] == ["Senior", "Mezzanine", "First loss"]
    assert len(kpi_table(view, run).rows) == len(run.kpis)
    assert len(default_table(view, run).rows) == len(view.deals())
    assert [len(table.rows) for table in diversification_tables(view, run)] == [8, 8]
    assert [len(share_table(view, run, of).rows) for of in ("bond", "trust")] == [3, 4]
    assert all(len(table.rows) == 16 for table in fan_tables(view, run))


def test_the_screen_says_how_many_scenarios_which_seed_and_which_debt() -> None:
    lines = portfolio_lines(simulated_cities()[0], translator("en"))
    assert "300 scenarios, seed 7" in lines
    assert "  The debt of every deal stays as contracted (FROZEN) in every scenario." in lines
    assert not any(re.search(r"\bnan\b", line) for line in lines)
