"""The release package: one release with the planning and the contract of a deal, as far as the model knows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from finmodel.outputs.ocds.documents import evaluation, subsidies, termination_and_handover
from finmodel.outputs.ocds.finance import finance, finance_summary, shareholders
from finmodel.outputs.ocds.known import Deal, known, moment
from finmodel.outputs.ocds.risks import risk_allocation
from finmodel.outputs.ocds.support import charges, forecasts, public_authority, tariffs
from finmodel.results import Results

__all__ = ["ocds_document", "ocds_json"]

_PROFILE = "http://standard.open-contracting.org/profiles/ppp/latest/en/_static/consolidatedExtension/extension.json"
_UNREGISTERED = "unregistered"
"""Stands where the standard wants the prefix that a publisher has registered."""
_MILESTONES = (
    ("financialClose", "contractClose", "start"),
    ("commencement", "delivery", "start"),
    ("completion", "delivery", "completion_date"),
)
"""Milestones by their code, their type, and the date of the model that each is."""


def ocds_json(results: Results) -> str:
    """The text of the export, the same for the same results."""
    return json.dumps(ocds_document(results), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def ocds_document(results: Results) -> dict[str, Any]:
    """A release package of OCDS 1.1 with the profile for PPPs; who publishes adds publisher and date of publication."""
    return {"version": "1.1", "extensions": [_PROFILE], "releases": [_release(Deal(results))]}


def _release(deal: Deal) -> dict[str, Any]:
    results = deal.results
    closed = moment(results.periods[0].start)
    fingerprint = results.hashes.get("inputs", "")[:12]
    return known(
        {
            "ocid": f"{_UNREGISTERED}-{results.name}",
            "id": "-".join(part for part in (results.name, results.scenario, fingerprint) if part),
            "date": closed,
            "language": "en",
            "initiationType": "ppp",
            "tag": ["contract"],
            "title": deal.view.language.text(results.title),
            "description": deal.words("project", "description"),
            "parties": _parties(deal),
            "publicAuthority": deal.party(public_authority(deal)),
            "planning": _planning(deal),
            "awards": evaluation(deal),
            "contracts": [_contract(deal)],
        }
    )


def _planning(deal: Deal) -> dict[str, Any]:
    sector, place = deal.words("project", "sector"), deal.words("project", "location")
    project = {
        "id": deal.results.name,
        "title": deal.view.language.text(deal.results.title),
        "description": deal.words("project", "description"),
        "sector": {"description": sector} if sector else None,
        "locations": [{"description": place}] if place else None,
        "totalValue": deal.money(deal.results.values["total_uses"]),
    }
    return known({"project": known(project), "forecasts": forecasts(deal)})


def _contract(deal: Deal) -> dict[str, Any]:
    awarded = bool(evaluation(deal))
    return known(
        {
            "id": "1",
            "awardID": "1" if awarded else None,
            "title": deal.view.language.text(deal.results.title),
            "description": deal.words("term_sheet", "ppp_agreement"),
            "period": _term(deal),
            "value": deal.money(deal.results.values["total_uses"]),
            "milestones": list(_milestones(deal)),
            "financeSummary": finance_summary(deal),
            "finance": finance(deal),
            "riskAllocation": risk_allocation(deal),
            "charges": charges(deal),
            "tariffs": tariffs(deal),
            "documents": [*subsidies(deal), *termination_and_handover(deal)],
        }
    )


def _term(deal: Deal) -> dict[str, str] | None:
    """From financial close to the last period of operation."""
    operated = deal.span("operation_flag")
    return {"startDate": moment(deal.results.periods[0].start), "endDate": operated["endDate"]} if operated else None


def _milestones(deal: Deal) -> Iterator[dict[str, Any]]:
    for code, kind, line in _MILESTONES:
        day = deal.results.periods[0].start if line == "start" else deal.day(line)
        yield {"id": code, "code": code, "type": kind, "dueDate": moment(day), "status": "scheduled"}


def _parties(deal: Deal) -> list[dict[str, Any]]:
    """Everyone whom another part of the release names, with the roles that they have in it."""
    roles = {"company": ["privateParty"], public_authority(deal): ["publicAuthority"]}
    for entry in finance(deal):
        party = entry.get("financingParty")
        if party is not None:
            role = _role(entry)
            held = roles.setdefault(party["id"], [])
            if role not in held:
                held.append(role)
    owned = {"company": {"shareholders": shareholders(deal)}}
    return [{**deal.party(key), "roles": held, **owned.get(key, {})} for key, held in roles.items()]


def _role(entry: dict[str, Any]) -> str:
    if entry["type"] in ("grant", "guarantee"):
        return "funder"
    if entry["type"] == "shares.unlisted" or entry["id"].endswith("_shareholder_loan"):
        return "equityInvestor"
    return "lender"
