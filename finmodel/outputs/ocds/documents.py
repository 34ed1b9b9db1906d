"""What the standard keeps as described documents: subsidies in operation, termination, hand-back, value for money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from finmodel.expr.line import Line
from finmodel.outputs.ocds.known import Deal, known, share

__all__ = ["evaluation", "subsidies", "termination_and_handover"]

_SUBSIDY = "interest_subsidy_received"


def subsidies(deal: Deal) -> list[dict[str, Any]]:
    """What others pay of the interest on a loan: no arrangement of finance, but support that is to be disclosed."""
    return list(_subsidies(deal))


def _subsidies(deal: Deal) -> Iterator[dict[str, Any]]:
    for line in deal.results.graph.lines.values():
        amount = deal.money(sum(v or 0.0 for v in deal.results.series[line.name])) if _subsidy(line) else None
        if amount:
            loan, payer = deal.view.instance(line.instance), deal.party(line.tags["payer"])["name"]
            told = f"{loan}: {payer} pays {amount['amount']} {amount['currency']} of the interest over the loan's life."
            head = {"id": f"{line.instance}_subsidy", "documentType": "grants", "title": "Interest subsidy"}
            yield {**head, "description": told}


def _subsidy(line: Line) -> bool:
    return line.name.rpartition(".")[2] == _SUBSIDY


def termination_and_handover(deal: Deal) -> list[dict[str, Any]]:
    """The case's words on termination and hand-back, and the highest compensation of each case as computed."""
    return [document for document in (_termination(deal), _handover(deal)) if "description" in document]


def _termination(deal: Deal) -> dict[str, Any]:
    said = [text.rstrip(".") + "." for text in (deal.words("term_sheet", "termination"), *_highest(deal)) if text]
    head = {"id": "termination", "documentType": "termination", "title": "Termination payments"}
    return known({**head, "description": " ".join(said)})


def _highest(deal: Deal) -> Iterator[str]:
    """The highest compensation at the end of any year, case by case."""
    for line in deal.results.graph.tagged(compensation="yes"):
        values = [value or 0.0 for value in deal.results.series[line.name]]
        amount = deal.money(max(values))
        if amount:
            yield f"{line.instance_label}: at most {amount['amount']} {amount['currency']}."


def _handover(deal: Deal) -> dict[str, Any]:
    said = deal.words("term_sheet", "handback")
    return known({"id": "handover", "documentType": "handover", "title": "Hand-back", "description": said})


def evaluation(deal: Deal) -> list[dict[str, Any]]:
    """How the PPP was judged against public procurement, where the case states it: rate, result and its elements."""
    table = deal.results.tables.get("value_for_money")
    if table is None:
        return []
    at = list(table.columns).index("At the public sector's rate")
    found = {row.line.partition(".")[2]: row.values[at] for row in table.rows}
    elements = ("raw_comparator", "competitive_neutrality", "transferable_risk", "retained_risk", "ppp_cost")
    told = "; ".join(f"{name.replace('_', ' ')} {_amount(deal, found[name])}" for name in elements)
    indicators = {
        "discountRate": share(found["comparison_rate"]),
        "discountRateDetails": "One rate for the public sector comparator and the PPP; risk stands in the flows.",
        "netPresentValue": deal.money(found["gain"]),
        "netPresentValueDetails": "Value for money: the public sector comparator less the cost of the PPP.",
    }
    analysis = {"id": "value_for_money", "documentType": "valueForMoneyAnalysis", "title": "Value for money"}
    return [
        {
            "id": "1",
            "evaluationIndicators": known(indicators),
            "documents": [{**analysis, "description": f"Present values: {told}."}],
        }
    ]


def _amount(deal: Deal, value: float | None) -> str:
    amount = deal.money(value)
    return f"{amount['amount']} {amount['currency']}" if amount else "0"
