"""The terms of the facilities: amount, drawdown, tenor and repayment, fees, prepayment."""

from __future__ import annotations

from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.figures import balance_figure, spend_figure
from finmodel.outputs.term_sheet.grant_terms import grant_tables
from finmodel.outputs.term_sheet.interim_terms import interim_tables
from finmodel.outputs.term_sheet.prepayment_terms import prepayment_section
from finmodel.outputs.term_sheet.pricing_terms import pricing_section
from finmodel.outputs.term_sheet.side_by_side import Each, defined_of_each, laid_out, of_each, value_of_each
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
        pricing_section(view),
        _fees(view),
        prepayment_section(view),
    ]


def _facility(view: View) -> Section:
    title = view.say("Facility") if len(view.facilities) == 1 else view.say("Facilities")
    own, tables = laid_out(view, "table-facilities", title, _of_facilities(view))
    alone = len(view.facilities) == 1
    terms = [
        *own,
        *([] if _foreign(view) else [Term(view.say("Currency"), (_case_currency(view),))]),
        view.term("Share of total uses", "gearing") if alone else view.term("Debt, share of total uses", "gearing"),
        view.term("Sponsors' funds", "sponsor_commitment"),
        view.written("Ranking", "ranking"),
        *(_limits_of_one(view, view.facilities[0]) if alone else ()),
    ]
    return Section("facility", title, tuple(terms), lead=tables, tables=(*interim_tables(view), *grant_tables(view)))


def _foreign(view: View) -> bool:
    return any(map(view.foreign, view.facilities))


def _case_currency(view: View) -> str:
    return view.language.currency(view.results.currency.partition(" ")[0])


_SIZING = (
    ("Sizing: DSCR not below", "sizing_dscr"),
    ("Sizing: LLCR not below", "sizing_llcr"),
    ("Gearing not above", "sizing_gearing"),
)


def _of_facilities(view: View) -> list[Each]:
    """What each facility is, its amount, and, of several, lender, rank, share, and each limit of its amount."""
    amount = value_of_each(view, "Amount", "commitment")
    if len(view.facilities) == 1:
        return [of_each(view, "Type", lambda loan: (" – ".join((view.instance(loan), *_kind(view, loan))),)), amount]
    return [
        of_each(view, "Type", lambda loan: _kind(view, loan)),
        of_each(view, "Lender", lambda loan: (view.party(view.lender(loan)),)),
        of_each(view, "Currency", lambda loan: _currency(view, loan)),
        amount,
        of_each(view, "Amount in its own currency", lambda loan: _own_amount(view, loan)),
        of_each(view, "Share of total uses", lambda loan: _share(view, loan)),
        of_each(view, "Ranking", lambda loan: (view.ranking(loan),)),
        of_each(view, "Binding limit", lambda loan: _binding(view, loan)),
        *_limits_of_each(view),
        *(Each(view.say(label), {n: view.if_any(f"{n}.{key}") for n in view.facilities}) for label, key in _SIZING),
        defined_of_each(view, "Cash flow for sizing", "sizing.tax"),
    ]


def _currency(view: View, loan: str) -> tuple[str, ...]:
    """The currency of the loan, where any loan is lent in a foreign one."""
    return (view.language.currency(view.foreign(loan)) or _case_currency(view),) if _foreign(view) else ()


def _own_amount(view: View, loan: str) -> tuple[str, ...]:
    """The commitment in the currency of the loan, where that is not the case's."""
    name, scale = f"{loan}.foreign_commitment", view.results.currency.partition(" ")[2]
    money = f"{view.foreign(loan)} {scale}".strip()
    return (view.amount(view.value(name), Unit.MONEY, money),) if view.has(name) else ()


def _binding(view: View, loan: str) -> tuple[str, ...]:
    """What the limit that binds is called: the least one."""
    size = view.results.facilities.get(loan)
    label = view.results.graph.lines[size.lines[size.binding]].label if size else ""
    return (view.say(label).partition(": ")[2],) if label else ()


def _kind(view: View, loan: str) -> tuple[str, ...]:
    return view.definition(f"facilities.{loan}.type")


def _share(view: View, loan: str) -> tuple[str, ...]:
    whole, amount = view.value("total_uses"), view.value(f"{loan}.commitment")
    return (view.language.percent(amount / whole, 1),) if whole and amount is not None else ()


def _limits_of_each(view: View) -> list[Each]:
    """A row for every kind of limit that a facility has; all of one label stand in one row."""
    lines = view.results.graph.tagged(limit="facility")
    found = {line.label: {other.instance: other.name for other in lines if other.label == line.label} for line in lines}
    return [
        Each(view.say(label), {loan: view.texts(names[loan]) if loan in names else () for loan in view.facilities})
        for label, names in found.items()
    ]


def _limits_of_one(view: View, loan: str) -> list[Term]:
    limits = view.results.graph.tagged(limit="facility")
    texts = tuple(f"{view.line_label(line)} – {view.shown(line.name)}" for line in limits)
    cash = view.defined("Cash flow for sizing", f"facilities.{loan}.sizing.tax")
    return [Term(view.say("The amount is the least of"), texts), *cash]


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
    title = view.say("Tenor, grace period and repayment")
    own, tables = laid_out(view, "table-repayment", title, _of_repayment(view))
    months = view.amount(float(view.results.period_months), Unit.MONTHS)
    dates = Term(view.say("Payment dates"), (view.say("The last day of each period of %(months)s", months=months),))
    return Section("repayment", title, (*own, dates), (balance_figure(view),), lead=tables)


def _of_repayment(view: View) -> list[Each]:
    repaid = {loan: _repayments(view, loan) for loan in view.facilities}

    return [
        defined_of_each(view, "Repayment profile", "repayment.profile"),
        value_of_each(view, "Tenor from financial close", "tenor_months"),
        value_of_each(view, "Grace period after completion", "grace_months"),
        of_each(view, "First repayment", lambda loan: tuple(repaid[loan][:1])),
        of_each(view, "Final maturity", lambda loan: tuple(repaid[loan][-1:])),
        of_each(
            view,
            "Repayments",
            lambda loan: (view.amount(float(len(repaid[loan])), Unit.COUNT),) if repaid[loan] else (),
        ),
    ]


def _repayments(view: View, loan: str) -> list[str]:
    """The days on which principal falls due."""
    flags = view.series(f"{loan}.repayment_flag")
    return [view.language.day(period.end) for period, flag in zip(view.periods, flags, strict=True) if flag]


_FEES = (
    ("Front-end fee, of the amount", "upfront_fee_rate"),
    ("Commitment fee, of the undrawn amount", "commitment_fee_rate"),
    ("Agency fee", "agency_fee_amount"),
)


def _fees(view: View) -> Section:
    paid = [line for line in view.results.graph.tagged(use="financing") if line.name in view.results.series]
    sums = tuple(
        f"{view.line_label(line)} – {view.amount(amount, line.unit)}"
        for line in paid
        if (amount := sum(v or 0.0 for v in view.series(line.name))) or len(view.facilities) == 1
    )
    rows = [value_of_each(view, label, name) for label, name in _FEES]
    own, tables = laid_out(view, "table-fees", view.say("Fees"), rows)
    terms = (*own, Term(view.say("Financing costs during construction"), sums))
    return Section("fees", view.say("Fees"), terms, lead=tables)
