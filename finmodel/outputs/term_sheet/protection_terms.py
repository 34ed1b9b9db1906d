"""What protects the lenders: credit support, accounts, security, covenants, undertakings, conditions, defaults."""

from __future__ import annotations

from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.figures import cover_figure, weakest, year_bridge
from finmodel.outputs.term_sheet.payments import order_of_payments
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.support_terms import support_section
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["covenant_table", "protection_sections"]

_TOLERANCE = 1e-9
"""How far a ratio may miss its level by rounding."""


def protection_sections(view: View) -> list[Section]:
    """Sections 9 to 16: from credit support to events of default."""
    return [
        support_section(view),
        _accounts(view),
        Section("security", view.say("Security"), (view.written("Security package", "security"),)),
        _covenants(view),
        _undertakings(view),
        _conditions(view),
        Section(
            "representations",
            view.say("Representations and warranties"),
            (view.written("Representations", "representations"),),
        ),
        Section(
            "default",
            view.say("Events of default"),
            (view.written("Events", "events_of_default"),),
        ),
    ]


def _accounts(view: View) -> Section:
    terms = [
        view.written("Project accounts", "accounts"),
        Term(view.say("Order of payments"), order_of_payments(view), ordered=True),
        *view.defined("DSRA provided in", "reserves.dsra.type"),
        *view.terms_of("dsra_months", "dsra_initial", "dsra_initial_funding", "mra_months", "minimum_cash"),
    ]
    return Section("accounts", view.say("Accounts and cash-flow waterfall"), tuple(terms), year_bridge(view))


def _covenants(view: View) -> Section:
    table = covenant_table(view)
    test = view.defined("Lock-up test", "distributions.lockup_test")
    limit = view.defined("Dividends limited", "distributions.limit")
    terms = (*test, *view.terms_of("lockup_months"), *limit)
    own = compared(view, "table-own-covenants", view.say("Covenants of each facility"), _own(view), view.facilities)
    return Section("covenants", view.say("Financial covenants"), terms, (cover_figure(view),), (table, *own))


_OWN = (
    ("Lock-up DSCR of the facility", "covenants_lockup_dscr"),
    ("Lock-up test of the facility, months", "covenants_lockup_months"),
    ("Default DSCR of the facility", "covenants_default_dscr"),
    ("Default test of the facility, months", "covenants_default_months"),
    ("Equity cures, at most", "covenants_cure_most_cures"),
    ("Equity cures in succession, at most", "covenants_cure_most_in_succession"),
    ("Periods in default", "covenant_defaults"),
    ("Equity cures in total", "cures_total"),
)
"""Covenants that a facility has of its own: what each is called, and the input or line that it is."""


def _own(view: View) -> list[Each]:
    """Covenants of single facilities, on the cover of their rank and of those paid before it."""
    return [Each(view.say(label), {n: _of_covenants(view, n, key) for n in view.facilities}) for label, key in _OWN]


def _of_covenants(view: View, loan: str, key: str) -> tuple[str, ...]:
    """A covenant as stated, and what came of it; months only where there is a level to test."""
    level = key.replace("months", "dscr")
    if key == "covenant_defaults":
        return view.texts(f"{loan}.{key}")
    return view.if_any(f"{loan}.{key}") if level == key or view.if_any(f"{loan}.{level}") else ()


def covenant_table(view: View) -> Table:
    """Each financial covenant: its level, the model's result, the weakest period, and whether it holds."""
    alone = len(view.facilities) == 1
    rows = [_cover_row(view, *covenant) for covenant in (*_COVENANTS, *(_SIZING if alone else ()))]
    kept = tuple(row for row in (*rows, _gearing_row(view) if alone else None) if row is not None)
    columns = tuple(map(view.say, _COLUMNS))
    stub = view.say("Covenant")
    caption, note = view.say("Covenants against results"), _interest_alone(view) if alone else ""
    return Table("covenant-table", caption, columns, kept, note=note, stub=stub, layout=Layout.WORDS)


def _interest_alone(view: View) -> str:
    """Why cover may be below the level on which the only loan is sized: there, nothing is repaid yet."""
    limit, (loan,) = view.level("sizing_dscr"), view.facilities
    cover = zip(view.series("dscr"), view.series(f"{loan}.scheduled_principal"), strict=True)
    below = [repaid or 0.0 for ratio, repaid in cover if limit and ratio is not None and ratio < limit - _TOLERANCE]
    if not below or any(repaid > _TOLERANCE for repaid in below):
        return ""
    return view.say(
        "Where cover is below the level of sizing, interest alone is more than that level allows; no principal is due."
    )


_COVENANTS = (
    ("Default: DSCR not below", "default_dscr", "dscr"),
    ("Lock-up: DSCR not below", "lockup_dscr", "dscr"),
)
"""Covenants on cover: what each is called, the input that sets its level, the line it is held against."""
_SIZING = (
    ("Sizing: DSCR not below", "sizing_dscr", "dscr"),
    ("Sizing: LLCR not below", "sizing_llcr", "llcr"),
)
"""Levels that an only loan is sized on; of several, each is sized on what those before it leave."""
_COLUMNS = ("Level", "Result", "Weakest period", "Held")


def _cover_row(view: View, label: str, level: str, ratio: str) -> Row | None:
    limit, found = view.level(level), weakest(view, ratio)
    if not limit or found is None:
        return None
    value, period = found
    held = _held(view, value >= limit - _TOLERANCE)
    return Row(
        view.say(label), Unit.RATIO, (view.amount(limit, Unit.RATIO), view.amount(value, Unit.RATIO), period, held)
    )


def _held(view: View, held: bool) -> str:
    return view.say("yes") if held else view.say("no")


def _gearing_row(view: View) -> Row | None:
    limit, value = view.level("sizing_gearing"), view.value("gearing")
    if limit is None or value is None:
        return None
    held = _held(view, value <= limit + _TOLERANCE)
    cells = (view.amount(limit, Unit.SHARE), view.amount(value, Unit.SHARE), "", held)
    return Row(view.say("Gearing not above"), Unit.SHARE, cells)


def _undertakings(view: View) -> Section:
    terms = (view.written("Information and other undertakings", "undertakings"),)
    return Section("undertakings", view.say("Undertakings"), terms)


def _conditions(view: View) -> Section:
    terms = (
        view.written("Before the first drawdown", "conditions_precedent"),
        view.written("Before each drawdown", "drawdown"),
    )
    return Section("conditions", view.say("Conditions precedent"), terms)
