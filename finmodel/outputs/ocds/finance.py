"""Who finances the deal: loans, shares, grants and guarantees with amounts, rates and periods; and the summary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from finmodel.expr.line import Line
from finmodel.outputs.ocds.known import Deal, known, moment, share

__all__ = ["finance", "finance_summary", "shareholders"]

_BONDS = ("bond", "green_bond", "social_bond", "sustainability_bond", "sustainability_linked_bond", "sukuk_ijara")
_ARRANGEMENTS = {**dict.fromkeys(_BONDS, "bond"), "mezzanine_loan": "hybrid"}
"""The kind of arrangement by the type of a facility; every other type is a loan."""
_CONCESSIONAL = "concessional_loan"
_SENIOR = "senior"


def finance(deal: Deal) -> list[dict[str, Any]]:
    """Every arrangement that brings money to the deal or stands behind it."""
    return [*_loans(deal), *_shares(deal), *_grants(deal), *_guarantees(deal)]


def _loans(deal: Deal) -> Iterator[dict[str, Any]]:
    graph = deal.results.graph
    for drawdown in (*graph.tagged(funds="debt"), *graph.tagged(funds="standby")):
        name = drawdown.instance
        kind = deal.view.chosen(f"facilities.{name}.type")
        tier = graph.lines[f"{name}.closing"].tags.get("tier", _SENIOR)
        yield known(
            {
                "id": name,
                "title": deal.view.instance(name),
                "financingParty": deal.party(drawdown.tags["payer"]),
                "assetClass": ["debt"],
                "type": _ARRANGEMENTS.get(kind, "loan"),
                "repaymentPriority": "senior" if tier == _SENIOR else "subordinated",
                "financingPartyType": deal.view.chosen(f"facilities.{name}.provider"),
                "concessional": True if kind == _CONCESSIONAL else None,
                "value": deal.money(deal.results.values[f"{name}.commitment"]),
                "period": _period(deal, name),
                "repaymentPeriod": deal.span(f"{name}.repayment_flag"),
                "interestRate": _interest(deal, name),
                "repaymentFrequency": round(365 * deal.results.period_months / 12, 1),
            }
        )


def _period(deal: Deal, loan: str) -> dict[str, str] | None:
    repaid = deal.span(f"{loan}.repayment_flag")
    return {"startDate": moment(deal.results.periods[0].start), "endDate": repaid["endDate"]} if repaid else None


def _interest(deal: Deal, loan: str) -> dict[str, Any] | None:
    """Base and margin where they never change; else a note with the rates of the first and the last period."""
    rates = _lender_rates(deal, loan)
    parts = {name: set(deal.series(_figure(deal, loan, name))) for name in ("base_rate", "margin")}
    if all(len(values) == 1 for values in parts.values()) and len(set(rates)) == 1:
        base, margin = (share(values.pop()) for values in parts.values())
        return {"base": base, "margin": margin, "fixed": True}
    notes = f"By period, from {rates[0]:.2%} to {rates[-1]:.2%} a year."
    margin = share(parts["margin"].pop()) if len(parts["margin"]) == 1 else None
    return known({"margin": margin, "fixed": False, "notes": notes})


def _lender_rates(deal: Deal, loan: str) -> list[float]:
    """What the lender asks for in every period, whoever pays it."""
    paid, points = deal.series(f"{loan}.rate"), f"{loan}.subsidised_points"
    helped = deal.series(points) if points in deal.results.series else (0.0,) * len(paid)
    return [round(rate + (more or 0.0), 12) for rate, more in zip(paid, helped, strict=True) if rate is not None]


def _figure(deal: Deal, loan: str, name: str) -> str:
    """A figure of a loan; the standby facility's stand under ``funding``, without an instance of their own."""
    own = f"{loan}.{name}"
    return own if own in deal.results.series or own in deal.results.inputs.entries else f"{loan}_{name}"


def _shares(deal: Deal) -> Iterator[dict[str, Any]]:
    """Share capital and shareholder loan, each holder's where the case names several."""
    series = deal.results.series
    paid, lent = sum(_of(series["equity_drawdown"])), sum(_of(series["shareholder_loan_drawdown"]))
    for holder, held in _holders(deal).items():
        party = deal.party(holder)
        shares = {"assetClass": ["equity"], "type": "shares.unlisted", "value": deal.money(held * paid)}
        loan = {"assetClass": ["debt"], "type": "loan", "repaymentPriority": "subordinated"}
        for kind, record in (("equity", shares), ("shareholder_loan", {**loan, "value": deal.money(held * lent)})):
            if record["value"]:
                title = f"{party['name']}: {kind.replace('_', ' ')}"
                yield known({"id": f"{holder}_{kind}", "title": title, "financingParty": party, **record})


def _holders(deal: Deal) -> dict[str, float]:
    """The share of each holder; the sponsor alone where the case names no others."""
    prefix = "shareholders_"
    named = {
        entry.variable.name.removeprefix(prefix): entry.value
        for entry in deal.results.inputs
        if entry.variable.name.startswith(prefix) and isinstance(entry.value, float)
    }
    return {"sponsor": 1 - sum(named.values()), **named}


def shareholders(deal: Deal) -> list[dict[str, Any]]:
    """Who owns the company, and what share of it."""
    return [
        {"id": holder, "shareholder": deal.party(holder), "shareholding": share(held)}
        for holder, held in _holders(deal).items()
        if share(held)
    ]


def _of(values: tuple[float | None, ...]) -> list[float]:
    return [value or 0.0 for value in values]


def _grants(deal: Deal) -> Iterator[dict[str, Any]]:
    for line in deal.results.graph.tagged(grant="received"):
        value = deal.money(sum(_of(deal.results.series[line.name])))
        if value:
            yield known({**_head(deal, line), "type": "grant", "value": value})


def _guarantees(deal: Deal) -> Iterator[dict[str, Any]]:
    graph = deal.results.graph
    guarantors = {line.instance: line.tags["payee"] for line in graph.tagged(guarantee="fee")}
    for cover in graph.tagged(guarantee="cover"):
        name = cover.instance
        party = deal.party(guarantors[name]) if name in guarantors else None
        value = deal.money(deal.results.values[cover.name])
        title = deal.view.instance(name)
        yield known({"id": name, "title": title, "financingParty": party, "type": "guarantee", "value": value})


def _head(deal: Deal, line: Line) -> dict[str, Any]:
    return {
        "id": line.instance or line.name,
        "title": deal.view.instance(line.instance) if line.instance else line.label,
        "financingParty": deal.party(line.tags["payer"]),
    }


def finance_summary(deal: Deal) -> dict[str, Any]:
    """Ratios and returns that the disclosure framework asks for, each with how it is measured."""
    values, series = deal.results.values, deal.results.series
    debt, sponsors = values["debt_commitment"] or 0.0, values["sponsor_commitment"] or 0.0
    granted = sum(sum(_of(series[line.name])) for line in deal.results.graph.tagged(grant="received"))
    uses = values["total_uses"] or 0.0
    irr, equity_irr = values["project_irr"], values["equity_irr"]
    return known(
        {
            "debtEquityRatio": share(debt / sponsors) if sponsors else None,
            "debtEquityRatioDetails": "Debt committed divided by the sponsors' funds: equity and shareholder loan.",
            "shareCapital": deal.money(sum(_of(series["equity_drawdown"]))),
            "shareCapitalDetails": "Equity paid in, without the shareholder loan.",
            "subsidyRatio": share(granted / uses) if granted and uses else None,
            "subsidyRatioDetails": "Grants received divided by total uses of funds." if granted else None,
            "projectIRR": share(irr),
            "projectIRRDetails": None if irr is None else _returns(equity_irr),
        }
    )


def _returns(equity_irr: float | None) -> str:
    measured = "Forecast, after the tax that the project would pay without debt; annual effective, on dates."
    return measured if equity_irr is None else f"{measured} Forecast equity IRR: {equity_irr:.2%}."
