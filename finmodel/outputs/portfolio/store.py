"""A portfolio's scenarios as tables that a risk officer queries: a DuckDB database, or a folder of Parquet files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finmodel.errors import MissingExtraError, UsageError
from finmodel.outputs.files import replacing
from finmodel.pooled import Pooled

__all__ = ["check_store", "store_tables", "write_store"]

Array = NDArray[np.float64]
Columns = Mapping[str, Any]

_AT_ONCE = 65_536
"""Scenarios that are written together, so that memory stays small."""
_ENDINGS = (".duckdb", ".parquet")


def check_store(path: Path) -> None:
    """Nothing if scenarios can be stored there; ``UsageError`` or ``MissingExtraError`` before anything is computed."""
    if path.suffix not in _ENDINGS:
        raise UsageError(f"--store {path} ends neither in .duckdb (a database) nor in .parquet (a folder of files).")
    needed = ("duckdb", "pyarrow") if path.suffix == ".duckdb" else ("pyarrow",)
    if any(find_spec(name) is None for name in needed):
        raise MissingExtraError("A store needs an extra that is not installed: pip install finmodel[store]")


def write_store(pooled: Pooled, found: Mapping[str, Array], path: Path) -> None:
    """Every table, in a database or in a folder; what was there of a store before is replaced."""
    check_store(path)
    tables = store_tables(pooled, found)
    if path.suffix == ".duckdb":
        _write_database(tables, path)
    else:
        _write_folder(tables, path)


def _write_database(tables: Iterator[tuple[str, Columns]], path: Path) -> None:
    duckdb, arrow = import_module("duckdb"), import_module("pyarrow")
    with replacing(path) as draft, duckdb.connect(str(draft)) as database:
        made: set[str] = set()
        for name, columns in tables:
            database.register("block", arrow.table(dict(columns)))
            start = f"INSERT INTO {name}" if name in made else f"CREATE TABLE {name} AS"
            database.execute(f"{start} SELECT * FROM block")  # noqa: S608 - names of our own
            database.unregister("block")
            made.add(name)


def _write_folder(tables: Iterator[tuple[str, Columns]], path: Path) -> None:
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    for old in path.glob("*.parquet") if path.is_dir() else ():
        old.unlink()
    blocks = iter(tables)
    waiting = next(blocks, None)
    while waiting is not None:
        name, columns = waiting
        table = arrow.table(dict(columns))
        with replacing(path / f"{name}.parquet") as draft, parquet.ParquetWriter(draft, table.schema) as writer:
            writer.write_table(table)
            waiting = next(blocks, None)
            while waiting is not None and waiting[0] == name:
                writer.write_table(arrow.table(dict(waiting[1]), schema=table.schema))
                waiting = next(blocks, None)


def store_tables(pooled: Pooled, found: Mapping[str, Array]) -> Iterator[tuple[str, Columns]]:
    """Each table by its name with its columns; a long one in several blocks, one after the other."""
    yield from _stated(pooled)
    count = len(found["ok"])
    for name in ("scenarios", "years", "deal_values", "tranche_losses", "bond_years"):
        for start in range(0, count, _AT_ONCE):
            part = slice(start, min(start + _AT_ONCE, count))
            columns = _BUILDERS[name](pooled, {key: values[..., part] for key, values in found.items()}, start)
            if columns:
                yield name, columns


def _stated(pooled: Pooled) -> Iterator[tuple[str, Columns]]:
    """What is the same in every scenario: the run, the deals, the tranches, the shares."""
    run = pooled.simulation
    assert run is not None
    yield "run", {
        "portfolio": [pooled.name], "currency": [pooled.currency], "scenarios": [run.scenarios], "seed": [run.seed],
        "frozen": [pooled.frozen], "version": [pooled.hashes.get("version", "")],
    }  # fmt: skip
    deals = pooled.deals
    texts = {key: [getattr(deal, key) for deal in deals] for key in ("name", "label", "currency", "sector", "city")}
    numbers = {key: _floats([deal.kpis[key].value for deal in deals]) for key in deals[0].kpis}
    shares = {"share": _floats([deal.share for deal in deals])}
    yield "deals", {"deal": texts.pop("name"), **{k: list(map(str, v)) for k, v in texts.items()}, **shares, **numbers}
    tranches = pooled.tranches
    if tranches:
        terms = ("size", "coupon", "attachment", "detachment")
        yield (
            "tranches",
            {
                "tranche": [tranche.name for tranche in tranches],
                "paid_as": np.arange(1, len(tranches) + 1),
                **{key: _floats([getattr(tranche, key) for tranche in tranches]) for key in terms},
            },
        )
    rows = [(kind, name, share) for kind, c in pooled.concentration.items() for name, share in c.shares.items()]
    yield "shares", {
        "kind": [row[0] for row in rows], "name": [row[1] for row in rows], "share": _floats([row[2] for row in rows]),
    }  # fmt: skip


def _floats(values: Sequence[float | None]) -> Any:
    """A column of numbers in which what does not exist is null."""
    return import_module("pyarrow").array(values, type=import_module("pyarrow").float64())


def _column(values: Array) -> Any:
    """A column of numbers; NaN is null."""
    return import_module("pyarrow").array(np.ascontiguousarray(values).ravel(), from_pandas=True)


def _numbers(count: int, start: int, times: int = 1) -> NDArray[np.int64]:
    """The number of each scenario, counted from 1, for every row of a table with so many rows a scenario."""
    return np.repeat(np.arange(start + 1, start + count + 1), times)


def _scenarios(pooled: Pooled, found: Mapping[str, Array], start: int) -> Columns:
    del pooled
    singles = {name.partition(":")[2]: values for name, values in found.items() if name.startswith("kpi:")}
    if "bond:loss" in found:
        singles["bond_loss"] = found["bond:loss"]
    columns = {name: _column(values) for name, values in singles.items()}
    return {"scenario": _numbers(len(found["ok"]), start), "solved": found["ok"] > 0, **columns}


def _years(pooled: Pooled, found: Mapping[str, Array], start: int) -> Columns:
    rows = {name.partition(":")[2]: values for name, values in found.items() if name.startswith("line:")}
    for name in ("paid", "distributable"):
        if f"trust:{name}" in found:
            rows[f"trust_{name}"] = found[f"trust:{name}"]
    count = len(found["ok"])
    years = np.tile(np.array(pooled.years), count)
    columns = {name: _column(values.T) for name, values in rows.items()}
    return {"scenario": _numbers(count, start, len(pooled.years)), "year": years, **columns}


def _deal_values(pooled: Pooled, found: Mapping[str, Array], start: int) -> Columns:
    names = [deal.name for deal in pooled.deals]
    count = len(found["ok"])
    measures = [name.split(":")[2] for name in found if name.startswith(f"deal:{names[0]}:")]
    columns = {m: _column(np.stack([found[f"deal:{name}:{m}"] for name in names], axis=1)) for m in measures}
    defaults = np.stack([found[f"default:{name}"] for name in names], axis=1)
    return {
        "scenario": _numbers(count, start, len(names)),
        "deal": names * count,
        **columns,
        "in_default": import_module("pyarrow").array(defaults.ravel() > 0, mask=np.isnan(defaults.ravel())),
    }


def _tranche_losses(pooled: Pooled, found: Mapping[str, Array], start: int) -> Columns:
    names = [tranche.name for tranche in pooled.tranches]
    if not names:
        return {}
    count = len(found["ok"])
    columns = {m: _column(np.stack([found[f"{m}:{name}"] for name in names], axis=1)) for m in ("loss", "coverage")}
    return {"scenario": _numbers(count, start, len(names)), "tranche": names * count, **columns}


def _bond_years(pooled: Pooled, found: Mapping[str, Array], start: int) -> Columns:
    if pooled.bond is None:
        return {}
    due = pooled.bond.lines["due"].values
    years = [year for year, value in zip(pooled.years, due, strict=True) if value is not None]
    coverage, count = found["bond:coverage"][: len(years)], len(found["ok"])
    return {
        "scenario": _numbers(count, start, len(years)),
        "year": np.tile(np.array(years), count),
        "coverage": _column(coverage.T),
    }


_BUILDERS = {
    "scenarios": _scenarios,
    "years": _years,
    "deal_values": _deal_values,
    "tranche_losses": _tranche_losses,
    "bond_years": _bond_years,
}
