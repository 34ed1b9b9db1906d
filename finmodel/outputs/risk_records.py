"""Risk sharing as plain records for programs: one a risk, with who bears it and what the model finds."""

from __future__ import annotations

from typing import Any

from finmodel.model.parties import COMPANY
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.risk_tables import driver_texts, finding_text, kept_or_passed_on
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results, RiskEffect, SharedRisk

__all__ = ["risk_records"]

_NO_DRIVER = "The risk moves no figure of the case."


def risk_records(results: Results) -> list[dict[str, Any]]:
    """Every risk of a case in its order; where a risk moves no figure, its numbers are ``None`` with a reason."""
    view = View(results, translator("en"))
    return [_record(view, risk) for risk in results.risk_sharing.risks]


def _record(view: View, risk: SharedRisk) -> dict[str, Any]:
    stated = {
        "id": risk.id,
        "name": risk.name,
        "label": str(risk.label),
        "category": str(risk.category) or risk.id,
        "phase": risk.phase,
        "description": str(risk.description),
        "mitigation": str(risk.mitigation),
        "driver": dict(risk.drivers),
        "driver_words": driver_texts(view, risk),
        "probability": risk.probability,
        "allocation": risk.allocation,
        "intended": dict(risk.intended),
        "intended_private": risk.intended_private,
        "transferable_or_retained": kept_or_passed_on(risk).lower() or None,
    }
    findings = [finding_text(view, finding) for finding in risk.findings]
    return {**stated, **(_computed(risk.effect) if risk.effect else _not_computed()), "findings": findings}


def _computed(effect: RiskEffect) -> dict[str, Any]:
    measures = effect.measures
    found = {
        "parties": dict(effect.parties),
        "company": effect.parties[COMPANY],
        "sum": sum(effect.parties.values()),
        "turnover": dict(effect.turnover),
        "shares": dict(effect.shares),
        "share_private": effect.private_share,
        "loss": effect.loss,
        "impact": effect.impact,
        "expected_cost": effect.expected_cost,
        "expected": dict(effect.expected),
        "dscr_minimum": measures.dscr_minimum,
        "llcr_minimum": measures.llcr_minimum,
        "equity_irr": measures.equity_irr,
        "default_periods": measures.default_periods,
        "lockup_periods": measures.lockup_periods,
        "lenders_loss": effect.lenders_loss,
        "arrears_highest": measures.arrears_highest,
        "sponsor_support": measures.sponsor_support,
        "guarantee_drawn": measures.guarantee_drawn,
        "guarantees": dict(measures.guarantees),
    }
    reasons = dict(measures.reasons)
    if effect.private_share is None:
        reasons["share_private"] = "Nobody loses."
    return {**found, **({"reasons": reasons} if reasons else {})}


def _not_computed() -> dict[str, Any]:
    numbers = (
        "company", "sum", "share_private", "loss", "impact", "expected_cost", "dscr_minimum", "llcr_minimum",
        "equity_irr", "default_periods", "lockup_periods", "lenders_loss", "arrears_highest", "sponsor_support",
        "guarantee_drawn",
    )  # fmt: skip
    mappings = ("parties", "turnover", "shares", "expected", "guarantees")
    return {**{name: {} for name in mappings}, **dict.fromkeys(numbers), "reason": _NO_DRIVER}
