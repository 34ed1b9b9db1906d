"""Support as plain records for programs: its measures, the case with and without each instrument, the least needed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from finmodel.expr.line import Line
from finmodel.model.parties import COMPANY
from finmodel.outputs.gap_record import gap_record
from finmodel.results import Results, SupportComparison, SupportEffect, SupportMeasures, SupportPoint, TargetState

__all__ = ["MEASURED", "effect_records", "measured_lines", "minimum_record", "trouble_text"]

MEASURED = (
    "grant_element_share", "grant_element_closed", "grant_equivalent", "threshold_flag", "share_of_uses",
    "grant_element_dac", "grant_element_imf", "subsidy_of_loans", "subsidy_of_grants", "subsidy_total",
    "concessionality_share", "average_interest_rate", "cost_of_debt_average", "own_account", "private_direct",
    "private_indirect", "public_cofinancing", "total_activity_financing", "concessional_finance", "commercial_debt",
    "private_to_own_account", "direct_to_own_account", "commercial_to_concessional", "private_to_concessional",
    "total_to_concessional", "total_to_public", "private_share", "mobilised_oecd",
)  # fmt: skip
"""The lines that measure support, by their names inside an instance or alone; of each instance in its order."""

_NOTHING_GIVEN = "It costs its provider nothing here."


def measured_lines(results: Results) -> dict[str, str]:
    """The lines of a case that measure its support, each with the word for its unit."""
    lines = (line for line in results.graph.lines.values() if line.name.rpartition(".")[2] in MEASURED)
    return {line.name: line.unit.value for line in lines}


def effect_records(results: Results) -> list[dict[str, Any]]:
    """Every instrument in the order of the case: what it moves sized anew, signed, and under each risk."""
    return [_effect(results, effect) for effect in results.support_effects]


def _effect(results: Results, effect: SupportEffect) -> dict[str, Any]:
    return {
        "name": effect.name,
        "heading": effect.heading,
        "type": effect.type,
        "label": str(effect.label),
        "provider": effect.provider,
        "resized": _comparison(results, effect.resized),
        "signed": _comparison(results, effect.signed),
        "risks": {name: _comparison(results, each) for name, each in effect.risks.items()},
    }


def _comparison(results: Results, each: SupportComparison) -> dict[str, Any]:
    record: dict[str, Any] = {
        "with": _measures(each.with_it),
        "without": None if each.without_it is None else _measures(each.without_it),
        "parties": dict(each.parties),
        "company": each.parties.get(COMPANY),
        "cost": each.cost,
        "per_unit": dict(each.per_unit),
    }
    if each.trouble:
        return {**record, "reason": trouble_text(results, each.trouble)}
    return record if each.cost is not None else {**record, "reason": _NOTHING_GIVEN}


def _measures(found: SupportMeasures) -> dict[str, Any]:
    return {name: getattr(found, name) for name in SupportMeasures.__slots__}


def trouble_text(results: Results, trouble: str) -> str:
    """Why there is no such deal: the label of the line that refuses it, or what the engine said."""
    line = results.graph.lines.get(trouble)
    return f"There is no such deal: {line.full_label}." if line else trouble


def minimum_record(results: Results) -> dict[str, Any] | None:
    """The least support that is enough; ``None`` where the case does not ask for it."""
    found = results.minimum_support
    if found is None:
        return None
    lines = results.graph.lines
    gap = gap_record(results)
    return {
        "answer": found.answer,
        **({"viability_gap": asdict(gap)} if gap else {}),
        "lever": found.path,
        "value": None if found.answer == "not_reachable" else found.best.lever,
        "binding": [_asked(lines[name]) for name in found.binding],
        "together": found.together,
        "without": _point(results, found.without),
        "with": _point(results, found.best),
        "most": _point(results, found.most),
    }


def _asked(line: Line) -> str:
    """The word of the case for a target: of the limit of a payment or a tariff, with its stream."""
    word = line.tags["asked"]
    return f"{word}s.{line.instance.removesuffix('_limit')}" if line.instance else word


def _point(results: Results, point: SupportPoint) -> dict[str, Any]:
    record: dict[str, Any] = {
        "lever": point.lever,
        "holds": point.holds,
        "targets": {_asked(results.graph.lines[t.line]): _target(t) for t in point.targets},
        **point.values,
    }
    return {**record, "reason": trouble_text(results, point.refused)} if point.refused else record


def _target(target: TargetState) -> dict[str, Any]:
    return {"target": target.target, "found": target.found, "to_spare": target.to_spare, "holds": target.holds}
