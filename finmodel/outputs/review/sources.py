"""Where the figures behind a review come from: each with its status, source and date, the unverified ones marked."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.inputs.table import InputEntry
from finmodel.outputs.term_sheet.view import View
from finmodel.review import ReviewColumn, ReviewRow, ReviewTable

__all__ = ["sources_tables", "unverified_counts"]

_HEADINGS = frozenset(("green", "emissions", "carbon_prices", "economics", "bonds", "issuance", "taxonomy"))
"""Headings of the case of which every stated figure is told; of others, only what is unverified."""
_MARKS = {"seen": "good", "derived": "good", "unverified": "bad"}
_COLUMNS = (
    ("figure", "Figure"), ("value", "Value"), ("status", "Status"), ("source", "Source and note"), ("as_of", "As of"),
    ("path", "Place in the case file"),
)  # fmt: skip
_UNVERIFIED = "unverified"


def unverified_counts(view: View) -> tuple[int, int]:
    """How many figures are unverified with defaults, and how many of them the case states itself."""
    found = [entry for entry in view.results.inputs if entry.provenance.status == _UNVERIFIED]
    return len(found), sum(entry.provenance.stated for entry in found)


def sources_tables(view: View) -> Iterator[ReviewTable]:
    """The figures that nobody has verified, wherever they stand; then all others that the review rests on."""
    entries = tuple(view.results.inputs)
    unverified = [entry for entry in entries if entry.provenance.status == _UNVERIFIED]
    others = [entry for entry in entries if entry not in unverified and _belongs(entry)]
    for key, title, shown in (
        ("unverified", "Figures that are not verified", unverified),
        ("sources", "Figures of the review and their sources", others),
    ):
        if shown:
            columns = tuple(ReviewColumn(name, view.say(label), holds_words=True) for name, label in _COLUMNS)
            yield ReviewTable(key, view.say(title), columns, tuple(_row(view, entry) for entry in shown))


def _belongs(entry: InputEntry) -> bool:
    return entry.path.partition(".")[0] in _HEADINGS and entry.provenance.stated


def _row(view: View, entry: InputEntry) -> ReviewRow:
    origin, instance = entry.provenance, entry.variable.name.rpartition(".")[0]
    label = view.input_label(entry.variable)
    cells = (
        f"{view.instance(instance)}: {label}" if instance else label,
        view.input_text(entry),
        view.say(origin.status),
        ". ".join(text.rstrip(".") for text in (origin.source, origin.note) if text),
        origin.as_of,
        entry.path,
    )
    return ReviewRow(cells, mark=_MARKS.get(origin.status, ""))
