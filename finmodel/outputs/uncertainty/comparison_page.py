"""The page of a comparison: two deals side by side, and a bridge of causes for each result that they differ in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from finmodel.compared import Cause, Comparison, KpiDifference
from finmodel.outputs.charts import Bar, Caption
from finmodel.outputs.comparison.figures import change_in_words
from finmodel.outputs.comparison.pair_text import (
    DEBTS,
    cause_label,
    caused,
    causes_table,
    kpi_of,
    method_text,
    parties_table,
    results_table,
    side_title,
)
from finmodel.outputs.comparison.results_in_words import changed_by, failing_in_words, points_note
from finmodel.outputs.language import translator
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import Figure, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.page import Block, Page, Part, blocks_of
from finmodel.outputs.uncertainty.waterfall_chart import Bridge, waterfall_chart
from finmodel.outputs.uncertainty.writer import write_page
from finmodel.units import Unit

__all__ = ["bridge_figure", "comparison_page", "signed", "write_comparison_page"]

_STEPS = 8
"""Causes that are drawn one by one; the rest together."""


def write_comparison_page(found: Comparison, path: Path, lang: str, *, asked: bool = False) -> None:
    """The page in ``en``, ``ru`` or ``kk``; with ``asked`` the causes of every result compared are shown."""
    language = translator(lang)
    page = comparison_page(View(found.before, language), View(found.after, language), found, asked=asked)
    write_page(page, path, language)


def comparison_page(view: View, other: View, found: Comparison, *, asked: bool = False) -> Page:
    """The page before it is laid out; ``view`` is the first deal, ``other`` the second."""
    cover, second = cover_page(view), cover_page(other)
    return Page(
        kind=view.say("Comparison of two deals"),
        title=cover.title if cover.title == second.title else f"{cover.title} – {second.title}",
        facts=(
            Term("A", (f"{found.given[0]}: {side_title(view)}",)),
            Term("B", (f"{found.given[1]}: {side_title(other)}",)),
        ),
        debt=view.say(DEBTS[found.debt]),
        banner=(method_text(view, found),),
        headlines=(),
        parts=tuple(part for part in _parts(view, other, found, asked=asked) if part.blocks or part.terms),
        colophon=(*cover.colophon[:2], *second.colophon[1:2]),
    )


def _parts(view: View, other: View, found: Comparison, *, asked: bool) -> Iterator[Part]:
    yield Part(
        "part-results",
        view.say("Results side by side"),
        points_note(view, map(kpi_of, found.kpis)),
        blocks=blocks_of(results_table(view, other, found)),
    )
    yield Part("part-causes", view.say("What makes the difference"), blocks=tuple(_causes(view, other, found, asked)))
    yield Part(
        "part-figures",
        view.say("What the two state differently"),
        blocks=blocks_of(_figures(view, found), _words(view, found)),
    )
    yield Part("part-parties", view.say("Parties"), blocks=blocks_of(parties_table(view, other, found)))
    terms = (
        Term("A", (failing_in_words(view, found.failing[0]),)),
        Term("B", (failing_in_words(other, found.failing[1]),)),
    )
    yield Part("part-checks", view.say("Checks and covenants that do not hold"), terms=terms)


def _causes(view: View, other: View, found: Comparison, asked: bool) -> Iterator[Block]:
    for difference in caused(found, asked=asked):
        if difference.causes:
            made = causes_table(view, found, difference)
            table = replace(made, key=f"causes-{difference.name}", caption=made.caption.strip(), layout=Layout.WORDS)
            yield from blocks_of(bridge_figure(view, other, found, difference, table), table)


def bridge_figure(view: View, other: View, found: Comparison, difference: KpiDifference, table: Table) -> Figure | None:
    """From the first result to the second by its causes, the largest first; none where either has no value."""
    if difference.before is None or difference.after is None:
        return None
    first, last = difference.before.value, difference.after.value
    if (
        first is None
        or last is None
        or abs(sum(each.effect for each in difference.causes) - (last - first)) > 1e-6 * max(1.0, abs(last - first))
    ):
        return None
    unit, name = kpi_of(difference).unit, view.label(kpi_of(difference).line)
    shown, rest = difference.causes[:_STEPS], difference.causes[_STEPS:]
    steps = [_step(view, found, cause, unit) for cause in shown]
    if rest:
        together = sum(cause.effect for cause in rest)
        label = view.say("others together (%(count)s)", count=len(rest))
        steps.append(Bar(label, together, signed(view, together, unit)))
    caption = Caption(
        f"figure-causes-{difference.name}",
        view.say("%(result)s: from A to B by its causes", result=name),
        view.say("The result of A, what each change adds or takes, the largest first, and the result of B."),
    )
    bridge = Bridge(
        Bar(f"A: {view.scenario()}", first, view.language.figure(first, unit), total=True),
        steps,
        Bar(f"B: {other.scenario()}", last, view.language.figure(last, unit), total=True),
    )
    picture = waterfall_chart(caption, bridge, lambda value: view.language.figure(value, unit))
    return Figure(caption.key, caption.title, picture, table.key, table.caption)


def _step(view: View, found: Comparison, cause: Cause, unit: Unit) -> Bar:
    """A cause by the label of its figure, which readers know, and its place in the case file where it has none."""
    figure = next((each for each in found.figures if each.path == cause.key), None)
    label = view.input_label(figure.variable) if figure else cause_label(view, cause)
    instance = figure.variable.name.rpartition(".")[0] if figure else ""
    return Bar(
        f"{view.instance(instance)}: {label}" if instance else label, cause.effect, signed(view, cause.effect, unit)
    )


def signed(view: View, change: float, unit: Unit) -> str:
    """A change with its sign; of percentages in points."""
    value, shown = changed_by(change, unit)
    told = view.language.figure(value, shown)
    told = f"+{told}" if change > 0 else told
    return view.say("%(value)s points", value=told) if unit.format.percent else told


def _figures(view: View, found: Comparison) -> Table:
    rows = tuple(
        Row(change.path, change.variable.unit, (change_in_words(change, view.language, found.before.currency),))
        for change in found.figures
        if any(entry is not None and entry.provenance.stated for entry in (change.before, change.after))
    )
    caption = view.say("Figures that differ")
    return Table("table-figures", caption, ("A → B",), rows, stub=view.say("Figure"), layout=Layout.WORDS)


def _words(view: View, found: Comparison) -> Table:
    rows = tuple(Row(each.path, Unit.NUMBER, (f"{each.before or '–'} → {each.after or '–'}",)) for each in found.words)
    caption = view.say("Words and whole blocks that differ")
    return Table("table-words", caption, ("A → B",), rows, stub=view.say("Word"), layout=Layout.WORDS)
