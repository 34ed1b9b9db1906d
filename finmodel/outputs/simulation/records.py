"""A simulation as plain records for programs: what ``simulation.json`` and ``finmodel simulate --json`` say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from finmodel.inputs.table import Provenance
from finmodel.inputs.uncertainty_stated import StatedUncertainty
from finmodel.outputs.json_results import rounded
from finmodel.results import Value
from finmodel.simulated import (
    Chance,
    Curve,
    Driver,
    DriverRanking,
    Fan,
    PartyRisk,
    SimulatedKpi,
    Simulation,
    Spread,
    YearlyCost,
)  # fmt: skip

__all__ = ["simulation_document", "uncertainty_record"]

_REASON = "no scenario has a value"
_FEW = "too few scenarios to tell"


def simulation_document(simulation: Simulation) -> dict[str, Any]:
    """The contents of ``simulation.json``, from what was asked for to what was found; blanks are null with a reason."""
    found = simulation
    document = {
        "case": found.case,
        "title": str(found.title),
        "currency": found.currency,
        "scenario": found.scenario,
        "frozen": found.frozen,
        "method": found.method,
        "seed": found.seed,
        "scenarios": found.scenarios,
        "counted": found.counted,
        "not_converged": {"count": len(found.not_converged), "scenarios": list(found.not_converged)}
        | ({"reason": found.trouble} if found.trouble else {}),
        "hashes": dict(found.hashes),
        "conventions": _CONVENTIONS,
        "uncertainty": uncertainty_record(found.uncertainty),
        "kpis": {kpi.name: _kpi(kpi) for kpi in found.kpis},
        "probabilities": {chance.name: _chance(chance) for chance in found.chances},
        "costs": {cost.name: _cost(cost) for cost in found.costs},
        "parties": {party.party: _party(party) for party in found.parties},
        "lenders": _lenders(found),
        "convergence": {"scenarios": list(found.convergence.counts), "reason": f"null where there are {_FEW}"}
        | {
            name: {"estimates": list(values), "errors": list(found.convergence.errors[name])}
            for name, values in found.convergence.estimates.items()
        },
        "drivers": {ranking.kpi: _ranking(ranking) for ranking in found.rankings},
        "fans": {fan.line: _fan(fan) for fan in found.fans},
        "curves": {curve.kpi: _curve(curve) for curve in found.curves},
        "beyond_bounds": {each.figure: {"held": each.held, "drawn": each.drawn} for each in found.beyond},
    }
    plain: dict[str, Any] = rounded(document)
    return plain


_CONVENTIONS = {
    "percentiles": "Hyndman and Fan type 7 (PERCENTILE.INC), over the scenarios that have a value",
    "standard_errors": "of simple random draws; Latin hypercube and Sobol draws err less",
    "present_values": "at financial close; of parties at the project's discount rate",
    "below_hurdle": "a scenario without an equity IRR counts as below the hurdle",
    "loss": "present value in the case as it stands less present value in the scenario; gains are negative",
    "value_at_risk_95": "the 95th percentile of the loss",
    "conditional_value_at_risk_95": "the mean of the worst 5 % of losses (Rockafellar and Uryasev)",
    "lenders": "what they are still owed when the periods of the case end, at its present value",
    "stressed": "the 95th percentile of each year alone: years do not add up",
    "variance": "rank correlation squared, as a share of the sum over all drivers, with the sign of the correlation",
}


def uncertainty_record(stated: StatedUncertainty) -> dict[str, Any]:
    """What was drawn, with where each number comes from."""
    return {
        "hurdle": {"value": stated.hurdle, "stated": stated.hurdle_is_stated},
        "variables": {
            each.name: {
                "label": str(each.label),
                "figures": list(each.figures),
                "way": each.way,
                "distribution": {"type": each.distribution.type, **each.distribution.parameters},
                "unit": each.unit.value,
                **_source(each.provenance),
            }
            for each in stated.variables
        },
        "processes": {
            each.name: {
                "label": str(each.label),
                "figures": list(each.figures),
                "type": each.type,
                "way": each.way,
                "volatility": each.volatility,
                "reversion": each.reversion,
                "drift": each.drift,
                "first_year": each.first_year,
                "unit": each.unit.value,
                **_source(each.provenance),
            }
            for each in stated.processes
        },
        "risks": {
            each.name: {"label": str(each.label), "probability": each.probability, **_source(each.provenance)}
            for each in stated.risks
        },
        "events": {
            each.name: {
                "label": str(each.label),
                "figures": list(each.figures),
                "way": each.way,
                "size": each.size,
                **({"hazard": each.hazard} if each.probability is None else {"probability": each.probability}),
                "first_year": each.first_year,
                "last_year": each.last_year,
                "lasts": "for good" if each.lasts is None else each.lasts,
                "unit": each.unit.value,
                **_source(each.provenance),
            }
            for each in stated.events
        },
        "correlations": [{"between": [one, other], "rank": rank} for one, other, rank in stated.correlations],
    }


def _source(given: Provenance) -> dict[str, str]:
    said = {"status": given.status, "source": given.source, "as_of": given.as_of, "note": given.note}
    return {key: text for key, text in said.items() if text}


def _valued(record: Mapping[str, Any], value: Value) -> dict[str, Any]:
    return {**record, **({"reason": _REASON} if value is None else {})}


def _spread(spread: Spread) -> dict[str, Any]:
    record = {
        "count": spread.count,
        "blanks": spread.blanks,
        "mean": spread.mean,
        "mean_error": spread.mean_error,
        "standard_deviation": spread.deviation,
        "lowest": spread.lowest,
        "highest": spread.highest,
        "percentiles": {f"p{share}": value for share, value in spread.percentiles.items()},
        "percentile_errors": {f"p{share}": value for share, value in spread.percentile_errors.items()},
    }
    lacking = spread.count > 0 and None in (spread.mean_error, *spread.percentile_errors.values())
    return _valued(record, spread.mean) | ({"reason": _FEW} if lacking else {})


def _kpi(kpi: SimulatedKpi) -> dict[str, Any]:
    head = {"label": kpi.label, "of": str(kpi.of), "unit": kpi.unit.value, "base": kpi.base}
    return (
        head | ({} if kpi.base is not None else {"base_reason": "none in the case as it stands"}) | _spread(kpi.spread)
    )


def _chance(chance: Chance) -> dict[str, Any]:
    return _valued(
        {
            "label": chance.label,
            "value": chance.value,
            "error": chance.error,
            "count": chance.count,
            "without_return": chance.blanks,
            "in_the_case_as_it_stands": chance.certain,
        },
        chance.value,
    )


def _cost(cost: YearlyCost) -> dict[str, Any]:
    return {
        "kind": cost.kind,
        "label": cost.label,
        "payer": cost.payer,
        "discount": cost.discount,
        "years": list(cost.years),
        "mean": list(cost.mean),
        "mean_error": list(cost.mean_error),
        "stressed": list(cost.stressed),
        "probability": list(cost.chance),
        "base": list(cost.base),
        "total": _spread(cost.total),
        "present_value": _spread(cost.present_value),
    }


def _party(party: PartyRisk) -> dict[str, Any]:
    lacking = None in (party.value_at_risk_error, party.conditional_error)
    return ({"reason": _FEW} if lacking else {}) | {
        "label": party.label,
        "public": party.public,
        "base": party.base,
        "present_value": _spread(party.present_value),
        "expected_loss": party.expected_loss,
        "value_at_risk_95": party.value_at_risk,
        "value_at_risk_95_error": party.value_at_risk_error,
        "conditional_value_at_risk_95": party.conditional_value_at_risk,
        "conditional_value_at_risk_95_error": party.conditional_error,
        "probability_of_loss": party.chance_of_loss,
    }


def _lenders(found: Simulation) -> dict[str, Any]:
    record = asdict(found.lenders)
    return record | ({"reason": "lenders lose in no scenario"} if found.lenders.when_lost is None else {})


def _ranking(ranking: DriverRanking) -> dict[str, Any]:
    record = {
        "scenarios": ranking.counted,
        "explained": ranking.explained,
        "drivers": [_driver(driver) for driver in ranking.drivers],
    }
    return record | ({"reason": "too few scenarios, or nothing varies"} if ranking.explained is None else {})


def _driver(driver: Driver) -> dict[str, Any]:
    record = asdict(driver)
    return record | ({"reason": "never varies"} if driver.rank_correlation is None else {})


def _fan(fan: Fan) -> dict[str, Any]:
    return {
        "label": fan.label,
        "unit": fan.unit.value,
        "periods": [day.isoformat() for day in fan.ends],
        "counts": list(fan.counts),
        "base": list(fan.base),
        "mean": list(fan.mean),
        "percentiles": {f"p{share}": list(values) for share, values in fan.percentiles.items()},
        "reason": "null where no scenario has a value in the period",
    }


def _curve(curve: Curve) -> dict[str, Any]:
    levels: Sequence[float] = curve.levels
    return {"levels": list(levels), "shares": list(curve.shares), "without_return": curve.blanks}
