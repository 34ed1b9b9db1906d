"""A portfolio as JSON: every record under its name; what has no value is null with a reason beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from finmodel.outputs.json_results import as_json
from finmodel.pooled import Pooled, PooledKpi, PooledLine
from finmodel.units import Unit

__all__ = ["portfolio_document", "portfolio_json"]

_DIGITS = 12
_NOTHING = 1e-9


def portfolio_json(pooled: Pooled) -> str:
    """The text of ``portfolio.json``, the same for the same portfolio."""
    return as_json(portfolio_document(pooled))


def portfolio_document(pooled: Pooled) -> dict[str, Any]:
    """The contents of ``portfolio.json``, from the key results at the top to the concentration at the end."""
    return {
        "portfolio": pooled.name,
        "title": pooled.title,
        "currency": pooled.currency,
        "frozen": pooled.frozen,
        "hashes": dict(pooled.hashes),
        "kpis": {name: _plain(kpi) for name, kpi in pooled.kpis.items()},
        "years": list(pooled.years),
        "lines": {name: _plain(line) for name, line in pooled.lines.items()},
        "deals": {deal.name: _plain(deal) for deal in pooled.deals},
        "tranches": {tranche.name: _plain(tranche) for tranche in pooled.tranches},
        "tranche_source": pooled.tranche_source,
        "tranche_lines": _plain(pooled.tranche_lines),
        "green_bond": _plain(pooled.bond),
        "trust": _plain(pooled.trust),
        "concentration": {
            kind: _plain(found) | {"effective": _plain(found.effective)} for kind, found in pooled.concentration.items()
        },
        "breaches": [_plain(breach) for breach in pooled.breaches],
        "simulation": _plain(pooled.simulation),
    }


def _plain(value: Any) -> Any:
    """Records, units and numbers as JSON has them."""
    if isinstance(value, PooledKpi | PooledLine):
        return _fields(value)
    if isinstance(value, Unit):
        return value.value
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _number(value) if isinstance(value, float) else value


def _fields(record: Any) -> dict[str, Any]:
    found = {field.name: _plain(getattr(record, field.name)) for field in fields(record)}
    if found.get("reason") == "":
        del found["reason"]
    return found


def _number(value: float) -> float | int:
    rounded = float(f"{value:.{_DIGITS}g}") if abs(value) >= _NOTHING else 0.0
    return int(rounded) if rounded.is_integer() else rounded
