"""The documents that a second opinion, a listing or an annual report asks for, and which of them the case names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.inputs.figure import Figure
from finmodel.inputs.green import Green
from finmodel.inputs.green_framework import ExternalReview
from finmodel.inputs.text import in_words
from finmodel.outputs.language import as_date
from finmodel.outputs.review.words import word
from finmodel.outputs.term_sheet.view import View
from finmodel.review import Review, ReviewColumn, ReviewRow, ReviewTable

__all__ = ["documents_table"]

_COLUMNS = (
    ("document", "Document"), ("kind", "Kind"), ("dated", "Date"), ("where", "Where it can be read"),
    ("result", "State"), ("purpose", "Usually asked for by"),
)  # fmt: skip
_OPINION, _LISTING, _ANNUAL = "Second opinion", "Listing", "Annual report"
_REPORTS = ("Report on allocation", "Report on impact")
_STATES = {"good": "Stated", "open": "To be completed", "bad": "Missing"}


@dataclass(frozen=True, slots=True)
class _Document:
    """One document: what it is called, its kind, date and place, how far it is there, and who asks for it."""

    name: str
    kind: str
    purposes: tuple[str, ...]
    mark: str
    where: str = ""
    dated: str = ""


def documents_table(view: View, review: Review) -> ReviewTable | None:
    """Framework, reviews, reports, undertaking, evidence and documents that are compared; none without ``green``."""
    green = view.results.details.get("green")
    if not isinstance(green, Green):
        return None
    found = (*_framework(view, green), *_reviews(view, green), *_reports(view, green), *_evidence(view, review))
    columns = tuple(ReviewColumn(key, view.say(label), holds_words=True) for key, label in _COLUMNS)
    rows = tuple(_row(view, one) for one in found)
    return ReviewTable("documents", view.say("Documents"), columns, rows, view.say(_NOT_READ))


_NOT_READ = (
    "Who usually asks for a document follows practice; the rules of exchanges and reviewers decide, and were not read."
)


def _row(view: View, one: _Document) -> ReviewRow:
    purposes = ", ".join(map(view.say, one.purposes))
    return ReviewRow((one.name, one.kind, one.dated, one.where, view.say(_STATES[one.mark]), purposes), mark=one.mark)


def _framework(view: View, green: Green) -> Iterator[_Document]:
    stated, say = green.framework, view.say
    mark = "good" if stated.document else "open" if stated.title else "bad"
    name = word(view, stated.title) if stated.title else say("Framework")
    where = word(view, stated.document or "")
    yield _Document(name, say("Framework"), (_OPINION, _LISTING), mark, where, _day(view, stated.adopted))
    undertaken = "good" if stated.use_of_proceeds and green.management.rules else "bad"
    name = say("Undertaking on use and management of proceeds")
    yield _Document(name, say("Undertaking"), (_OPINION, _LISTING), undertaken)


def _reviews(view: View, green: Green) -> Iterator[_Document]:
    for name, one in green.external_reviews.items():
        label = word(view, one.label) if one.label else view.say(in_words(name))
        mark = "good" if one.state == "published" and one.document else "open"
        where = word(view, one.document or "")
        yield _Document(label, _kind(view, one), (_LISTING,), mark, where, _day(view, one.dated))
    if not green.external_reviews:
        yield _Document(view.say("External review"), view.say("External review"), (_LISTING,), "bad")


def _kind(view: View, one: ExternalReview) -> str:
    said = (view.say(in_words(text)) for text in (one.kind, one.stage, one.state))
    return ", ".join((*said, *([word(view, one.reviewer)] if one.reviewer else [])))


def _reports(view: View, green: Green) -> Iterator[_Document]:
    stated = green.reporting
    promised = zip((stated.allocation, stated.impact), _REPORTS, strict=True)
    often = ", ".join(view.say(in_words(text)) for text in (stated.frequency, stated.until) if text)
    for is_promised, name in promised:
        mark = "bad" if not is_promised else "good" if stated.published and often else "open"
        where = word(view, stated.published or "") if is_promised else ""
        yield _Document(view.say(name), view.say("Undertaken report"), (_LISTING, _ANNUAL), mark, where, often)


def _evidence(view: View, review: Review) -> Iterator[_Document]:
    """What shows that thresholds are met, and the documents whose numbers are compared with the model."""
    shown = {word(view, str(row.get("document") or "")): None for row in _records(review, "criteria")}
    compared = {word(view, str(row.get("document") or "")): None for row in _records(review, "claims")}
    for name in filter(None, shown):
        yield _Document(name, view.say("Evidence for a taxonomy"), (_OPINION,), "good")
    for name in filter(None, compared):
        yield _Document(name, view.say("Numbers compared with the model"), (_OPINION, _ANNUAL), "good")


def _records(review: Review, key: str) -> Iterator[dict[str, object]]:
    table = review.tables.get(key)
    return ({**record} for record in table.records) if table is not None else iter(())


def _day(view: View, date: Figure | None) -> str:
    return view.language.day(as_date(date.number)) if date is not None else ""
