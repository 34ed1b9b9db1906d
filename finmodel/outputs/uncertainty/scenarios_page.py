"""The page of scenarios: each beside the base case, with what it changes and what that does to the results."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from finmodel.compared import Outcome, SideBySide
from finmodel.outputs.charts import Bar, Caption
from finmodel.outputs.comparison.figures import change_in_words
from finmodel.outputs.comparison.results_in_words import failing_in_words, points_note
from finmodel.outputs.comparison.side_text import changes_table, side_debt, values_table
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import Figure, Headline, Term
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.change_chart import change_chart
from finmodel.outputs.uncertainty.comparison_page import signed
from finmodel.outputs.uncertainty.page import Page, Part, blocks_of
from finmodel.outputs.uncertainty.writer import write_page

__all__ = ["change_figure", "scenarios_page", "write_scenarios_page"]

_DRAWN = ("equity_irr", "project_irr", "dscr_minimum", "equity_npv", "project_npv", "llcr_minimum")
_FIGURES = 8
"""Figures of a scenario that are told one by one."""
_NOTHING = 1e-9


def write_scenarios_page(side: SideBySide, path: Path, lang: str) -> None:
    """The page in ``en``, ``ru`` or ``kk``; ``UsageError`` for another language or a bad place."""
    view = View(side.base, translator(lang))
    write_page(scenarios_page(view, side), path, view.language)


def scenarios_page(view: View, side: SideBySide) -> Page:
    """The page before it is laid out."""
    cover = cover_page(view)
    return Page(
        kind=view.say("Scenarios side by side"),
        title=cover.title,
        facts=cover.facts[:-1],
        debt=side_debt(view, side),
        banner=(view.say("The same numbers as a run of each scenario alone has."),),
        headlines=tuple(_headlines(view, side)),
        parts=tuple(part for part in _parts(view, side) if part.blocks or part.terms),
        colophon=cover.colophon,
    )


def _headlines(view: View, side: SideBySide) -> Iterator[Headline]:
    shown = [name for name in _DRAWN if name in side.kpis][:3]
    for name in shown:
        kpi = side.kpis[name]
        known = [(each.kpis[name].value, each) for each in side.outcomes if name in each.kpis]
        lowest = min(((value, each.name) for value, each in known if value is not None), default=None)
        remark = ""
        if lowest is not None:
            told = view.language.figure(lowest[0], kpi.unit)
            remark = view.say("lowest: %(value)s in %(scenario)s", value=told, scenario=lowest[1])
        yield Headline(view.label(kpi.line), view.language.figure(kpi.value, kpi.unit), remark)


def _parts(view: View, side: SideBySide) -> Iterator[Part]:
    terms = tuple(
        Term(f"{each.name}: {_label(view, each)}", tuple(_changed(view, side, each))) for each in side.outcomes
    )
    yield Part("part-scenarios", view.say("Scenarios"), (view.say("What each changes from the base case."),), terms)
    yield Part(
        "part-results", view.say("Results side by side"), points_note(view, side.kpis.values()),
        blocks=blocks_of(values_table(view, side), changes_table(view, side)),
    )  # fmt: skip
    figures = (change_figure(view, side, name) for name in _DRAWN if name in side.kpis)
    yield Part("part-changes", view.say("What each scenario does to the results"), blocks=blocks_of(*figures))
    failing = [Term(view.say("Base case"), (failing_in_words(view, side.failing),))]
    failing += [Term(each.name, (each.trouble or failing_in_words(view, each.failing),)) for each in side.outcomes]
    yield Part("part-checks", view.say("Checks and covenants that do not hold"), terms=tuple(failing))
    yield Part("part-blank", view.say("Why there is no value"), terms=tuple(_blanks(view, side)))


def _label(view: View, outcome: Outcome) -> str:
    label = view.language.text(outcome.label)
    return f"{label} ({view.say('builds on %(scenario)s', scenario=outcome.parent)})" if outcome.parent else label


def _changed(view: View, side: SideBySide, outcome: Outcome) -> Iterator[str]:
    for change in outcome.figures[:_FIGURES]:
        yield f"{change.path}: {change_in_words(change, view.language, side.base.currency)}"
    if len(outcome.figures) > _FIGURES:
        yield view.say("and %(count)s more", count=len(outcome.figures) - _FIGURES)


def change_figure(view: View, side: SideBySide, name: str) -> Figure | None:
    """The change of one result in every scenario that has one; none where nothing changes."""
    kpi = side.kpis[name]
    changes = [(view.language.text(each.label) or each.name, each.changes.get(name)) for each in side.outcomes]
    bars = [Bar(scenario, value, signed(view, value, kpi.unit)) for scenario, value in changes if value is not None]
    if not any(abs(bar.value) > _NOTHING for bar in bars):
        return None
    base = view.language.figure(kpi.value, kpi.unit)
    caption = Caption(
        f"figure-change-{name}",
        view.say("%(result)s: change from %(value)s in the base case", result=view.label(kpi.line), value=base),
        view.say("A bar for each scenario, to the right where it raises the result, to the left where it lowers it."),
    )
    picture = change_chart(
        caption, bars, lambda value: signed(view, value, kpi.unit).partition(" ")[0] if value else "0"
    )
    return Figure(caption.key, caption.title, picture, "changes", view.say("Change from the base case"))


def _blanks(view: View, side: SideBySide) -> Iterator[Term]:
    for outcome in side.outcomes:
        if outcome.results is not None:
            seen = View(outcome.results, view.language)
            blank = [kpi for kpi in outcome.kpis.values() if kpi.value is None]
            if blank:
                yield Term(outcome.name, tuple(f"{seen.label(kpi.line)}: {seen.reason(kpi.line)}" for kpi in blank))
