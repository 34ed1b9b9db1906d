"""Two deals compared, for programs: what ``finmodel compare --json`` says."""

from __future__ import annotations

from typing import Any

from finmodel.compared import Comparison, KpiDifference
from finmodel.outputs.comparison.figures import figure_record
from finmodel.outputs.comparison.side_records import checks_record, kpis_record
from finmodel.outputs.json_results import rounded
from finmodel.results import Kpi, Results

__all__ = ["pair_document"]


def pair_document(found: Comparison) -> dict[str, Any]:
    """Both deals, the figures and words that differ, key results with causes, parties, and how causes were found."""
    return {
        "a": _side(found, 0),
        "b": _side(found, 1),
        "debt": found.debt.value,
        "figures": {change.path: figure_record(change) for change in found.figures},
        "words": {change.path: {"before": change.before, "after": change.after} for change in found.words},
        "kpis": {difference.name: _difference(found, difference) for difference in found.kpis},
        "parties": {
            party.party: {"a": rounded(party.before), "b": rounded(party.after), "change": rounded(party.change)}
            for party in found.parties
        },
        "method": {
            "name": "shapley",
            "changes": found.method.changes,
            "variants": found.method.variants,
            "orders": "all" if found.method.orders is None else found.method.orders,
            "seed": found.method.seed,
        },
    }


def _side(found: Comparison, place: int) -> dict[str, Any]:
    results = (found.before, found.after)[place]
    return {
        "given": found.given[place],
        "case": results.name,
        "title": results.title,
        "scenario": results.scenario,
        "currency": results.currency,
        "frozen": results.frozen,
        "failing": checks_record(results, found.failing[place]),
    }


def _difference(found: Comparison, difference: KpiDifference) -> dict[str, Any]:
    kpi = difference.before or difference.after
    assert kpi is not None
    has = found.before if difference.before else found.after
    record: dict[str, Any] = {
        "label": has.graph.lines[kpi.line].full_label,
        "unit": kpi.unit.value,
        "a": _valued(found.before, difference.before),
        "b": _valued(found.after, difference.after),
        "change": rounded(difference.change),
        "causes": [
            {"cause": cause.key, "effect": rounded(cause.effect)}
            | ({} if cause.error is None else {"standard_error": rounded(cause.error)})
            for cause in difference.causes
        ],
    }
    if difference.orders < 1:
        record["share_of_orders"] = rounded(difference.orders)
    return record | ({"reason": difference.reason} if difference.reason else {})


def _valued(results: Results, kpi: Kpi | None) -> dict[str, Any] | None:
    """The value of one deal with the reason where it is blank; ``None`` where it has no such result."""
    if kpi is None:
        return None
    told = kpis_record(results, {"kpi": kpi})["kpi"]
    return {key: told[key] for key in ("value", "reason") if key in told}
