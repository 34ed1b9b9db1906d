"""Scenarios side by side as lines of text: what ``finmodel scenarios`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from finmodel.compared import FigureChange, Outcome, SideBySide
from finmodel.outputs.comparison.figures import change_in_words
from finmodel.outputs.comparison.results_in_words import cell, changed_by, failing_in_words, points_note
from finmodel.outputs.language import Language
from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Kpi

__all__ = ["changes_table", "failing_lines", "scenario_lines", "side_debt", "side_lines", "values_table"]

_FIGURES = 6
"""Figures of a scenario that are told one by one."""


def side_lines(side: SideBySide, language: Language) -> list[str]:
    """What each scenario changes, key results beside the base case, changes, what does not hold, what is blank."""
    view = View(side.base, language)
    return [
        f"{language.text(side.base.title)} · {language.currency(side.base.currency)} · {side_debt(view, side)}",
        "",
        *scenario_lines(view, side),
        "",
        *table_lines(view, values_table(view, side)),
        "",
        *table_lines(view, changes_table(view, side)),
        *points_note(view, side.kpis.values()),
        "",
        *failing_lines(view, side),
        *_blanks(view, side),
    ]


def side_debt(view: View, side: SideBySide) -> str:
    """Whether debt stays as contracted in every scenario, or is sized again."""
    if side.base.is_issuance:
        return view.say("Nothing is sized: every scenario finds its yields anew")
    if side.resized:
        return view.say("Debt is sized again in every scenario")
    return view.say("Debt stays as contracted in the base case in every scenario")


def scenario_lines(view: View, side: SideBySide) -> Iterator[str]:
    """Each scenario with its name, what it builds on, and the figures that it changes beyond those of that."""
    yield view.say("Scenarios")
    figures = {outcome.name: outcome.figures for outcome in side.outcomes}
    for outcome in side.outcomes:
        yield f"  {outcome.name}: {_label(view, outcome)}"
        own = [change for change in outcome.figures if not _in(change, figures.get(outcome.parent, ()))]
        for change in own[:_FIGURES]:
            yield f"     {change.path}: {change_in_words(change, view.language, side.base.currency)}"
        more = len(own) - _FIGURES
        if more > 0:
            yield f"     {view.say('and %(count)s more', count=more)}"


def _in(change: FigureChange, others: Sequence[FigureChange]) -> bool:
    """Whether a figure is changed to the same in the scenario that this one builds on."""
    values = [other.after.value for other in others if other.path == change.path and other.after is not None]
    return change.after is not None and change.after.value in values


def _label(view: View, outcome: Outcome) -> str:
    label = view.language.text(outcome.label)
    if not outcome.parent:
        return label
    return f"{label} ({view.say('builds on %(scenario)s', scenario=outcome.parent)})"


def values_table(view: View, side: SideBySide) -> Table:
    """Key results of the base case and of every scenario."""
    kpis = {"": side.kpis, **{outcome.name: outcome.kpis for outcome in side.outcomes}}
    rows = []
    for name, kpi in side.kpis.items():
        values = [found[name].value if name in found else None for found in kpis.values()]
        rows.append(Row(view.label(kpi.line), kpi.unit, tuple(cell(view, value, kpi.unit) for value in values)))
    columns = (view.say("Base case"), *(outcome.name for outcome in side.outcomes))
    return Table("scenarios", view.say("Key results"), columns, tuple(rows))


def changes_table(view: View, side: SideBySide) -> Table:
    """What every scenario changes of the key results."""
    rows = []
    for name, kpi in side.kpis.items():
        found = [changed_by(outcome.changes.get(name), kpi.unit) for outcome in side.outcomes]
        _, unit = changed_by(None, kpi.unit)
        rows.append(Row(view.label(kpi.line), unit, tuple(cell(view, value, unit) for value, _ in found)))
    columns = tuple(outcome.name for outcome in side.outcomes)
    return Table("changes", view.say("Change from the base case"), columns, tuple(rows))


def failing_lines(view: View, side: SideBySide) -> Iterator[str]:
    """The checks that do not hold in each scenario, after a heading."""
    yield view.say("Checks and covenants that do not hold")
    yield f"  {view.say('Base case')}: {failing_in_words(view, side.failing)}"
    for outcome in side.outcomes:
        told = outcome.trouble or failing_in_words(view, outcome.failing)
        yield f"  {outcome.name}: {told}"


def _blanks(view: View, side: SideBySide) -> Iterator[str]:
    """Why a key result has no value, scenario by scenario."""
    told = [*_without_value(view.say("Base case"), view, side.kpis)]
    for outcome in side.outcomes:
        if outcome.results is not None:
            told.extend(_without_value(outcome.name, View(outcome.results, view.language), outcome.kpis))
    if told:
        yield ""
        yield view.say("Why there is no value")
        yield from told


def _without_value(name: str, view: View, kpis: Mapping[str, Kpi]) -> Iterator[str]:
    for kpi in kpis.values():
        if kpi.value is None:
            yield f"  {name}: {view.label(kpi.line)}: {view.reason(kpi.line)}"
