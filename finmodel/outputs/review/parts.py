"""The sections of a pack below its findings: allocation, impact, taxonomy, worth to society, sources, version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from finmodel.outputs.review.document import Part
from finmodel.outputs.review.documents import documents_table
from finmodel.outputs.review.figures import allocation_figure
from finmodel.outputs.review.layout import laid_out
from finmodel.outputs.review.sources import sources_tables
from finmodel.outputs.review.words import translated, word
from finmodel.outputs.term_sheet.document import Term
from finmodel.outputs.term_sheet.economic_annex import appraisal_terms
from finmodel.outputs.term_sheet.economic_tables import appraised, economic_tables, emission_tables
from finmodel.outputs.term_sheet.record_annexes import checks_annex, version_annex
from finmodel.outputs.term_sheet.view import View
from finmodel.review import Review, ReviewTable, TaxonomyUsed

__all__ = ["parts_of"]

_ALLOCATION = ("instruments", "allocation", "unallocated", "projects")
_IMPACT = ("impact", "impact_totals", "measured", "factors", "claims")
_SCREENING = ("screening", "criteria")
_TARGETS = ("targets",)


def parts_of(view: View, review: Review) -> Iterator[Part]:
    """Every section that has something to show, and a word where one has nothing."""
    if review.label != "linked":
        yield _filled(view, review, _ALLOCATION, _allocation(view, review))
        yield _filled(view, review, _IMPACT, _impact(view))
        yield _filled(view, review, _SCREENING, _screening(view, review))
    if "targets" in review.tables:
        yield _filled(view, review, _TARGETS, _targets(view))
    yield from _worth(view)
    yield from _documents(view, review)
    sources = tuple(sources_tables(view))
    title = view.say("Sources and unverified figures")
    yield Part("part-sources", title, view.provenance(), registers=sources, shown=_shown(view, sources))
    yield Part("part-checks", view.say("Checks of the model"), tables=checks_annex(view).tables)
    yield Part("part-version", view.say("Model and version"), terms=version_annex(view).terms)


def _filled(view: View, review: Review, keys: tuple[str, ...], part: Part) -> Part:
    """A section with those of its tables that the review has; without any, with the word that says so."""
    tables = tuple(translated(view, review.tables[name]) for name in keys if name in review.tables)
    if not tables:
        return replace(part, lead="")
    return replace(part, registers=tables, shown=_shown(view, tables), silent="")


def _shown(view: View, tables: Iterable[ReviewTable]) -> tuple[ReviewTable, ...]:
    return tuple(part for table in tables for part in laid_out(view, table))


def _allocation(view: View, review: Review) -> Part:
    silent = view.say("No proceeds are allocated, and none are planned to be.")
    figures = tuple(allocation_figure(view, review.year))
    return Part("part-allocation", view.say("Allocation of proceeds"), figures=figures, silent=silent)


def _impact(view: View) -> Part:
    lead = view.say(
        "Impact of the whole project, and the part that belongs to the proceeds: impact × allocated ÷ total cost."
    )
    return Part("part-impact", view.say("Impact"), lead, silent=view.say("No impact is stated."))


def _targets(view: View) -> Part:
    lead = view.say("What is expected is the case as it is run, and no promise; the cost of missing is the issuer's.")
    return Part("part-targets", view.say("Targets"), lead)


def _screening(view: View, review: Review) -> Part:
    return Part(
        "part-taxonomy",
        view.say("Taxonomy screening"),
        view.say("A project is eligible only where its evidence meets a threshold that has been verified."),
        tuple(_taxonomy(view, used) for used in review.taxonomies),
        silent=view.say("No project states a code of a taxonomy."),
    )


def _documents(view: View, review: Review) -> Iterator[Part]:
    table = documents_table(view, review)
    if table is not None:
        title = view.say("Documents for an opinion, a listing, a report")
        yield Part("part-documents", title, registers=(table,), shown=_shown(view, (table,)))


def _taxonomy(view: View, used: TaxonomyUsed) -> Term:
    """Which file a project was screened against, and how much of it nobody has verified."""
    said = view.say(
        "%(file)s: %(rows)s rows, of which %(unverified)s are unverified; versions: %(versions)s",
        file=used.file, rows=used.rows, unverified=used.unverified,
        versions=", ".join(word(view, version) for version in used.versions) or view.say("none stated"),
    )  # fmt: skip
    return Term(view.say("Taxonomy: %(name)s", name=used.name.upper()), (said,))


def _worth(view: View) -> Iterator[Part]:
    """What the project is worth to society, with every conversion, where the case appraises it."""
    if appraised(view):
        tables = (*economic_tables(view), *emission_tables(view))
        yield Part("part-economics", view.say("Worth to society (ENPV, EIRR)"), view.say(_NO_CASH),
                   appraisal_terms(view), tables=tables)  # fmt: skip
    elif found := tuple(emission_tables(view)):
        yield Part("part-economics", view.say("Emissions in the model"), view.say(_IN_THE_MODEL), tables=found)


_IN_THE_MODEL = (
    "Items of emissions in the years of the model, whole and whoever pays for them; impact above counts whole "
    "lifetimes."
)
_NO_CASH = (
    "What the project is worth to society, at constant prices of financial close. No amount here is cash, and none "
    "stands in the financial statements or in the flows of any party."
)
