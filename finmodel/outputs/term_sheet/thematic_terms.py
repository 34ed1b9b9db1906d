"""Thematic terms of facilities: issue and label of bonds, sustainability targets and ratchets, lease of a sukuk."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.stated_terms import groups_of, item_tables
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["thematic_sections"]

_ISSUE = (
    ("Issue price, of face value", "issue_price"),
    ("Interest on proceeds that wait", "proceeds_rate"),
    ("Cost of listing", "listing_cost_amount"),
    ("Fee of listing a year", "listing_fee_amount"),
    ("Cost of external review", "review_cost_amount"),
    ("Cost of reports and their verification a year", "review_fee_amount"),
)
_LEASE = (
    ("Leased assets, of capital expenditure", "leased_share"),
    ("Asset cover not below", "minimum_asset_cover"),
    ("Lowest asset cover", "asset_cover_minimum"),
    ("Periods of asset cover too low", "asset_cover_breaches"),
    ("Tangible share for trading", "tradability_share"),
    ("Periods backed too little to be traded", "untradable_periods"),
    ("Sum insured, of the cost of leased assets", "insured_share"),
    ("Contribution for insurance a year, of the sum insured", "takaful_rate"),
    ("Ownership costs borne as servicing agent, a year", "servicing_amount"),
)
_TARGET = (
    "observed",
    "target",
    "verified_on",
    "missed",
    "missed_value",
    "met_value",
    "expected_cost",
)
"""What the model finds of a target, beside what is stated of it."""


def thematic_sections(view: View) -> list[Section]:
    """Sections for the thematic facilities of a case; none without one."""
    found = (_issued(view), _linked(view), _leased(view))
    return [section for section in found if section is not None]


def _issued(view: View) -> Section | None:
    bonds = [loan for loan in view.facilities if view.has(f"{loan}.issue_price")]
    rows = [
        Each(view.say("Label"), {loan: view.definition(f"facilities.{loan}.type") for loan in bonds}),
        Each(view.say("Placed"), {loan: view.definition(f"facilities.{loan}.placed") for loan in bonds}),
        Each(view.say("Use of proceeds"), {n: view.definition(f"facilities.{n}.use_of_proceeds") for n in bonds}),
        *(Each(view.say(label), {loan: view.if_any(f"{loan}.{key}") for loan in bonds}) for label, key in _ISSUE),
        Each(view.say("All-in cost to the company"), {loan: view.texts(f"{loan}.cost_rate") for loan in bonds}),
    ]
    title = view.say("Issue and listing")
    return Section("issue", title, lead=compared(view, "table-issue", title, rows, bonds)) if bonds else None


def _linked(view: View) -> Section | None:
    tables: list[Table] = []
    for loan in view.facilities:
        targets = [group for group in groups_of(view, "facilities", loan) if group.key == "targets"]
        caption = view.say("%(facility)s: sustainability targets", facility=view.instance(loan))
        tables += [table for group in targets for table in item_tables(view, group, caption=caption)]
        tables += [_outcome(view, loan, [item.instance for group in targets for item in group.items])] * bool(targets)
        tables += _ratchet(view, loan)
    note = view.say("A step holds from the first interest period that begins after the month of the verifier's report.")
    title = view.say("Sustainability-linked terms")
    return Section("linked", title, lead=tuple(tables), note=note) if tables else None


def _outcome(view: View, loan: str, targets: Sequence[str]) -> Table:
    """What the case expects of each target, and what missing it would cost."""
    rows = []
    for key in _TARGET:
        names = [f"{target}.{key}" for target in targets]
        first = next((name for name in names if view.has(name)), "")
        if first:
            cells = tuple(view.shown(name) if view.has(name) else "" for name in names)
            rows.append(Row(view.bare_label(first), Unit.FLAG, cells))
    caption = view.say("%(facility)s: what the case expects of its targets", facility=view.instance(loan))
    columns = tuple(map(view.instance, targets))
    key = f"table-targets-{loan.replace('_', '-')}"
    return Table(key, caption, columns, tuple(rows), stub=view.say("Result"), layout=Layout.SIDES)


def _ratchet(view: View, loan: str) -> list[Table]:
    """The bands of a margin ratchet, with what each adds to the margin."""
    bands = [line.instance for line in view.results.graph.tagged(ratchet_of=loan)]
    if not bands:
        return []
    columns = (view.say("From"), view.say("To below"), view.say("Added to the margin"))
    rows = tuple(_band(view, band) for band in bands)
    caption = view.say("%(facility)s: margin ratchet", facility=view.instance(loan))
    lag = view.shown(f"{loan}.margin_ratchet_lag_months")
    note = view.say("The margin of a period goes by the indicator of %(months)s before.", months=lag)
    return [Table(f"table-ratchet-{loan.replace('_', '-')}", caption, columns, rows, note=note, stub=view.say("Band"))]


def _band(view: View, band: str) -> Row:
    upper = view.shown(f"{band}.upper") if view.has(f"{band}.upper") else view.say("open")
    cells = (view.shown(f"{band}.lower"), upper, view.shown(f"{band}.adjustment"))
    return Row(view.instance(band), Unit.FLAG, cells)


def _leased(view: View) -> Section | None:
    sukuk = [loan for loan in view.facilities if view.has(f"{loan}.leased_share")]
    rows = [
        Each(view.say("Label"), {loan: view.definition(f"facilities.{loan}.theme") for loan in sukuk}),
        Each(view.say("Trustee, who lets the assets"), {loan: _paid(view, loan, "trustee") for loan in sukuk}),
        Each(view.say("Insurer of the assets"), {loan: _paid(view, loan, "takaful") for loan in sukuk}),
        *(Each(view.say(label), {loan: view.if_any(f"{loan}.{key}") for loan in sukuk}) for label, key in _LEASE),
        Each(view.say("Most that a total loss would lack"), {n: view.texts(f"{n}.total_loss_highest") for n in sukuk}),
        Each(view.say("All-in cost to the company"), {loan: view.texts(f"{loan}.cost_rate") for loan in sukuk}),
    ]
    title = view.say("Lease, servicing and purchase undertaking")
    note = view.say(
        "Rental is the profit rate on certificates outstanding; it is paid in advance while the assets are built. "
        "Assets are bought back at the principal of each period, and on dissolution at certificates and rental unpaid."
    )
    return Section("lease", title, lead=compared(view, "table-lease", title, rows, sukuk), note=note) if sukuk else None


def _paid(view: View, loan: str, role: str) -> tuple[str, ...]:
    """Who is paid by the line of the role."""
    line = view.results.graph.lines[f"{loan}.{'supplementary_rental' if role == 'trustee' else role}"]
    return (view.party(line.tags["payee"]),)
