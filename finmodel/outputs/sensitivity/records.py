"""A sensitivity for programs: what ``finmodel sensitivity --json`` says, as docs/sensitivity.md describes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from finmodel.outputs.json_results import rounded
from finmodel.outputs.language import translator
from finmodel.outputs.sensitivity.words import move_label
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results
from finmodel.sensitivities import (
    Bar,
    BreakEven,
    Crossing,
    Curve,
    Measured,
    Move,
    Sensitivities,
    SobolIndices,
    SobolStudy,
    TwoWayTable,
)

__all__ = ["sensitivity_document"]


def sensitivity_document(results: Results, found: Sensitivities) -> dict[str, Any]:
    """Results, moves, bars, curves, tables, answers and indices; what has no value is ``None`` with its reason."""
    view = View(results, translator("en"))
    document: dict[str, Any] = {
        "case": found.case,
        "title": found.title,
        "currency": found.currency,
        "frozen": found.frozen,
        "derived": found.derived,
        "runs": found.runs,
        "kpis": {measured.name: _measured(measured) for measured in found.kpis},
        "moves": {move.name: _move(view, move) for move in found.moves},
        "tornado": {each.kpi: [_bar(bar) for bar in each.bars] for each in found.tornadoes},
        "spider": {each.kpi: [_curve(curve) for curve in each.curves] for each in found.spiders},
        "two_way": [_two_way(table) for table in found.two_way],
        "break_even": [_answer(view, asked) for asked in found.break_even],
    }
    if found.sobol is not None:
        document["sobol"] = _sobol(found.sobol)
    return {key: rounded(value) for key, value in document.items()}


def _measured(measured: Measured) -> dict[str, Any]:
    record = {"line": measured.line, "label": measured.label, "unit": measured.unit.value, "base": measured.base}
    return record | ({"reason": measured.reason} if measured.base is None else {})


def _move(view: View, move: Move) -> dict[str, Any]:
    return {
        "label": move_label(view, move),
        "figures": list(move.figures),
        "way": move.way,
        "unit": move.unit.value,
        "low": move.low,
        "high": move.high,
        "base": move.base,
        "whole": move.whole,
        "derived": move.derived,
    }


def _reasons(reasons: Mapping[str, str]) -> dict[str, Any]:
    return {"reasons": dict(reasons)} if reasons else {}


def _bar(bar: Bar) -> dict[str, Any]:
    return {
        "move": bar.move,
        "low": bar.low,
        "high": bar.high,
        "low_change": bar.low_change,
        "high_change": bar.high_change,
        "swing": bar.swing,
        **_reasons(bar.reasons),
    }


def _curve(curve: Curve) -> dict[str, Any]:
    return {
        "move": curve.move,
        "levels": list(curve.levels),
        "positions": list(curve.positions),
        "values": list(curve.values),
        **_reasons(curve.reasons),
    }


def _two_way(table: TwoWayTable) -> dict[str, Any]:
    return {
        "kpi": table.kpi,
        "rows": table.rows,
        "columns": table.columns,
        "row_levels": list(table.row_levels),
        "column_levels": list(table.column_levels),
        "values": [list(values) for values in table.values],
        "base": table.base,
        "base_row": table.base_row,
        "base_column": table.base_column,
        **_reasons(table.reasons),
    }


def _answer(view: View, asked: BreakEven) -> dict[str, Any]:
    return {
        "kpi": asked.kpi,
        "relation": asked.relation,
        "target": asked.target,
        "move": {"name": asked.move.name, **_move(view, asked.move)},
        "answer": asked.answer,
        "crossings": [_crossing(crossing) for crossing in asked.crossings],
        "base": asked.base,
        "lowest": asked.lowest,
        "highest": asked.highest,
        "looked_at": asked.looked_at,
        "blanks": asked.blanks,
        **({"reason": asked.reason} if asked.reason else {}),
    }


def _crossing(crossing: Crossing) -> dict[str, Any]:
    record: dict[str, Any] = {
        "level": crossing.level,
        "figures": dict(crossing.figures),
        "value": crossing.value,
        "holds": crossing.holds,
        "jumps": crossing.jumps,
    }
    stated = {"before": crossing.before, "value_before": crossing.value_before}
    return record | (stated if crossing.before is not None else {})


def _sobol(study: SobolStudy) -> dict[str, Any]:
    return {
        "points": study.points,
        "runs": study.runs,
        "seed": study.seed,
        "confidence": study.confidence,
        "resamples": study.resamples,
        "kpis": {each.kpi: _indices(each) for each in study.kpis},
    }


def _indices(each: SobolIndices) -> dict[str, Any]:
    return {
        "mean": each.mean,
        "deviation": each.deviation,
        "points_used": each.points_used,
        "blanks": each.blanks,
        "indices": [
            {
                "move": index.move,
                "first": index.first,
                "first_between": list(index.first_between),
                "total": index.total,
                "total_between": list(index.total_between),
            }
            for index in each.indices
        ],
        **({"reason": each.reason} if each.reason else {}),
    }
