"""Two deals compared: inputs and results aligned, and what makes the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum

from finmodel.analysis.asked import asked_line
from finmodel.analysis.comparison.alignment import Deal, aligned
from finmodel.analysis.comparison.causes import Causes, causes_of
from finmodel.analysis.comparison.figure_changes import figure_changes
from finmodel.analysis.comparison.side_by_side import change, failing
from finmodel.analysis.evaluation import kpi_of
from finmodel.compared import STRUCTURE, Cause, Comparison, Debt, KpiDifference, PartyDifference
from finmodel.errors import UsageError
from finmodel.expr.graph import Graph
from finmodel.inputs.alike import in_form_of, word_changes
from finmodel.inputs.issuance import Issuance
from finmodel.model.assembly import assemble
from finmodel.model.issuance_assembly import assemble_issuance
from finmodel.results import Kpi, Results, Value

__all__ = ["NO_CAUSES", "compared"]

_ADDS_UP = 1e-9
"""What causes may miss of a change, as a share of the values compared, before the rest is called structure."""
NO_CAUSES = {
    "one side": "Only one of the two deals has this result.",
    "blank": "It has no value in one of the two deals.",
    "money": "Amounts are in different money.",
    "variant": "In every order of the changes it has no value on the way, so that they cannot be told apart.",
}
"""Why there is no change, or no cause of it."""


def compared(
    before: Deal, after: Deal, given: tuple[str, str], debt: Debt, *, asked: Sequence[str] = (), seed: int = 1
) -> Comparison:
    """What differs between two deals and between their results, and what each change moves of each key result.

    ``asked`` names key results or single lines; without it, every key result is compared. ``seed`` is that of the
    orders drawn where there are many changes. Raises ``UsageError`` where neither deal has what is asked for, or one is
    an issuance and the other a project.
    """
    if before.results.kind != after.results.kind:
        raise UsageError(
            "One of the two is a project and the other an issuance of bonds; they have no result in common."
        )
    kpis = _asked(before.results, after.results, asked)
    shared = [name for name, (first, second) in kpis.items() if first is not None and second is not None]
    lines = {name: kpis[name][0].line for name in shared if kpis[name][0].line == kpis[name][1].line}  # type: ignore[union-attr]
    frozen = debt in (Debt.CONTRACT, Debt.OWN_CONTRACTS)
    deals = _in_like_forms(before, after)
    common = aligned(*deals, (_graph(deals[0]), _graph(deals[1])), tuple(lines.values()), frozen=frozen)
    causes = causes_of(common, tuple(dict.fromkeys(lines.values())), frozen=frozen, seed=seed)
    one_money = before.results.currency == after.results.currency
    return Comparison(
        given,
        before.results,
        after.results,
        debt,
        figure_changes(before.results.inputs, after.results.inputs),
        word_changes(before.case, after.case),
        tuple(_difference(name, first, second, causes, one_money) for name, (first, second) in kpis.items()),
        _parties(before.results, after.results, one_money),
        (failing(before.results), failing(after.results)),
        causes.method,
    )


def _asked(before: Results, after: Results, asked: Sequence[str]) -> Mapping[str, tuple[Kpi | None, Kpi | None]]:
    """Of every name asked for what each deal has, in the order of the first deal."""
    if not asked:
        names = dict.fromkeys((*before.kpis, *after.kpis))
        return {name: (before.kpis.get(name), after.kpis.get(name)) for name in names}
    return {name: (_kpi(before, name, after), _kpi(after, name, before)) for name in asked}


def _kpi(results: Results, name: str, other: Results) -> Kpi | None:
    try:
        return kpi_of(results, asked_line(results.graph, name))
    except UsageError:
        asked_line(other.graph, name)
        return None


def _in_like_forms(before: Deal, after: Deal) -> tuple[Deal, Deal]:
    """Both deals with figures by year where either has them so."""
    first = in_form_of(type(before.case), before.case, before.document, after.case)
    second = in_form_of(type(after.case), after.case, after.document, before.case)
    return replace(before, case=first), replace(after, case=second)


def _graph(deal: Deal) -> Graph:
    return (assemble_issuance(deal.case) if isinstance(deal.case, Issuance) else assemble(deal.case)).graph


def _difference(name: str, before: Kpi | None, after: Kpi | None, causes: Causes, one_money: bool) -> KpiDifference:
    if before is None or after is None:
        return KpiDifference(name, before, after, None, reason=NO_CAUSES["one side"])
    if before.value is None or after.value is None:
        return KpiDifference(name, before, after, None, reason=NO_CAUSES["blank"])
    if before.unit.is_money and not one_money:
        return KpiDifference(name, before, after, None, reason=NO_CAUSES["money"])
    moved = after.value - before.value
    scale = max(abs(before.value), abs(after.value))
    found = causes.moved.get(before.line) if before.line == after.line else ()
    if found is None and abs(moved) > _ADDS_UP * scale and causes.method.changes:
        return KpiDifference(name, before, after, moved, reason=NO_CAUSES["variant"])
    added = _adding_up(found or (), moved, _ADDS_UP * scale)
    return KpiDifference(name, before, after, moved, added, orders=causes.orders.get(before.line, 1.0))


def _adding_up(causes: Sequence[Cause], moved: float, nothing: float) -> Sequence[Cause]:
    """The causes with what they miss of the change, which is put down to the structure."""
    rest = moved - fsum(cause.effect for cause in causes)
    if abs(rest) <= nothing:
        return causes
    own = fsum([rest, *(cause.effect for cause in causes if cause.key == STRUCTURE)])
    error = next((cause.error for cause in causes if cause.key == STRUCTURE), None)
    others = [cause for cause in causes if cause.key != STRUCTURE]
    return tuple(sorted((*others, Cause(STRUCTURE, own, error)), key=lambda cause: -abs(cause.effect)))


def _parties(before: Results, after: Results, one_money: bool) -> tuple[PartyDifference, ...]:
    first, second = _present_values(before), _present_values(after)
    return tuple(
        PartyDifference(
            party,
            first.get(party),
            second.get(party),
            change(first.get(party), second.get(party)) if one_money else None,
        )
        for party in dict.fromkeys((*first, *second))
    )


def _present_values(results: Results) -> Mapping[str, Value]:
    """The present value of every party's net flows, by its key."""
    lines = results.graph.tagged(party="present_value")
    return {line.instance.removeprefix("party_"): results.values[line.name] for line in lines}
