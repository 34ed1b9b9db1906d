"""The page of a sensitivity: what moves the results, how far, how far until something breaks, whose variance it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.sensitivity.tables import sobol_table, spider_table, tornado_table
from finmodel.outputs.sensitivity.text import variance_texts
from finmodel.outputs.sensitivity.words import answer_text, debt_text, move_label, moves_text, question_text
from finmodel.outputs.sensitivity.words import result_label as label_of
from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import Figure, Headline, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.page import Page, Part, blocks_of
from finmodel.outputs.uncertainty.sensitivity_figures import (
    sobol_figure,
    spider_figure,
    tornado_figure,
    two_way_heat,
)
from finmodel.outputs.uncertainty.writer import write_page
from finmodel.results import Results
from finmodel.sensitivities import Sensitivities

__all__ = ["sensitivity_page", "write_sensitivity_page"]


def write_sensitivity_page(results: Results, found: Sensitivities, path: Path, lang: str) -> None:
    """The page in ``en``, ``ru`` or ``kk``; ``UsageError`` for another language or a bad place."""
    view = View(results, translator(lang))
    write_page(sensitivity_page(view, found), path, view.language)


def sensitivity_page(view: View, found: Sensitivities) -> Page:
    """The page before it is laid out."""
    cover = cover_page(view)
    return Page(
        kind=view.say("Sensitivities"),
        title=cover.title,
        facts=cover.facts,
        debt=debt_text(view, found),
        banner=(moves_text(view, found), *_missing(view, found)),
        headlines=tuple(_headlines(view, found)),
        parts=tuple(part for part in _parts(view, found) if part.blocks or part.terms),
        colophon=cover.colophon,
    )


def _headlines(view: View, found: Sensitivities) -> Iterator[Headline]:
    for measured in found.kpis[:6]:
        value = view.language.figure(measured.base, measured.unit)
        yield Headline(label_of(view, measured), value, view.say("in the case as it stands"))


def _missing(view: View, found: Sensitivities) -> Iterator[str]:
    for measured in found.kpis:
        if measured.base is None:
            yield f"{label_of(view, measured)}: {view.say('n/a')}. {view.reason(measured.line)}"


def _parts(view: View, found: Sensitivities) -> Iterator[Part]:
    yield Part(
        "part-tornado",
        view.say("One figure at a time"),
        (
            view.say(
                "Each figure goes to its low and to its high end, all else as in the case; the widest comes first."
            ),
        ),
        blocks=blocks_of(*_tornadoes(view, found)),
    )
    yield Part(
        "part-spider",
        view.say("In steps"),
        (view.say("The steeper a line, the more the result depends on the figure; a bend shows where that changes."),),
        blocks=blocks_of(*_spiders(view, found)),
    )
    yield Part(
        "part-two-way",
        view.say("Two figures at a time"),
        blocks=blocks_of(*(two_way_heat(view, found, each) for each in found.two_way)),
    )
    yield Part("part-break-even", view.say("How far until"), terms=tuple(_answers(view, found)))
    if found.sobol is not None:
        yield Part(
            "part-variance",
            view.say("Shares of variance"),
            tuple(variance_texts(view, found, found.sobol)),
            blocks=blocks_of(*_variances(view, found)),
        )


def _tornadoes(view: View, found: Sensitivities) -> Iterable[Figure | Table | None]:
    for each in found.tornadoes:
        table = tornado_table(view, found, each)
        yield tornado_figure(view, found, each, table.key)
        yield table


def _spiders(view: View, found: Sensitivities) -> Iterable[Figure | Table | None]:
    for each in found.spiders:
        table = spider_table(view, found, each)
        yield spider_figure(view, found, each, table.key)
        yield table


def _variances(view: View, found: Sensitivities) -> Iterable[Figure | Table | None]:
    for each in found.sobol.kpis if found.sobol else ():
        table = sobol_table(view, found, each)
        yield sobol_figure(view, found, each, table.key)
        yield table


def _answers(view: View, found: Sensitivities) -> Iterator[Term]:
    for asked in found.break_even:
        question = f"{question_text(view, found, asked)} · {move_label(view, asked.move)}"
        yield Term(question, tuple(answer_text(view, found, asked)))
