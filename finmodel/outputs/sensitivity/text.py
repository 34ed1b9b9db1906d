"""A sensitivity as lines of text: what ``finmodel sensitivity`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.language import Language
from finmodel.outputs.sensitivity.tables import sobol_table, spider_table, tornado_table, two_way_view
from finmodel.outputs.sensitivity.words import (
    answer_text,
    debt_text,
    move_label,
    moves_text,
    question_text,
    result_label,
)
from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Results
from finmodel.sensitivities import Sensitivities, SobolIndices, SobolStudy

__all__ = ["sensitivity_lines", "variance_texts"]


def sensitivity_lines(results: Results, found: Sensitivities, language: Language) -> list[str]:
    """Bars, curves, tables of two moves, answers and shares of variance, each under its heading."""
    view = View(results, language)
    return [
        f"{language.text(results.title)} · {language.currency(results.currency)} · {debt_text(view, found)}",
        moves_text(view, found),
        *_missing(view, found),
        *_tables(view, [tornado_table(view, found, each) for each in found.tornadoes]),
        *_points(view, found),
        *_tables(view, [spider_table(view, found, each) for each in found.spiders]),
        *_tables(view, [two_way_view(view, found, each) for each in found.two_way]),
        *_answers(view, found),
        *(_variance(view, found, found.sobol) if found.sobol else ()),
    ]


def _tables(view: View, tables: list[Table]) -> Iterator[str]:
    for table in tables:
        if table.rows:
            yield ""
            yield from table_lines(view, table)
            if table.note:
                yield f"  {table.note}"


def _missing(view: View, found: Sensitivities) -> Iterator[str]:
    """Results that do not exist in the case as it stands, and why."""
    for measured in found.kpis:
        if measured.base is None:
            yield f"{result_label(view, measured)}: {view.say('n/a')}. {view.reason(measured.line)}"


def _points(view: View, found: Sensitivities) -> Iterator[str]:
    if any(found.kpi(tornado.kpi).unit.format.percent for tornado in found.tornadoes):
        yield ""
        yield view.say("Percentages change by percentage points.")


def _answers(view: View, found: Sensitivities) -> Iterator[str]:
    if found.break_even:
        yield ""
        yield view.say("How far until")
    for asked in found.break_even:
        yield f"  {question_text(view, found, asked)} · {move_label(view, asked.move)}"
        yield from (f"     {told}" for told in answer_text(view, found, asked))


def _variance(view: View, found: Sensitivities, study: SobolStudy) -> Iterator[str]:
    yield from _tables(view, [sobol_table(view, found, each) for each in study.kpis])
    yield ""
    yield from variance_texts(view, found, study)


def variance_texts(view: View, found: Sensitivities, study: SobolStudy) -> Iterator[str]:
    """How the shares of variance were found, and what they leave out."""
    yield view.say(
        "Sobol's indices: every move uniform between its ends, all at once and independent; %(points)s points, "
        "%(runs)s runs, seed %(seed)s; bounds hold with %(confidence)s confidence (bootstrap of %(resamples)s).",
        points=view.language.number(study.points, 0),
        runs=view.language.number(study.runs, 0),
        seed=study.seed,
        confidence=view.language.percent(study.confidence, 0),
        resamples=study.resamples,
    )
    for each in study.kpis:
        yield from _left_out(view, found, study, each)


def _left_out(view: View, found: Sensitivities, study: SobolStudy, indices: SobolIndices) -> Iterator[str]:
    label = result_label(view, found.kpi(indices.kpi))
    if indices.blanks:
        yield f"{label}: " + view.say(
            "%(blanks)s of %(runs)s runs have no value; %(left)s of %(points)s points with one of them are left out, "
            "so the indices speak of the rest.",
            blanks=view.language.number(indices.blanks, 0),
            runs=view.language.number(study.runs, 0),
            left=view.language.number(study.points - indices.points_used, 0),
            points=view.language.number(study.points, 0),
        )
    if indices.reason:
        yield f"{label}: {view.say(indices.reason)}"
