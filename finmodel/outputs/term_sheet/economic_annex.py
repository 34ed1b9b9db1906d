"""The annex on the economic appraisal: on what terms society is judged to gain, how much, who, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.economic_tables import appraised, economic_tables, emission_tables
from finmodel.outputs.term_sheet.view import View

__all__ = ["LEAST_SHARE", "appraisal_terms", "economic_annex", "economic_terms", "unverified_values"]

_HEADINGS = ("economics", "carbon_prices", "emissions")
LEAST_SHARE = 0.1
"""Below this share avoided, a saving of greenhouse gases is said to be almost none."""


def economic_annex(view: View) -> Iterator[Section]:
    """One annex, where the case states an appraisal."""
    if appraised(view):
        tables = (*economic_tables(view), *emission_tables(view))
        title = view.say("Economic appraisal")
        yield Section("annex-economics", title, economic_terms(view), tables=tables, note=_note(view))


def _note(view: View) -> str:
    return view.say(
        "What the project is worth to society, at constant prices of financial close. No amount here is cash, and none "
        "stands in the financial statements or in the flows of any party."
    )


def economic_terms(view: View) -> tuple[Term, ...]:
    """The terms of the appraisal in words, with what is not verified of them."""
    return (*appraisal_terms(view), *_open(view))


def appraisal_terms(view: View) -> tuple[Term, ...]:
    """The terms of the appraisal in words."""
    return (
        *view.terms_of("social_discount_rate"),
        Term(view.say("Prices"), (_prices(view),)),
        *_carbon(view),
        *_weak(view),
    )


def _prices(view: View) -> str:
    stated = next((word.said for word in view.stated_words if word.path == "economics.price_index"), ())
    if not stated:
        return view.say("Flows of the financial model are taken to be at constant prices")
    return view.say("Nominal flows are divided by the index %(index)s", index=view.instance(stated[0]))


def _carbon(view: View) -> Iterator[Term]:
    for line in view.results.graph.tagged(carbon="price"):
        said = view.definition(f"carbon_prices.{line.instance}.path")
        entry = view.results.inputs.entries.get(f"{line.instance}.prices")
        origin = (entry.provenance.source, view.say(entry.provenance.status)) if entry and said else ()
        text = "; ".join(filter(None, (*said, *origin)))
        yield Term(view.say("Price of carbon: %(name)s", name=view.instance(line.instance)), (text,))


def _weak(view: View) -> Iterator[Term]:
    """The items that avoid almost nothing of what is emitted without them."""
    record = view.results.tables.get("emissions")
    found = []
    for row in record.rows if record else ():
        without, avoided = row.values[0], row.values[2]
        if without and avoided is not None and avoided < LEAST_SHARE * without:
            name = view.instance(row.line.rpartition(".")[0])
            found.append(view.say("%(name)s: less than a tenth of what is emitted without the project", name=name))
    if found:
        yield Term(view.say("Almost no greenhouse gas avoided"), tuple(found))


def unverified_values(view: View) -> tuple[str, ...]:
    """Every figure of the appraisal that is unverified, defaults included, with its value and its source."""
    return tuple(
        f"{view.input_label(entry.variable)}: {view.input_text(entry)} ({entry.provenance.source})"
        for entry in view.results.inputs
        if entry.variable.group in _HEADINGS
        and entry.provenance.status == "unverified"
        and not entry.variable.name.endswith(".years")
    )


def _open(view: View) -> Iterator[Term]:
    found = unverified_values(view)
    if found:
        yield Term(view.say("Values not verified"), found)
