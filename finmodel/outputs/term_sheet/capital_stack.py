"""The capital stack as a reviewer reads it: each tranche with its provider, amount and rank, then its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.expr.line import Line
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["Tranche", "capital_stack", "tranches"]

_PROVIDED = ("Provider", "Class", "Amount", "Share", "Ranking")
_TERMS = ("Interest rate", "Fees", "Tenor", "Grace", "Repayment profile")


@dataclass(frozen=True, slots=True)
class Tranche:
    """One source of funds: the line that draws it, what it is called, its class, and its facility if it is a loan."""

    line: Line
    label: str
    kind: str
    loan: str = ""


def tranches(view: View) -> list[Tranche]:
    """Every source of funds that pays for anything, loans in the order of their ranks first."""
    lines = view.results.graph.tagged(chart="source")
    found = [_tranche(view, line) for line in lines if any(view.series(line.name))]
    return sorted(found, key=lambda tranche: not tranche.loan)


def _tranche(view: View, line: Line) -> Tranche:
    if line.instance in view.facilities:
        return Tranche(line, view.instance(line.instance), view.say("Debt"), line.instance)
    label = view.instance(line.instance) if line.instance else view.line_label(line)
    grant = line.tags.get("funds") == "grant"
    return Tranche(line, label, view.say("Grant") if grant else view.say("Sponsors' funds"))


def capital_stack(view: View) -> Iterator[Table]:
    """The tables of a deal in layers: who provides what, and on which terms; none for one loan and equity."""
    found = tranches(view)
    if sum(bool(tranche.loan) for tranche in found) < 2 and not view.results.graph.tagged(funds="grant"):
        return
    yield _provided(view, found)
    yield _terms(view, [tranche for tranche in found if tranche.loan])


def _provided(view: View, found: list[Tranche]) -> Table:
    amounts = [sum(value or 0.0 for value in view.series(tranche.line.name)) for tranche in found]
    whole = sum(amounts)
    rows = [
        Row(
            tranche.label,
            Unit.MONEY,
            (
                view.party(tranche.line.tags["payer"]),
                tranche.kind,
                amount,
                view.language.percent(amount / whole, 1),
                view.ranking(tranche.loan) if tranche.loan else view.say("After debt") if _owned(tranche) else "",
            ),
        )
        for tranche, amount in zip(found, amounts, strict=True)
    ]
    total = Row(view.say("Total"), Unit.MONEY, ("", "", whole, view.language.percent(1.0, 1), ""), "total")
    return Table(
        "table-stack",
        view.say("Capital stack"),
        tuple(map(view.say, _PROVIDED)),
        (*rows, total),
        view.say("Amounts drawn, in %(currency)s.", currency=view.language.currency(view.results.currency)),
        view.say("Tranche"),
        Layout.WORDS,
    )


def _owned(tranche: Tranche) -> bool:
    return tranche.line.tags.get("equity") == "in"


def _terms(view: View, loans: list[Tranche]) -> Table:
    rows = tuple(
        Row(
            tranche.label,
            Unit.MONEY,
            (
                "; ".join(view.texts(f"{tranche.loan}.rate")),
                "; ".join(_fees(view, tranche.loan)),
                "; ".join(view.texts(f"{tranche.loan}.tenor_months")),
                "; ".join(view.texts(f"{tranche.loan}.grace_months")),
                "; ".join(view.definition(f"facilities.{tranche.loan}.repayment.profile")),
            ),
        )
        for tranche in loans
    )
    columns, stub = tuple(map(view.say, _TERMS)), view.say("Tranche")
    return Table(
        "table-stack-terms", view.say("Capital stack: terms of debt"), columns, rows, stub=stub, layout=Layout.WORDS
    )


def _fees(view: View, loan: str) -> Iterator[str]:
    for name in ("upfront_fee_rate", "commitment_fee_rate"):
        if view.has(f"{loan}.{name}") and view.value(f"{loan}.{name}"):
            yield f"{view.bare_label(f'{loan}.{name}')} {view.shown(f'{loan}.{name}')}"
