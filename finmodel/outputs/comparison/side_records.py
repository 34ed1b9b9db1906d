"""Scenarios side by side for programs: what ``finmodel scenarios --json`` says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from finmodel.compared import Outcome, SideBySide
from finmodel.outputs.comparison.figures import figure_record
from finmodel.outputs.json_results import rounded
from finmodel.results import Check, Kpi, Results

__all__ = ["checks_record", "kpis_record", "side_document"]


def side_document(side: SideBySide) -> dict[str, Any]:
    """The base case and every scenario: what each changes, key results with their change, checks that do not hold."""
    return {
        "case": side.base.name,
        "title": side.base.title,
        "currency": side.base.currency,
        "frozen": not side.resized,
        "kpis": kpis_record(side.base, side.kpis),
        "failing": checks_record(side.base, side.failing),
        "scenarios": {outcome.name: _outcome(outcome) for outcome in side.outcomes},
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    head: dict[str, Any] = {
        "label": str(outcome.label),
        "from": outcome.parent or None,
        "figures": {change.path: figure_record(change) for change in outcome.figures},
    }
    if outcome.results is None:
        return {**head, "kpis": None, "failing": None, "reason": outcome.trouble}
    kpis = kpis_record(outcome.results, outcome.kpis)
    for name, record in kpis.items():
        record["change"] = rounded(outcome.changes.get(name))
    return {**head, "kpis": kpis, "failing": checks_record(outcome.results, outcome.failing)}


def kpis_record(results: Results, kpis: Mapping[str, Kpi]) -> dict[str, dict[str, Any]]:
    """Key results by name, each with its label and its unit, and with the reason where it is blank."""
    lines = results.graph.lines
    return {
        name: {
            "label": lines[kpi.line].full_label,
            "unit": kpi.unit.value,
            "value": rounded(kpi.value),
            **({"reason": kpi.reason} if kpi.value is None else {}),
        }
        for name, kpi in kpis.items()
    }


def checks_record(results: Results, failing: Sequence[Check]) -> dict[str, dict[str, Any]]:
    """The checks that do not hold, by line."""
    lines = results.graph.lines
    return {
        check.line: {"label": lines[check.line].full_label, "kind": check.kind, "value": rounded(check.value)}
        for check in failing
    }
