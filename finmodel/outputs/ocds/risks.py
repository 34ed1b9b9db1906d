"""The allocation of risks in the standard's own words, with shares and mitigation as notes."""

from __future__ import annotations

from typing import Any

from finmodel.inputs.risks import PRIVATE, PUBLIC
from finmodel.outputs.ocds.known import Deal, known
from finmodel.results import SharedRisk

__all__ = ["risk_allocation"]

_OF_THE_STANDARD = (PUBLIC, PRIVATE)


def risk_allocation(deal: Deal) -> list[dict[str, Any]]:
    """Every risk of the register; one that both sides share is undefined to the standard, and the notes say how."""
    return [_risk(deal, risk) for risk in deal.results.risk_sharing.risks]


def _risk(deal: Deal, risk: SharedRisk) -> dict[str, Any]:
    text = deal.view.language.text
    described = ". ".join(part for part in (text(risk.label), text(risk.description)) if part)
    return known(
        {
            "id": risk.name,
            "category": risk.id,
            "description": described,
            "allocation": risk.allocation if risk.allocation in _OF_THE_STANDARD else "undefined",
            "notes": " ".join(_notes(deal, risk)),
        }
    )


def _notes(deal: Deal, risk: SharedRisk) -> list[str]:
    text = deal.view.language.text
    notes = [f"Phase: {risk.phase}. Probability: {risk.probability:.0%}."]
    if risk.allocation == "shared" and risk.intended_private is not None:
        notes.append(f"Shared: {risk.intended_private:.0%} private.")
    if risk.effect is not None:
        borne = risk.effect.private_share
        notes.append(f"Loss when it happens: {risk.effect.impact:.1%} of total uses, present value.")
        if borne is not None:
            notes.append(f"Borne by the private side as the model computes it: {borne:.0%}.")
    if risk.mitigation:
        notes.append(f"Mitigation: {text(risk.mitigation)}.")
    return notes
