"""Green terms: the components of the principles as the case states them, and allocation and impact as an annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from finmodel.inputs.green import Green
from finmodel.inputs.green_framework import ExternalReview
from finmodel.inputs.impact_indicators import CATEGORIES
from finmodel.inputs.text import in_words, label_of
from finmodel.outputs.review.cells import cell_text
from finmodel.outputs.review.words import translated, word
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.economic_annex import LEAST_SHARE
from finmodel.outputs.term_sheet.view import View
from finmodel.review import ReviewTable
from finmodel.units import Unit

__all__ = ["green_annex", "green_sections"]

_TITLES = {
    "green": "Green framework and use of proceeds",
    "social": "Social framework and use of proceeds",
    "sustainability": "Sustainability framework and use of proceeds",
}
_WORDS = {
    "sub_account": "Sub-account",
    "sub_portfolio": "Sub-portfolio",
    "register": "Register of allocations",
    "half_yearly": "Every half-year",
    "annual": "Every year",
    "once": "Once",
    "full_allocation": "Until all is allocated",
    "maturity": "Until maturity",
    "second_party_opinion": "Second-party opinion",
    "before_issue": "before issue",
    "after_issue": "after issue",
    "planned": "planned",
    "mandated": "mandated",
    "published": "published",
}
"""What words of the case mean that are not clear by themselves."""
_REPORTS = (("allocation", "Allocation of proceeds"), ("impact", "Impact"))
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "projects": ("category", "taxonomy", "sdgs", "total_cost", "eligible_amount", "allocated", "share_of_cost"),
    "allocation": ("instrument", "year", "state", "allocated", "refinanced"),
    "unallocated": ("year", "proceeds", "allocated", "unallocated", "placements"),
    "impact": (
        "instrument", "indicator", "unit", "basis", "absolute", "share_of_cost", "pro_rated", "pro_rated_lifetime",
    ),
    "impact_totals": ("indicator", "unit", "pro_rated", "pro_rated_lifetime", "per_million", "currency"),
}  # fmt: skip
"""The columns of each table that fit a page; all of them are in the reviewer's pack."""
_STUBS = {"allocation": "project"}


def green_sections(view: View) -> Iterator[Section]:
    """The framework by the components of the principles; none for a case without the heading."""
    green = view.results.details.get("green")
    if isinstance(green, Green):
        terms = (*_framework(view, green), *_proceeds(view, green), *_selection(view, green), *_management(view, green),
                 *_reporting(view, green), *_reviews(view, green))  # fmt: skip
        yield Section("green", view.say(_TITLES[green.label]), terms)


def green_annex(view: View) -> Iterator[Section]:
    """Projects, allocations, what waits, and impact whole and pro-rated."""
    found: Any = view.results.details.get("green_tables") or {}
    tables = tuple(_table(view, found[key], columns) for key, columns in _SHOWN.items() if key in found)
    if tables:
        title = view.say("Allocation and impact")
        yield Section("annex-green", title, tuple(_weak(view)), tables=tables)


def _weak(view: View) -> Iterator[Term]:
    """The projects that avoid almost nothing of what is emitted without them, such as buses on a grid of coal."""
    found = []
    for line in view.results.graph.lines.values():
        if line.section == "green_project" and line.name == f"{line.instance}.ghg_lifetime":
            without, avoided = view.value(f"{line.instance}.ghg_without_lifetime"), view.value(line.name)
            if without and avoided is not None and avoided < LEAST_SHARE * without:
                name = view.instance(line.instance)
                found.append(view.say("%(name)s: less than a tenth of what is emitted without the project", name=name))
    if found:
        yield Term(view.say("Almost no greenhouse gas avoided"), tuple(found))


def _told(view: View, label: str, *said: str | None) -> Term:
    """A term in the words of the case, translated where the case translates them."""
    return Term(view.say(label), tuple(view.language.text(each) for each in said if each))


def _meant(view: View, said: str) -> str:
    return view.say(_WORDS.get(said) or in_words(said))


def _framework(view: View, green: Green) -> Iterator[Term]:
    stated = green.framework
    yield _told(view, "Framework", stated.title, stated.document)
    yield _told(view, "Principles", stated.principles)
    if stated.adopted is not None:
        yield Term(view.say("Framework adopted on"), view.texts("framework_adopted"))


def _proceeds(view: View, green: Green) -> Iterator[Term]:
    stated = green.framework
    yield _told(view, "Use of proceeds", stated.use_of_proceeds)
    yield _told(view, "Objectives", stated.objectives)
    projects = tuple(
        f"{view.language.text(label_of(name, terms)) if terms.label else view.instance(name)}"
        f" ({view.say(CATEGORIES[terms.category])})"
        for name, terms in green.projects.items()
    )
    yield Term(view.say("Eligible projects"), projects)
    yield _told(view, "Exclusions", stated.exclusions)


def _selection(view: View, green: Green) -> Iterator[Term]:
    yield _told(view, "Evaluation and selection", green.framework.selection)
    yield _told(view, "Environmental and social risks", green.framework.risks)


def _management(view: View, green: Green) -> Iterator[Term]:
    stated = green.management
    tracking = (_meant(view, stated.tracking),) if stated.tracking else ()
    yield Term(view.say("Tracking of proceeds"), (*tracking, *_told(view, "", stated.rules).texts))
    places = tuple(
        f"{view.language.text(one.label) if one.label else _meant(view, one.kind)}:"
        f" {view.amount(one.share.number, Unit.SHARE)}"
        for one in stated.placements.values()
    )
    yield Term(view.say("Proceeds not yet allocated"), places)
    yield Term(view.say("All is allocated within"), view.texts("management_allocation_months"))
    yield Term(view.say("Look-back on refinanced spending"), view.texts("management_look_back_months"))


def _reporting(view: View, green: Green) -> Iterator[Term]:
    stated = green.reporting
    on = tuple(view.say(label) for key, label in _REPORTS if getattr(stated, key))
    yield Term(view.say("Reports on"), on)
    span = tuple(_meant(view, each) for each in (stated.frequency, stated.until) if each)
    yield Term(view.say("How often and until when"), span)
    yield _told(view, "Where reports are published", stated.published)
    if stated.verified:
        yield Term(view.say("Verification of reports"), (view.say("By a third party"),))


def _reviews(view: View, green: Green) -> Iterator[Term]:
    texts = tuple(_review(view, name, one) for name, one in green.external_reviews.items())
    yield Term(view.say("External review"), texts)


def _review(view: View, name: str, one: ExternalReview) -> str:
    day = view.texts(f"{name}.dated") if one.dated is not None else ()
    said = (one.reviewer, one.standard, one.document)
    words = (_meant(view, one.kind), _meant(view, one.stage), _meant(view, one.state))
    return ", ".join((*words, *(view.language.text(each) for each in said if each), *day))


def _table(view: View, found: ReviewTable, wanted: tuple[str, ...]) -> Table:
    """A table of record with the columns that fit a page, named by its first column."""
    table = translated(view, found)
    places = {column.key: place for place, column in enumerate(table.columns)}
    shown = [places[key] for key in wanted if key in places]
    stub = places[_STUBS.get(found.key, table.columns[0].key)]
    rows = tuple(
        Row(
            str(row.cells[stub] or next(filter(None, row.cells), "")),
            Unit.MONEY,
            tuple(cell_text(view.language, table.columns[place], row.cells[place]) for place in shown),
            row.kind,
        )
        for row in table.rows
    )
    columns = tuple(table.columns[place].label for place in shown)
    caption = f"{table.title}, {view.results.currency}" if _has_money(table, shown) else table.title
    return Table(f"table-green-{found.key.replace('_', '-')}", caption, columns, rows, word(view, table.note),
                 table.columns[stub].label, Layout.WORDS)  # fmt: skip


def _has_money(table: ReviewTable, places: list[int]) -> bool:
    return any(table.columns[place].unit is Unit.MONEY for place in places)
