"""Two deals compared as lines of text: what ``finmodel compare`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.compared import CONTRACT, STRUCTURE, Cause, Comparison, Debt, FigureChange, KpiDifference
from finmodel.inputs.table import InputEntry
from finmodel.outputs.comparison.figures import change_in_words
from finmodel.outputs.comparison.results_in_words import cell, changed_by, failing_in_words, points_note
from finmodel.outputs.language import Language
from finmodel.outputs.table import Cell, Row, Table, with_content
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Kpi
from finmodel.units import Unit

__all__ = [
    "DEBTS", "caused", "causes_table", "cause_label", "figure_lines", "kpi_of", "method_text", "pair_lines",
    "parties_table", "results_table", "side_title", "word_lines",
]  # fmt: skip

DEBTS = {
    Debt.CONTRACT: "Debt stays as contracted in the base case in both",
    Debt.OWN_CONTRACTS: "Debt stays as contracted, in each as in its own base case",
    Debt.SIZED: "Debt is sized in each at its own financial close",
    Debt.NOTHING: "Nothing is sized: amounts are stated",
}
_HEADLINES = (
    "project_irr", "equity_irr", "project_npv", "equity_npv", "dscr_minimum", "llcr_minimum", "senior_debt",
    "total_uses", "value_for_money", "economic_npv",
)  # fmt: skip
"""Key results whose causes are told unless others are asked for."""
_CAUSES = 8
"""Causes that are told one by one; the rest together."""
_OTHER_HEADLINES = 5


def pair_lines(found: Comparison, language: Language, *, asked: bool = False) -> list[str]:
    """What differs in two deals, key results with causes, parties, checks, and how causes were found.

    With ``asked`` the causes of every result compared are told, without it those of a few that all know.
    """
    view, other = View(found.before, language), View(found.after, language)
    return [
        f"A: {found.given[0]}: {side_title(view)}",
        f"B: {found.given[1]}: {side_title(other)}",
        view.say(DEBTS[found.debt]),
        "",
        *figure_lines(view, found),
        *word_lines(view, found),
        "",
        *table_lines(view, results_table(view, other, found)),
        *points_note(view, map(kpi_of, found.kpis)),
        "",
        *_causes(view, found, asked),
        *_parties(view, other, found),
        view.say("Checks and covenants that do not hold"),
        f"  A: {failing_in_words(view, found.failing[0])}",
        f"  B: {failing_in_words(other, found.failing[1])}",
        "",
        method_text(view, found),
    ]


def side_title(view: View) -> str:
    """The title of a deal with its scenario and currency."""
    title, currency = view.language.text(view.results.title), view.language.currency(view.results.currency)
    return f"{title} · {view.say('Scenario')}: {view.scenario()} · {currency}"


def figure_lines(view: View, found: Comparison) -> Iterator[str]:
    """The figures that differ; of those that one deal has by default and the other not at all, only their number."""
    yield view.say("Figures that differ")
    silent = [change for change in found.figures if change.kind != "changed" and not _stated(change)]
    shown = [change for change in found.figures if change not in silent]
    for change in shown:
        yield f"  {change.path}: {change_in_words(change, view.language, found.before.currency)}"
        if told := _origins(view, change):
            yield f"     {told}"
    if silent:
        yield f"  {view.say('and %(count)s that only one of the two has, by default', count=len(silent))}"
    elif not shown:
        yield f"  {view.say('none')}"


def _stated(change: FigureChange) -> bool:
    return any(entry is not None and entry.provenance.stated for entry in (change.before, change.after))


def _origins(view: View, change: FigureChange) -> str:
    """Where both values come from, where more is known than that they are assumed."""
    told = [_origin(view, entry) for entry in (change.before, change.after) if entry is not None]
    bare = {view.say("default"), view.say("assumption")}
    if set(told) <= bare:
        return ""
    return " → ".join(told)


def _origin(view: View, entry: InputEntry) -> str:
    given = entry.provenance
    if not given.stated:
        return view.say("default")
    return ", ".join(word for word in (view.say(given.status), given.source, given.as_of, given.note) if word)


def word_lines(view: View, found: Comparison) -> Iterator[str]:
    """Words and whole blocks that differ, after a heading; nothing where none do."""
    if found.words:
        yield ""
        yield view.say("Words and whole blocks that differ")
        for change in found.words:
            yield f"  {change.path}: {change.before or '–'} → {change.after or '–'}"


def results_table(view: View, other: View, found: Comparison) -> Table:
    """Key results of both deals with the change from the first to the second."""
    changes = [_change(view, *changed_by(each.change, kpi_of(each).unit)) for each in found.kpis]
    widest = max(map(len, changes), default=0)
    rows = []
    for difference, change in zip(found.kpis, changes, strict=True):
        shown = view if difference.before else other
        sides = (_side(view, difference.before), _side(other, difference.after))
        rows.append(Row(shown.label(kpi_of(difference).line), kpi_of(difference).unit, (*sides, change.rjust(widest))))
    return Table("results", view.say("Key results"), ("A", "B", view.say("B less A")), tuple(rows))


def kpi_of(difference: KpiDifference) -> Kpi:
    """The result of the deal that has it."""
    kpi = difference.before or difference.after
    assert kpi is not None
    return kpi


def _side(view: View, kpi: Kpi | None) -> Cell:
    return "–" if kpi is None else cell(view, kpi.value, kpi.unit)


def _change(view: View, change: float | None, unit: Unit) -> str:
    """A change in its own unit, which need not be that of the row."""
    shown = cell(view, change, unit)
    return shown if isinstance(shown, str) else view.language.figure(shown, unit)


def _causes(view: View, found: Comparison, asked: bool) -> Iterator[str]:
    told = caused(found, asked=asked)
    if told:
        yield view.say("What makes the difference")
    for difference in told:
        yield from _of_one(view, found, difference)
        yield ""


def caused(found: Comparison, *, asked: bool = False) -> list[KpiDifference]:
    """The results whose causes are told: all that were asked for, else a few that all know."""
    told = [difference for difference in found.kpis if difference.change or difference.reason]
    if asked:
        return told
    moved = [difference for difference in told if difference.causes]
    return [each for each in moved if each.name in _HEADLINES] or moved[:_OTHER_HEADLINES]


def _of_one(view: View, found: Comparison, difference: KpiDifference) -> Iterator[str]:
    """The causes of one change, or why there are none."""
    if difference.reason:
        has = View(found.before if difference.before else found.after, view.language)
        yield f"  {has.label(kpi_of(difference).line)}: {view.say(difference.reason)}"
        return
    yield from _indented(table_lines(view, causes_table(view, found, difference)))
    if difference.orders < 1:
        share = view.language.percent(difference.orders, 0)
        yield f"     {view.say('over the %(share)s of orders in which it has a value all along', share=share)}"


def causes_table(view: View, found: Comparison, difference: KpiDifference) -> Table:
    """The causes of one change, the largest first; those beyond a few, or too small to be seen, together."""
    kpi = kpi_of(difference)
    has = View(found.before if difference.before else found.after, view.language)
    points = view.say("percentage points") if kpi.unit.format.percent else ""
    change = _change(view, *changed_by(difference.change, kpi.unit))
    caption = f"  {has.label(kpi.line)}: {f'{change} {points}'.strip()}"
    nothing = _change(view, *changed_by(0.0, kpi.unit))
    seen = [each for each in difference.causes if _change(view, *changed_by(each.effect, kpi.unit)) != nothing]
    rows = [_row(view, found, cause, kpi.unit) for cause in seen[:_CAUSES]]
    others = [each for each in difference.causes if each not in seen[:_CAUSES]]
    if others:
        together, unit = changed_by(sum(cause.effect for cause in others), kpi.unit)
        name = view.say("others together (%(count)s)", count=len(others))
        rows.append(Row(name, unit, (cell(view, together, unit), "", "")))
    columns = (view.say("Moves it by"), view.say("Standard error"), "A → B")
    return with_content(Table(difference.name, caption, columns, tuple(rows)))


def _indented(lines: Iterator[str]) -> Iterator[str]:
    yield next(lines)
    yield from (f"  {line}" for line in lines)


def _row(view: View, found: Comparison, cause: Cause, unit: Unit) -> Row:
    effect, shown = changed_by(cause.effect, unit)
    error = f"± {_change(view, *changed_by(cause.error, unit))}" if cause.error else ""
    figure = next((each for each in found.figures if each.path == cause.key), None)
    said = change_in_words(figure, view.language, found.before.currency) if figure else ""
    return Row(cause_label(view, cause), shown, (cell(view, effect, shown), error, said))


def cause_label(view: View, cause: Cause) -> str:
    """The place of a figure in the case file, or what a cause is that is no figure."""
    if cause.key == STRUCTURE:
        return view.say("structure (what cannot be changed figure by figure)")
    return view.say("what was contracted at financial close") if cause.key == CONTRACT else cause.key


def _parties(view: View, other: View, found: Comparison) -> Iterator[str]:
    table = parties_table(view, other, found)
    if table.rows:
        yield from table_lines(view, table)
        yield ""


def parties_table(view: View, other: View, found: Comparison) -> Table:
    """The present value of each party in both deals, with the change."""
    rows = []
    for party in found.parties:
        shown = view if party.before is not None else other
        values = (party.before, party.after, party.change)
        cells = tuple("–" if value is None else value for value in values)
        rows.append(Row(shown.party(party.party), Unit.MONEY, cells))
    caption = view.say("Present value of the net flows of each party")
    return Table("parties", caption, ("A", "B", view.say("B less A")), tuple(rows))


def method_text(view: View, found: Comparison) -> str:
    """How causes were found, and from how many variants."""
    method = found.method
    if not method.changes:
        return view.say("Causes: nothing that key results depend on differs.")
    if method.orders is None:
        return view.say(
            "Causes: Shapley values, the average over all orders in which the %(changes)s changes can be made; "
            "%(variants)s variants were computed. They add up to the change.",
            changes=method.changes,
            variants=method.variants,
        )
    return view.say(
        "Causes: Shapley values of %(changes)s changes, the average over %(orders)s orders drawn at random with seed "
        "%(seed)s; %(variants)s variants were computed. They add up to the change; ± is the standard error.",
        changes=method.changes,
        orders=method.orders,
        seed=method.seed,
        variants=method.variants,
    )
