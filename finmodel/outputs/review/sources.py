"""Where the figures behind a review come from: each with its status, source and date, the unverified ones marked."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.inputs.green import Green
from finmodel.inputs.green_projects import EligibleProject
from finmodel.inputs.table import InputEntry
from finmodel.inputs.text import label_of
from finmodel.model.green.project_parts import kind_of
from finmodel.outputs.review.words import word
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
_IN_AN_ENTRY = 3
"""So many steps lead to an entry of a heading; a figure in it has more."""
_TITLES = {"unverified": "Figures that are not verified", "sources": "Figures of the review and their sources"}


def unverified_counts(view: View) -> tuple[int, int]:
    """How many figures are unverified with defaults, and how many of them the case states itself."""
    found = [entry for entry in view.results.inputs if entry.provenance.status == _UNVERIFIED]
    return len(found), sum(entry.provenance.stated for entry in found)


def sources_tables(view: View) -> Iterator[ReviewTable]:
    """The figures that nobody has verified, wherever they stand; then all others that the review rests on."""
    entries = tuple(view.results.inputs)
    unverified = [entry for entry in entries if entry.provenance.status == _UNVERIFIED]
    others = [entry for entry in entries if entry not in unverified and _belongs(entry)]
    columns = tuple(ReviewColumn(name, view.say(label), holds_words=True) for name, label in _COLUMNS)
    for key, shown in zip(_TITLES, (unverified, others), strict=True):
        if shown:
            yield ReviewTable(key, view.say(_TITLES[key]), columns, tuple(_row(view, entry) for entry in shown))


def _belongs(entry: InputEntry) -> bool:
    return entry.path.partition(".")[0] in _HEADINGS and entry.provenance.stated


def _row(view: View, entry: InputEntry) -> ReviewRow:
    origin = entry.provenance
    cells = (
        ": ".join(filter(None, (_whose(view, entry), view.input_label(entry.variable)))),
        view.input_text(entry),
        view.say(origin.status),
        ". ".join(text.rstrip(".") for text in (origin.source, origin.note) if text),
        origin.as_of,
        entry.path,
    )
    return ReviewRow(cells, mark=_MARKS.get(origin.status, ""))


def _whose(view: View, entry: InputEntry) -> str:
    """What a figure belongs to, in the language of the page; nothing where it belongs to the whole case."""
    green, steps = view.results.details.get("green"), entry.path.split(".")
    if isinstance(green, Green) and steps[0] == "green" and len(steps) > _IN_AN_ENTRY:
        heading, name = steps[1:3]
        if heading == "projects":
            return _of_project(view, name, green.projects[name], steps)
        if heading in ("allocations", "results"):
            one = getattr(green, heading)[name]
            return f"{word(view, label_of(one.project, green.projects[one.project]))}, {one.year.number:.0f}"
    instance = entry.variable.name.rpartition(".")[0]
    return view.instance(instance) if instance else ""


def _of_project(view: View, name: str, terms: EligibleProject, steps: list[str]) -> str:
    """A project, with the indicator that a figure is of."""
    own = word(view, label_of(name, terms))
    return f"{own}: {word(view, kind_of(terms, steps[4]).label)}" if steps[3] == "indicators" else own
