"""The terms of the loan itself: amount, drawdown, tenor and repayment, pricing, fees, prepayment."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.figures import balance_figure, spend_figure
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["loan_sections"]


def loan_sections(view: View) -> list[Section]:
    """Facility, purpose, availability, repayment, pricing, fees and prepayment, in the order of a term sheet."""
    return [
        _facility(view),
        Section("purpose", view.say("Purpose"), (view.written("Use of the loan", "purpose"),)),
        _availability(view),
        _repayment(view),
        _pricing(view),
        _fees(view),
        _prepayment(view),
    ]


def _each(view: View, terms: Sequence[tuple[str, str]]) -> list[Term]:
    """The same terms for every facility; named after the facility where there are several."""
    loans = view.facilities
    found = []
    for loan in loans:
        for label, name in terms:
            term = view.term(label, f"{loan}.{name}")
            if term.texts:
                found.append(_of_loan(view, loan, term, alone=len(loans) == 1))
    return found


def _of_loan(view: View, loan: str, term: Term, *, alone: bool) -> Term:
    return term if alone else Term(f"{view.instance(loan)}: {term.label}", term.texts)


_AMOUNTS = (("Amount", "commitment"),)


def _facility(view: View) -> Section:
    names = tuple(view.instance(loan) for loan in view.facilities)
    terms = [
        Term(view.say("Type"), tuple(view.say("%(loan)s, term loan", loan=name) for name in names)),
        *_each(view, _AMOUNTS),
        Term(view.say("Currency"), (view.language.currency(view.results.currency.partition(" ")[0]),)),
        view.term("Share of total uses", "gearing"),
        view.term("Sponsors' funds", "sponsor_commitment"),
        view.written("Ranking", "ranking"),
    ]
    limits = view.results.graph.tagged(limit="facility")
    texts = tuple(f"{view.line_label(line)} – {view.shown(line.name)}" for line in limits)
    cash = [term for loan in view.facilities for term in view.defined("Cash flow for sizing", _sizing(loan))]
    return Section(
        "facility", view.say("Facility"), (*terms, Term(view.say("The amount is the least of"), texts), *cash)
    )


def _sizing(loan: str) -> str:
    return f"facilities.{loan}.sizing.tax"


def _availability(view: View) -> Section:
    start = view.language.day(view.periods[0].start)
    end = view.shown("completion_date")
    terms = (
        Term(
            view.say("Availability period"),
            (view.say("From financial close, taken as %(start)s, to completion, %(end)s", start=start, end=end),),
        ),
        *view.terms_of("construction_months", *(("delay_months",) if view.value("delay_months") else ())),
        *view.defined("Order of drawdown", "funding.drawdown"),
        view.written("Conditions of each drawdown", "drawdown"),
    )
    return Section("availability", view.say("Availability and drawdown"), terms, (spend_figure(view),))


def _repayment(view: View) -> Section:
    loans = view.facilities
    terms = []
    for loan in loans:
        flags = view.series(f"{loan}.repayment_flag")
        repaid = [period for period, flag in zip(view.periods, flags, strict=True) if flag]
        own = [
            *view.defined("Repayment profile", f"facilities.{loan}.repayment.profile"),
            view.term("Tenor from financial close", f"{loan}.tenor_months"),
            view.term("Grace period after completion", f"{loan}.grace_months"),
        ]
        if repaid:
            own += [
                Term(view.say("First repayment"), (view.language.day(repaid[0].end),)),
                Term(view.say("Final maturity"), (view.language.day(repaid[-1].end),)),
                Term(view.say("Repayments"), (view.amount(float(len(repaid)), Unit.COUNT),)),
            ]
        terms += [_of_loan(view, loan, term, alone=len(loans) == 1) for term in own]
    months = view.amount(float(view.results.period_months), Unit.MONTHS)
    terms += [
        Term(view.say("Payment dates"), (view.say("The last day of each period of %(months)s", months=months),)),
    ]
    return Section("repayment", view.say("Tenor, grace period and repayment"), tuple(terms), (balance_figure(view),))


def _pricing(view: View) -> Section:
    loans = view.facilities
    terms, tables = [], []
    for loan in loans:
        rates = [name for name in (f"{loan}.base_rate", f"{loan}.margin", f"{loan}.rate") if view.has(name)]
        changes = _rate_changes(view, rates)
        if len(changes) > 1:
            tables.append(_rate_table(view, loan, rates, changes))
            rates = []
        own = [Term(view.say(_RATES[name.rpartition(".")[2]]), view.texts(name)) for name in rates]
        own += view.defined("Day count", f"facilities.{loan}.day_count")
        own.append(view.term("Default interest above the rate", f"{loan}.default_margin"))
        terms += [_of_loan(view, loan, term, alone=len(loans) == 1) for term in own if term.texts]
    return Section("pricing", view.say("Pricing"), tuple(terms), tables=tuple(tables))


_RATES = {"base_rate": "Base rate", "margin": "Margin", "rate": "Interest rate"}


def _rate_changes(view: View, names: Sequence[str]) -> list[int]:
    """The periods from which on a rate differs from the period before; the first period is one of them."""
    rows = [view.series(name) for name in names if name in view.results.series]
    columns = list(zip(*rows, strict=True))
    return [i for i, column in enumerate(columns) if i == 0 or column != columns[i - 1]]


def _rate_table(view: View, loan: str, names: Sequence[str], changes: Sequence[int]) -> Table:
    columns = tuple(view.say("from %(year)s", year=view.periods[i].start.year) for i in changes)
    rows = []
    for name in names:
        series = view.results.series.get(name)
        cells = tuple(series[i] if series else view.value(name) for i in changes)
        kind = "total" if name == f"{loan}.rate" else "plain"
        rows.append(Row(view.say(_RATES[name.rpartition(".")[2]]), Unit.RATE, cells, kind))
    caption = view.say("Interest rate, a year")
    return Table(f"table-rates-{loan}", caption, columns, tuple(rows), stub=view.instance(loan))


_FEES = (
    ("Front-end fee, of the amount", "upfront_fee_rate"),
    ("Commitment fee, of the undrawn amount", "commitment_fee_rate"),
    ("Agency fee", "agency_fee_amount"),
)


def _fees(view: View) -> Section:
    paid = [line for line in view.results.graph.tagged(use="financing") if line.name in view.results.series]
    sums = tuple(
        f"{view.line_label(line)} – {view.amount(sum(v or 0.0 for v in view.series(line.name)), line.unit)}"
        for line in paid
    )
    terms = (*_each(view, _FEES), Term(view.say("Financing costs during construction"), sums))
    return Section("fees", view.say("Fees"), terms)


def _prepayment(view: View) -> Section:
    terms = (view.written("Voluntary and mandatory", "prepayment"), view.written("Cash sweep", "cash_sweep"))
    return Section("prepayment", view.say("Prepayment"), terms)
