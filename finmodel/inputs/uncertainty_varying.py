"""Figures that move over time, given by year where the case states one number: the same value in every year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from finmodel.inputs.case import Case
from finmodel.inputs.case_trial import with_figure
from finmodel.inputs.loader import LoadedCase
from finmodel.inputs.names import Named, named_figures
from finmodel.inputs.scenarios import Variant
from finmodel.inputs.uncertainty import moved_figures

__all__ = ["varying"]


def varying(loaded: LoadedCase[Case]) -> LoadedCase[Case]:
    """A case in which every figure of a process or an event has a value for each year; nothing else is different."""
    case = loaded.case
    stated = case.uncertainty
    over_time = (*stated.processes.values(), *stated.events.values()) if stated else ()
    moved = {named.path: named for terms in over_time for named in moved_figures(case, terms)}.values()
    steady = [named for named in moved if not named.figure.by_year and not isinstance(named.figure.value, tuple)]
    if not steady:
        return loaded
    first = case.grid().years.start
    return replace(
        loaded,
        case=_by_year(case, steady, first),
        base=_by_year(loaded.base, steady, first),
        scenarios={name: _of(variant, steady, first) for name, variant in loaded.scenarios.items()},
        risks={name: _of(variant, steady, first) for name, variant in loaded.risks.items()},
    )


def _of(variant: Variant[Case], steady: Iterable[Named], first: int) -> Variant[Case]:
    return replace(variant, case=_by_year(variant.case, steady, first))


def _by_year(case: Case, steady: Iterable[Named], first: int) -> Case:
    """The case with these figures by year, each from its own value on."""
    standing = {named.path: named.figure for named in _named(case, steady)}
    changed = case
    for named in steady:
        figure = standing[named.path]
        changed = with_figure(changed, named.path, replace(figure, by_year=((first, figure.number),)))
    return changed


def _named(case: Case, steady: Iterable[Named]) -> list[Named]:
    wanted = {named.path for named in steady}
    return [named for named in named_figures(case) if named.path in wanted]
