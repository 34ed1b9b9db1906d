"""The capital stack as a reviewer reads it: each tranche with its provider, amount and rank, then its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.expr.line import Line
from finmodel.outputs.table import Cell, Layout, Row, Table, with_content
from finmodel.outputs.term_sheet.project_terms import shareholders
from finmodel.outputs.term_sheet.support_terms import guarantees, guarantor
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["Tranche", "capital_stack", "tranches"]

_PROVIDED = ("Provider", "Kind of provider", "Class", "Currency", "Amount", "Share", "Ranking")
_TERMS = (
    "Rate and fees", "Tenor", "Grace", "Grant element, DAC", "Grant element, IMF", "Subsidy", "Mobilisation",
)  # fmt: skip


_KINDS = {"grant": "Grant", "standby": "Debt"}


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
    kind = _KINDS.get(line.tags.get("funds", ""), "Sponsors' funds")
    return Tranche(line, label, view.say(kind))


def capital_stack(view: View) -> Iterator[Table]:
    """The tables of a deal in layers: who provides what, and on which terms; none for one loan and equity."""
    found = tranches(view)
    if sum(bool(tranche.loan) for tranche in found) < 2 and not _supported(view):
        return
    yield with_content(_provided(view, found))
    yield with_content(_terms(view, [tranche.loan for tranche in found if tranche.loan]))


def _supported(view: View) -> bool:
    return bool(view.results.graph.tagged(funds="grant") or guarantees(view))


def _provided(view: View, found: list[Tranche]) -> Table:
    amounts = [sum(value or 0.0 for value in view.series(tranche.line.name)) for tranche in found]
    whole = sum(amounts)
    rows = [_provider(view, tranche, amount, whole) for tranche, amount in zip(found, amounts, strict=True)]
    total = Row(view.say("Total"), Unit.MONEY, ("", "", "", "", whole, view.language.percent(1.0, 1), ""), "total")
    note = view.say(
        "Amounts drawn, in %(currency)s; of guarantees their cover at close, which is no source of funds.",
        currency=view.language.currency(view.results.currency),
    )
    behind = [_behind(view, name) for name in guarantees(view)]
    columns = tuple(map(view.say, _PROVIDED))
    caption, stub = view.say("Capital stack"), view.say("Tranche")
    return Table("table-stack", caption, columns, (*rows, total, *behind), note, stub, Layout.WORDS)


def _provider(view: View, tranche: Tranche, amount: float, whole: float) -> Row:
    owned = tranche.line.tags.get("equity") == "in"
    cells: tuple[Cell, ...] = (
        "; ".join(_from(view, tranche.line)),
        "; ".join(view.definition(f"facilities.{tranche.loan}.provider")),
        tranche.kind,
        view.language.currency(view.foreign(tranche.loan) or view.results.currency.partition(" ")[0]),
        amount,
        view.language.percent(amount / whole, 1),
        view.ranking(tranche.loan) if tranche.loan else view.say("After debt") if owned else "",
    )
    return Row(tranche.label, Unit.MONEY, cells)


def _from(view: View, line: Line) -> tuple[str, ...]:
    """Who pays it in: its payer, who gives the grant, or every shareholder with its share where there are several."""
    if "payer" in line.tags:
        return (view.party(line.tags["payer"]),)
    received = (of for of in view.results.graph.tagged(grant="received") if of.instance == line.instance)
    given = tuple(view.party(of.tags["payer"]) for of in received)
    return given or tuple(held for held, _ in shareholders(view))


def _behind(view: View, name: str) -> Row:
    """A guarantee: who gives it, and its cover at close."""
    own = view.language.currency(view.results.currency.partition(" ")[0])
    cover = view.value(f"{name}.cover_at_close")
    cells = (view.party(guarantor(view, name)), "", view.say("Guarantee"), own, cover, "", "")
    return Row(view.instance(name), Unit.MONEY, cells)


def _terms(view: View, loans: list[str]) -> Table:
    rows = [Row(view.instance(loan), Unit.MONEY, tuple(_terms_of(view, loan))) for loan in loans]
    rows += [Row(view.instance(name), Unit.MONEY, (_fee(view, name), *[""] * 6)) for name in guarantees(view)]
    columns, stub = tuple(map(view.say, _TERMS)), view.say("Tranche")
    note = view.say("Subsidy is the grant equivalent at the market's price, a present value.")
    caption = view.say("Capital stack: terms")
    return Table("table-stack-terms", caption, columns, tuple(rows), note, stub, Layout.WORDS)


def _terms_of(view: View, loan: str) -> Iterator[str]:
    yield "; ".join((*view.texts(f"{loan}.rate"), *_fees(view, loan)))
    yield from ("; ".join(view.texts(f"{loan}.{name}")) for name in ("tenor_months", "grace_months"))
    for basis in ("dac", "imf"):
        yield "; ".join(view.texts(f"{loan}_{basis}.grant_element_share"))
    yield "; ".join(view.texts(f"{loan}_market.grant_equivalent"))
    yield "; ".join(view.definition(f"facilities.{loan}.mobilisation"))


def _fees(view: View, loan: str) -> Iterator[str]:
    for name in ("upfront_fee_rate", "commitment_fee_rate"):
        if view.has(f"{loan}.{name}") and view.value(f"{loan}.{name}"):
            yield f"{view.bare_label(f'{loan}.{name}')} {view.shown(f'{loan}.{name}')}"


def _fee(view: View, name: str) -> str:
    return f"{view.bare_label(f'{name}.fee_rate')} {view.shown(f'{name}.fee_rate')}"
