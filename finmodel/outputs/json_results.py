"""``results.json``: everything a run found, for programs. Blank is ``null`` with a reason; NaN never appears."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from finmodel.engines.words_reasons import blank_reason
from finmodel.expr.line import Line, Shape
from finmodel.inputs.table import InputEntry
from finmodel.outputs.risk_records import risk_records
from finmodel.outputs.support_records import effect_records, measured_lines, minimum_record
from finmodel.results import FacilitySize, RecordTable, Results, ScenarioInputs

__all__ = [
    "as_json",
    "economics_document",
    "minimum_document",
    "outcomes_document",
    "results_document",
    "results_json",
    "risks_document",
    "rounded",
    "support_document",
]

_DIGITS = 12
_NOTHING = 1e-9


def results_json(results: Results) -> str:
    """The text of ``results.json``, the same for the same results: one line of text a record."""
    return as_json(results_document(results))


def results_document(results: Results) -> dict[str, Any]:
    """The contents of ``results.json``, from the key results at the top to the assumptions at the end."""
    return {
        "case": results.name,
        **({"kind": results.kind} if results.is_issuance else {}),
        "title": results.title,
        "currency": results.currency,
        "period_months": results.period_months,
        "scenario": results.scenario,
        "frozen": results.frozen,
        "passes": results.passes,
        "hashes": dict(results.hashes),
        "kpis": {name: _valued(kpi.value, kpi.unit.value, kpi.reason) for name, kpi in results.kpis.items()},
        "checks": {
            name: {"value": _number(check.value), "ok": check.ok, "kind": check.kind}
            for name, check in results.checks.items()
        },
        "facilities": {name: _size(size) for name, size in results.facilities.items()},
        "periods": [{"start": p.start.isoformat(), "end": p.end.isoformat()} for p in results.periods],
        "parties": _parties(results),
        "risks": {record["name"]: record for record in rounded(risk_records(results))},
        **{key: _table(table) for key, table in results.tables.items()},
        **_support(results),
        **_payoffs(results),
        **({"facts": {key: list(map(asdict, facts)) for key, facts in results.facts.items()}} if results.facts else {}),
        "lines": {line.name: _line(results, line) for line in results.graph.lines.values()},
        "contract": {name: _plain(value) for name, value in results.contract.items()},
        "scenarios": {scenario.name: _scenario(results, scenario) for scenario in results.scenarios},
        "assumptions": {entry.variable.name: _assumption(entry) for entry in results.inputs},
    }


def risks_document(results: Results) -> dict[str, Any]:
    """What ``finmodel risks --json`` says: the risks of a case in its order, and who bears each."""
    sharing = results.risk_sharing
    return {
        "case": results.name,
        "currency": results.currency,
        "expected_cost": _number(sharing.expected_cost),
        "expected_cost_private": _number(sharing.expected_private),
        "risks": rounded(risk_records(results)),
    }


def support_document(results: Results) -> dict[str, Any]:
    """What ``finmodel support --json`` says: the measures of support, and the case with and without each instrument."""
    measures = {
        name: {"label": results.graph.lines[name].full_label, "value": _number(results.values[name]), "unit": unit}
        for name, unit in measured_lines(results).items()
    }
    head = {"case": results.name, "currency": results.currency}
    return {**head, "measures": measures, "instruments": rounded(effect_records(results))}


def minimum_document(results: Results) -> dict[str, Any]:
    """What ``finmodel minimum-support --json`` says: the answer, with and without, and the limit that binds."""
    return {"case": results.name, "currency": results.currency, **rounded(minimum_record(results) or {})}


def outcomes_document(results: Results, table: RecordTable) -> dict[str, Any]:
    """What ``finmodel outcomes --json`` says: the deal as signed at each level of achievement."""
    return {"case": results.name, "currency": results.currency, **_table(table)}


def economics_document(results: Results) -> dict[str, Any]:
    """What ``finmodel economics --json`` says: key results and every table of the appraisal and of emissions."""
    keys = ("economics", "economic_benefits", "economic_groups", "economic_conversion", "emissions")
    found = ("economic_npv", "economic_irr", "benefit_cost_ratio")
    kpis = {name: kpi for name, kpi in results.kpis.items() if name in found}
    return {
        "case": results.name,
        "currency": results.currency,
        "scenario": results.scenario,
        "kpis": {name: _valued(kpi.value, kpi.unit.value, kpi.reason) for name, kpi in kpis.items()},
        **{key: _table(results.tables[key]) for key in keys if key in results.tables},
    }


def _support(results: Results) -> dict[str, Any]:
    """With and without each instrument, and the least support that is enough, where a case has or asks for them."""
    found: dict[str, Any] = {}
    if results.support_effects:
        found["support_effects"] = {record["name"]: record for record in rounded(effect_records(results))}
    if results.minimum_support is not None:
        found["minimum_support"] = rounded(minimum_record(results))
    return found


def _payoffs(results: Results) -> dict[str, Any]:
    """What instruments of revenue pay at each level, where a case has any that do not pay evenly."""
    found = {
        payoff.name: {
            "by": payoff.by,
            "year": payoff.year,
            "levels": _plain(payoff.levels),
            "rows": {row.line: {"label": row.label, "values": _plain(row.values)} for row in payoff.rows},
        }
        for payoff in results.payoffs
    }
    return {"payoffs": found} if found else {}


def as_json(document: Mapping[str, Any]) -> str:
    """JSON with one line of text for each record of a section, so that two versions can be compared by eye."""
    parts = []
    for key, value in document.items():
        if isinstance(value, Mapping) and value:
            inner = ",\n".join(f"    {_dumped(name)}: {_dumped(entry)}" for name, entry in value.items())
            parts.append(f"  {_dumped(key)}: {{\n{inner}\n  }}")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            inner = ",\n".join(f"    {_dumped(entry)}" for entry in value)
            parts.append(f"  {_dumped(key)}: [\n{inner}\n  ]")
        else:
            parts.append(f"  {_dumped(key)}: {_dumped(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _number(value: float | None) -> float | int | None:
    """A value to twelve significant digits; what is left of nothing after rounding errors is 0."""
    if value is None:
        return None
    rounded = float(f"{value:.{_DIGITS}g}") if abs(value) >= _NOTHING else 0.0
    return int(rounded) if rounded.is_integer() else rounded


def _plain(value: Sequence[float | None] | float | None) -> Any:
    return [_number(item) for item in value] if isinstance(value, Sequence) else _number(value)


def rounded(value: Any) -> Any:
    """Records with every number in them as JSON shows it."""
    if isinstance(value, Mapping):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return _number(value) if isinstance(value, float) else value


def _valued(value: float | None, unit: str, reason: str) -> dict[str, Any]:
    record = {"value": _number(value), "unit": unit}
    return record if value is not None else record | {"reason": reason}


def _size(size: FacilitySize) -> dict[str, Any]:
    limits = {name: _number(value) for name, value in size.limits.items()}
    return {
        "label": size.label,
        "commitment": _number(size.commitment),
        "limits": limits,
        "binding": size.binding,
    }


def _scenario(results: Results, scenario: ScenarioInputs) -> dict[str, Any]:
    """A scenario: what it builds on, the inputs it changes, and of the base case what it comes to."""
    record: dict[str, Any] = {"label": scenario.label} | ({"from": scenario.parent} if scenario.parent else {})
    record["inputs"] = {name: _plain(value) for name, value in scenario.inputs.items()}
    found = results.scenario_results.get(scenario.name)
    if found is None:
        return record
    if found.trouble:
        return record | {"kpis": None, "reason": found.trouble}
    return record | {"kpis": {name: _valued(kpi.value, kpi.unit.value, kpi.reason) for name, kpi in found.kpis.items()}}


def _line(results: Results, line: Line) -> dict[str, Any]:
    values = results.of(line.name)
    record: dict[str, Any] = {"unit": line.unit.value, "label": line.full_label}
    record["values" if line.shape is Shape.SERIES else "value"] = _plain(values)
    is_blank = None in values if isinstance(values, tuple) else values is None
    return record | {"reason": blank_reason(results, line.name)} if is_blank else record


def _table(table: RecordTable) -> dict[str, Any]:
    """A table of record: what its columns are, and each row with its value in every column."""
    rows = {row.line: {"label": row.label, "unit": row.unit.value, "values": _plain(row.values)} for row in table.rows}
    return {"by": table.by, "columns": list(table.columns), "rows": rows}


def _parties(results: Results) -> dict[str, Any]:
    """Each party's net cash flow by period and its present value, from the lines tagged ``party``."""
    found: dict[str, Any] = {}
    for line in results.graph.lines.values():
        if "party" in line.tags:
            party = found.setdefault(line.instance.removeprefix("party_"), {"label": line.instance_label})
            party[line.tags["party"]] = _plain(results.of(line.name))
    return found


def _assumption(entry: InputEntry) -> dict[str, Any]:
    given = entry.provenance
    record: dict[str, Any] = {
        "label": entry.variable.label,
        "value": _plain(entry.value),
        "unit": entry.variable.unit.value,
        "path": entry.path,
        "status": given.status,
    }
    if entry.choices and isinstance(entry.value, (int, float)):
        record["choice"] = entry.choices[int(entry.value) - 1]
    if entry.axis:
        record["axis"] = list(entry.axis)
    details = {"source": given.source, "as_of": given.as_of, "note": given.note}
    return record | {key: text for key, text in details.items() if text}
