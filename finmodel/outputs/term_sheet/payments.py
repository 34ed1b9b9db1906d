"""Where the cash of a period goes, in the order of the waterfall: steps in words, and signed lines of the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.expr.line import Line
from finmodel.outputs.term_sheet.view import View

__all__ = ["Payment", "order_of_payments", "payments"]

_BEFORE_DEBT = (
    ("revenue_received", 1),
    ("opex_paid", -1),
    ("lifecycle_total", -1),
    ("vat_refund_in_operation", 1),
    ("tax_paid", -1),
    ("mra_paid_in", -1),
    ("mra_released", 1),
    ("cfads", 1),
)
_AFTER_SENIOR = (
    ("dsra_paid_in", -1),
    ("dsra_released", 1),
    ("interest_income", 1),
)
_AFTER_SENIOR_TAGS = ("junior", "after_debt", "before_distribution")
_TOTALS = {"revenue_received", "cfads"}


@dataclass(frozen=True, slots=True)
class Payment:
    """One line of the waterfall: what it is called, the line, its sign, and whether it stands for all before it."""

    label: str
    line: Line
    sign: int
    total: bool = False


def payments(view: View) -> list[Payment]:
    """What comes in and what goes out, from revenue to distributions, as far as the model has it."""
    graph = view.results.graph
    signed = [
        *_BEFORE_DEBT,
        *((line.name, 1) for line in graph.tagged(available="in")),
        *((line.name, -1) for line in graph.tagged(available="out")),
        ("scheduled_fees", -1),
        ("debt_service_paid", -1),
        *((line.name, 1) for line in graph.tagged(support="debt_service")),
        *_AFTER_SENIOR,
        *((line.name, 1) for line in graph.tagged(after_debt="received")),
        *((line.name, -1) for tag in _AFTER_SENIOR_TAGS for line in graph.tagged(**{tag: "paid"})),
        ("distributions_paid", -1),
    ]
    return [
        Payment(_label(view, graph.lines[name]), graph.lines[name], sign, name in _TOTALS)
        for name, sign in signed
        if name in graph.lines
    ]


def _label(view: View, line: Line) -> str:
    if line.tags.get("junior") == "paid":
        return view.say("Debt service paid: %(loans)s", loans=", ".join(_loans(view, line.instance)))
    if line.name == "debt_service_paid" and len(view.tiers) > 1:
        return view.say("Senior debt service paid")
    return view.line_label(line)


def _loans(view: View, tier: str) -> list[str]:
    return [view.instance(loan) for loan in view.facilities if view.tier(loan) == tier]


def order_of_payments(view: View) -> tuple[str, ...]:
    """The order in which the model's waterfall pays, in words, with every layer that the case has."""
    return tuple(_steps(view))


def _steps(view: View) -> Iterator[str]:
    graph, senior = view.results.graph, _loans(view, view.tiers[0])
    yield view.say("Operating costs and taxes")
    yield view.say("Maintenance reserve account (MRA)")
    yield view.say("Agency fee and other senior fees")
    if len(view.facilities) == 1:
        yield view.say("Interest on the senior loan")
        yield view.say("Principal of the senior loan")
    else:
        yield _owed(view, "Interest: %(loans)s", senior)
        yield _owed(view, "Principal: %(loans)s", senior)
    yield view.say("Debt service reserve account (DSRA)")
    for tier in view.tiers[1:]:
        yield _owed(view, "Interest, then principal: %(loans)s", _loans(view, tier))
    for line in graph.tagged(after_debt="paid"):
        yield view.line_label(line)
    yield view.say("Lock-up test")
    for line in graph.tagged(before_distribution="paid"):
        yield view.line_label(line)
    yield view.say("Shareholder loan")
    yield view.say("Dividends and return of share capital")


def _owed(view: View, words: str, loans: list[str]) -> str:
    said = view.say(words, loans=", ".join(loans))
    return view.say("%(what)s, pari passu", what=said) if len(loans) > 1 else said
