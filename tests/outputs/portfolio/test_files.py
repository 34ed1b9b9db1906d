"""Files of a portfolio: results alone without scenarios, arrays and a store with them."""

from pathlib import Path

import numpy as np

from finmodel.outputs.portfolio.files import write_portfolio
from tests.pools import cities, simulated_cities


def test_without_scenarios_there_are_only_results(tmp_path: Path) -> None:
    assert [path.name for path in write_portfolio(cities(), {}, tmp_path)] == ["portfolio.json", "portfolio.html"]


def test_with_scenarios_arrays_and_a_store_stand_beside(tmp_path: Path) -> None:
    written = write_portfolio(*simulated_cities(), tmp_path, tmp_path / "all.parquet")
    assert [path.name for path in written] == ["portfolio.json", "portfolio.npz", "all.parquet", "portfolio.html"]
    with np.load(tmp_path / "portfolio.npz") as file:
        assert set(file.files) == set(simulated_cities()[1])
