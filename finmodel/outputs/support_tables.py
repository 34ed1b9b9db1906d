"""Support as tables: its measures, the case with and without each instrument, and the least support that is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from finmodel.expr.line import Line
from finmodel.model.parties import COMPANY
from finmodel.outputs.gap_record import gap_record
from finmodel.outputs.support_records import measured_lines, trouble_text
from finmodel.outputs.table import Layout, Row, Table
from finmodel.outputs.term_sheet.risk_tables import number_of, party_name
from finmodel.outputs.term_sheet.view import View
from finmodel.results import (
    MinimumSupport,
    SupportComparison,
    SupportEffect,
    SupportMeasures,
    SupportPoint,
    TargetState,
    Value,
)
from finmodel.units import Unit

__all__ = ["answer_text", "measures_table", "minimum_table", "moved_table", "risk_tables", "with_and_without_table"]

_MEASURES: tuple[tuple[str, Unit, Callable[[SupportMeasures], Value]], ...] = (
    ("Equity IRR", Unit.RATE, lambda m: m.equity_irr),
    ("Lowest DSCR", Unit.RATIO, lambda m: m.dscr_minimum),
    ("Lowest LLCR", Unit.RATIO, lambda m: m.llcr_minimum),
    ("Total uses of funds", Unit.MONEY, lambda m: m.total_uses),
    ("Senior debt committed", Unit.MONEY, lambda m: m.senior_debt),
    ("Debt committed", Unit.MONEY, lambda m: m.total_debt),
    ("Concessionality", Unit.SHARE, lambda m: m.concessionality),
)
_OF_RISKS = (
    "Cost of the provider", "Sponsors", "Lenders' loss, with", "Without", "Lowest DSCR, with", "Without",
    "Equity IRR, with", "Without",
)  # fmt: skip
_ANSWERS = {
    "none_needed": "None needed: every target is reached with %(lever)s %(value)s, without the support sought.",
    "found": "The least support that is enough: %(lever)s %(value)s. The binding limit is: %(binding)s.",
    "not_reachable": "Not reachable: the binding limit is: %(binding)s. Nearest with %(lever)s %(value)s.",
    "together": "Not reachable: each target is reached with some support, but not all at once; missed at the nearest "
    "(%(lever)s %(value)s): %(binding)s.",
}

_OF_COST = "That is a grant of %(share)s of project cost; the caps allow %(caps)s."
_AT_CAPS = "The binding limit of the grant is the cap of %(caps)s of project cost."


def measures_table(view: View) -> Table:
    """Grant elements, subsidy by instrument, cost of debt and the ratios of mobilisation, each under its name."""
    values = view.results.values
    lines = [view.results.graph.lines[name] for name in measured_lines(view.results)]
    rows = tuple(Row(view.line_label(line), line.unit, (values[line.name],)) for line in lines)
    note = view.say(
        "Subsidy is measured at the market's price that the case states. Mobilisation follows the development banks' "
        "method; the figure by the OECD's method stands apart and is never added to it."
    )
    return Table("table-support-measures", view.say("Measures of support"), (view.say("Value"),), rows, note)


def with_and_without_table(view: View) -> Table:
    """The deal as it is, and structured anew without each instrument."""
    effects = view.results.support_effects
    without = [view.say("Without %(label)s", label=view.language.text(e.label)) for e in effects]
    rows = tuple(
        Row(view.say(label), unit, (take(effects[0].resized.with_it), *(_without(e, take) for e in effects)))
        for label, unit, take in _MEASURES
    )
    troubles = [trouble_text(view.results, e.resized.trouble) for e in effects if e.resized.trouble]
    return Table(
        "table-with-and-without",
        view.say("With and without support: the deal sized anew"),
        (view.say("With all support"), *without),
        rows,
        " ".join(troubles),
        view.say("Measure"),
    )


def _without(effect: SupportEffect, take: Callable[[SupportMeasures], Value]) -> Value:
    return None if effect.resized.without_it is None else take(effect.resized.without_it)


def moved_table(view: View) -> Table:
    """What each instrument moves, by party, sized anew; and for each unit of what it costs its provider."""
    effects = view.results.support_effects
    parties = dict.fromkeys(party for effect in effects for party in effect.resized.parties)
    rows = [
        *_party_rows(view, parties, Unit.MONEY, [dict(effect.resized.parties) for effect in effects]),
        Row(view.say("Cost of the provider"), Unit.MONEY, tuple(e.resized.cost for e in effects), "total"),
        Row(view.say("For each unit of that cost"), Unit.NUMBER, (), "heading"),
        *_party_rows(view, parties, Unit.NUMBER, [dict(effect.resized.per_unit) for effect in effects]),
    ]
    note = view.say(
        "Present values at the project's discount rate, with the instrument less without it; all parties and the "
        "company together add to zero."
    )
    columns = tuple(view.language.text(effect.label) for effect in effects)
    caption, stub = view.say("What support moves, by party"), view.say("Party")
    return Table("table-support-moves", caption, columns, tuple(rows), note, stub)


def _party_rows(
    view: View, parties: Sequence[str] | dict[str, None], unit: Unit, found: Sequence[dict[str, float]]
) -> Iterator[Row]:
    for party in parties:
        if any(abs(changes.get(party, 0.0)) > 1e-6 for changes in found) or party == COMPANY:
            yield Row(party_name(view, party), unit, tuple(changes.get(party) for changes in found))


def risk_tables(view: View) -> list[Table]:
    """For each instrument: what it moves in the deal as signed, while no risk happens and under each risk."""
    return [_risk_table(view, effect) for effect in view.results.support_effects]


def _risk_table(view: View, effect: SupportEffect) -> Table:
    risks = {risk.name: risk for risk in view.results.risk_sharing.risks}
    rows = [_risk_row(view, view.say("No risk happens"), effect.signed)]
    for name, each in effect.risks.items():
        label = f"{number_of(view, risks[name])} {view.language.text(risks[name].label)}" if name in risks else name
        rows.append(_risk_row(view, label, each))
    caption = view.say("What %(label)s moves in the deal as signed", label=view.language.text(effect.label))
    key, columns = f"table-support-{effect.name}", tuple(map(view.say, _OF_RISKS))
    return Table(key, caption, columns, tuple(rows), stub=view.say("Risk"), layout=Layout.WORDS)


def _risk_row(view: View, label: str, each: SupportComparison) -> Row:
    with_it, without = each.with_it, each.without_it
    pairs: list[tuple[Value, Unit]] = [(each.cost, Unit.MONEY), (each.parties.get("sponsor"), Unit.MONEY)]
    for name, unit in (("lenders_loss", Unit.MONEY), ("dscr_minimum", Unit.RATIO), ("equity_irr", Unit.RATE)):
        pairs.append((getattr(with_it, name), unit))
        pairs.append((None if without is None else getattr(without, name), unit))
    return Row(label, Unit.MONEY, tuple(view.language.figure(value, unit) for value, unit in pairs))


def answer_text(view: View) -> str:
    """The answer in one sentence: none needed, so much, or not reachable and why."""
    found = view.results.minimum_support
    assert found is not None
    lines = view.results.graph.lines
    binding = "; ".join(
        _binding(view, lines[state.line], state) for state in found.best.targets if state.line in found.binding
    )
    message = "together" if found.together else found.answer
    said = view.say(
        _ANSWERS[message], lever=_lever_label(view, found), value=_lever_value(view, found.best), binding=binding
    )
    return " ".join((said, *_gap_said(view)))


def _gap_said(view: View) -> Iterator[str]:
    """What the least support is as a grant that fills the viability gap, and whether its caps bind."""
    gap = gap_record(view.results)
    if gap is not None:
        share, caps = (view.language.figure(value, Unit.SHARE) for value in (gap.share_of_cost, gap.caps))
        yield view.say(_AT_CAPS if gap.at_caps else _OF_COST, share=share, caps=caps)


def _binding(view: View, line: Line, state: TargetState) -> str:
    figure = view.language.figure
    return view.say(
        "%(target)s %(asked)s, reached: %(found)s",
        target=_target_label(view, line),
        asked=figure(state.target, line.unit),
        found=figure(state.found, line.unit),
    )


def _lever_label(view: View, found: MinimumSupport) -> str:
    variable = view.results.graph.inputs[found.lever]
    instance = found.lever.rpartition(".")[0]
    own = view.say(variable.label)
    return f"{view.instance(instance)}: {own}" if instance else own


def _lever_value(view: View, point: SupportPoint) -> str:
    found = view.results.minimum_support
    assert found is not None
    return view.language.figure(point.lever, view.results.graph.inputs[found.lever].unit)


def minimum_table(view: View) -> Table:
    """The lever, every target and the key results: without support, with the least that is enough, with the most."""
    found = view.results.minimum_support
    assert found is not None
    points = (found.without, found.best, found.most)
    lever = Row(
        _lever_label(view, found),
        view.results.graph.inputs[found.lever].unit,
        ("", *(p.lever for p in points)),
        "total",
    )
    lines = view.results.graph.lines
    asked = [
        Row(_target_label(view, lines[state.line]), lines[state.line].unit, (state.target, *_reached(points, place)))
        for place, state in enumerate(found.without.targets)
    ]
    told = [
        Row(view.line_label(lines[name]), lines[name].unit, ("", *(point.values.get(name) for point in points)))
        for name in found.without.values or found.best.values
    ]
    nearest = view.say("Nearest") if found.answer == "not_reachable" else view.say("Least support")
    columns = (view.say("Target"), view.say("Without"), nearest, view.say("Most support"))
    caption, stub = view.say("Least support"), view.say("Measure")
    return Table("table-minimum-support", caption, columns, (lever, *asked, *told), stub=stub)


def _target_label(view: View, line: Line) -> str:
    name = line.tags["asked"]
    if name in ("payment", "tariff"):
        return view.instance(line.instance)
    return view.label(f"targets_{name}")


def _reached(points: Sequence[SupportPoint], place: int) -> tuple[Value, ...]:
    return tuple(point.targets[place].found for point in points)
