"""The reviewer's pack of one case in one language: head, findings, components and sections put together."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.language import Language
from finmodel.outputs.review.components import component_blocks, components_title
from finmodel.outputs.review.document import Pack
from finmodel.outputs.review.findings import finding_cards, verdict
from finmodel.outputs.review.parts import parts_of
from finmodel.outputs.review.sources import unverified_counts
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import Headline, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.review import Review
from finmodel.units import Unit

__all__ = ["review_pack"]

_LABELS = {"green": "Green", "social": "Social", "sustainability": "Sustainability", "linked": "Sustainability-linked"}


def review_pack(review: Review, language: Language) -> Pack:
    """The pack, before it is laid out."""
    view = View(review.results, language)
    cards, page = finding_cards(view, review), cover_page(view)
    return Pack(
        kind=_kind(view, review),
        title=page.title,
        subtitle=page.subtitle,
        facts=tuple(_facts(view, review)),
        status=(view.say(_NOT_AN_OPINION), *view.words("project", "honest_note")),
        verdict=verdict(view, review),
        headlines=tuple(_headlines(view, review)),
        findings=cards,
        components_title=components_title(view, review),
        components=component_blocks(view, review, cards),
        parts=tuple(parts_of(view, review)),
        colophon=page.colophon,
    )


_NOT_AN_OPINION = (
    "This pack collects what an external reviewer asks for: what the case states, what its model computes, and where "
    "they disagree. It is not itself a second-party opinion, a verification, a certification or a rating."
)


def _kind(view: View, review: Review) -> str:
    if review.year is not None:
        return view.say("Annual report for review, %(year)s", year=review.year)
    return view.say("Reviewer's pack")


def _facts(view: View, review: Review) -> Iterator[Term]:
    yield Term(view.say("Label"), (view.say(_LABELS[review.label]),))
    tables = [review.tables[key] for key in ("instruments", "targets") if key in review.tables]
    if tables:
        names = dict.fromkeys(row.cells[0] for table in tables for row in table.rows)
        yield Term(view.say("Instruments"), (", ".join(map(view.language.text, names)),))
    yield Term(view.say("Amounts in"), (view.language.currency(view.results.currency),))
    yield Term(view.say("Scenario"), (view.scenario(),))
    if review.year is not None:
        yield Term(view.say("Year"), (str(review.year),))


def _headlines(view: View, review: Review) -> Iterator[Headline]:
    yield Headline(view.say("Findings"), str(len(review.findings)), _faults(view, review))
    stated = sum(component.state == "complete" for component in review.components)
    yield Headline(view.say("Components stated"), _of(view, stated, len(review.components)))
    yield from _of_lines(view)
    screening = review.tables.get("screening")
    if screening is not None:
        eligible = sum(row.mark == "good" for row in screening.rows)
        yield Headline(view.say("Eligible under a taxonomy"), _of(view, eligible, len(screening.rows)),
                       view.say("of screened codes"))  # fmt: skip
    found, stated = unverified_counts(view)
    remark = view.say("of which %(count)s stated, the rest defaults", count=stated) if found > stated else ""
    yield Headline(view.say("Unverified figures"), str(found), remark)


def _faults(view: View, review: Review) -> str:
    if not review.findings:
        return ""
    faults = len(review.of("fault"))
    return (
        view.say("of which %(count)s must be corrected", count=faults)
        if faults
        else view.say("nothing must be corrected")
    )


def _of_lines(view: View) -> Iterator[Headline]:
    """How much is allocated, and what greenhouse gases the share financed avoids, where the model has the lines."""
    values, figure = view.results.values, view.language.figure
    if "green_allocated_share" in values:
        share = figure(values["green_allocated_share"], Unit.SHARE)
        yield Headline(view.say("Proceeds allocated"), share, view.say("over all years, planned ones included"))
    if "green_ghg_a_year" in values:
        tonnes = figure(values["green_ghg_a_year"], Unit.COUNT)
        label = view.say("GHG avoided, share financed")
        yield Headline(label, tonnes, view.say("t CO2e a year of the lifetimes, before construction"))


def _of(view: View, part: int, whole: int) -> str:
    return view.say("%(part)s of %(whole)s", part=part, whole=whole)
