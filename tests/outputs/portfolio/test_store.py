"""The store of a portfolio: the same tables in both forms, blocks that add up, and the queries of the page that run."""

import re
from pathlib import Path

import duckdb
import numpy as np
import pytest

from finmodel.outputs.portfolio import store
from finmodel.outputs.portfolio.store import write_store
from tests.pools import simulated_cities

PAGE = Path(__file__).parents[3] / "docs" / "portfolio.md"
TABLES = {"run", "deals", "tranches", "shares", "scenarios", "years", "deal_values", "tranche_losses", "bond_years"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "cities.duckdb"
    write_store(*simulated_cities(), path)
    return path


def test_every_table_is_there_with_every_scenario(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as found:
        assert {row[0] for row in found.sql("SHOW TABLES").fetchall()} == TABLES
        assert found.sql("SELECT count(*) FROM scenarios").fetchall() == [(300,)]
        pool = found.sql("SELECT sum(cfads) FROM years").fetchall()[0][0]
    assert pool == pytest.approx(simulated_cities()[1]["line:cfads"].sum())


def test_parquet_has_the_same_rows_and_is_the_same_each_time(database: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_store(*simulated_cities(), tmp_path / f"{name}.parquet")
    with duckdb.connect(str(database), read_only=True) as found:
        for table in TABLES:
            files = [(tmp_path / f"{name}.parquet" / f"{table}.parquet") for name in "ab"]
            assert files[0].read_bytes() == files[1].read_bytes(), table
            there = found.sql(f"SELECT * FROM '{files[0]}'").fetchall()  # noqa: S608 - our own
            assert there == found.sql(f"SELECT * FROM {table}").fetchall(), table  # noqa: S608 - our own


def test_many_scenarios_are_written_in_blocks(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_AT_ONCE", 70)
    write_store(*simulated_cities(), tmp_path / "blocks.duckdb")
    with (
        duckdb.connect(str(tmp_path / "blocks.duckdb")) as blocks,
        duckdb.connect(str(database), read_only=True) as all_,
    ):
        for table in TABLES:
            query = f"SELECT * FROM {table}"  # noqa: S608 - our own
            assert blocks.sql(query).fetchall() == all_.sql(query).fetchall(), table


def queries() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_page_shows_queries() -> None:
    assert len(queries()) >= 7


@pytest.mark.parametrize("number", range(len(queries())))
def test_a_query_of_the_page_runs_and_finds_something(database: Path, number: int) -> None:
    with duckdb.connect(str(database), read_only=True) as found:
        assert found.sql(queries()[number]).fetchall()


def test_a_query_finds_what_the_program_reports(database: Path) -> None:
    simulation = simulated_cities()[0].simulation
    assert simulation is not None
    with duckdb.connect(str(database), read_only=True) as found:
        rows = dict(found.sql("SELECT tranche, avg(loss) FROM tranche_losses GROUP BY tranche").fetchall())
        low = found.sql("SELECT quantile_cont(cfads_value, 0.05) FROM scenarios").fetchall()[0][0]
    assert rows == pytest.approx({risk.name: risk.expected_loss for risk in simulation.tranches})
    assert low == pytest.approx(simulation.kpis["cfads_value"].levels["p5"][0])


def test_what_has_no_value_is_null(database: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as found:
        nulls = found.sql("SELECT count(*) FROM years WHERE dscr IS NULL").fetchall()[0][0]
    assert nulls == int(np.isnan(simulated_cities()[1]["line:dscr"]).sum())
