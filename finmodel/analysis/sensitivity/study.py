"""A sensitivity study: all that is asked of one case, in as few runs as can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.asked import asked_line, key_lines, no_result
from finmodel.analysis.sensitivity.break_even import Question, answers, first_levels
from finmodel.analysis.sensitivity.one_way import end_levels, spider, step_levels, tornado
from finmodel.analysis.sensitivity.runs import Found, MovedDeal, unmoved
from finmodel.analysis.sensitivity.two_way import Pair, pair_levels, two_way_table
from finmodel.analysis.sensitivity.variance import Sampling, shared_variance
from finmodel.errors import UsageError
from finmodel.expr.graph import Graph
from finmodel.expr.line import Line, Shape
from finmodel.inputs.block import Inconsistency
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.sensitivity import BreakEvenTerms, Sensitivity
from finmodel.inputs.sensitivity_asked import Asked
from finmodel.inputs.sensitivity_defaults import RESULTS
from finmodel.inputs.sensitivity_search import searched
from finmodel.results import Results
from finmodel.sensitivities import Measured, Sensitivities

__all__ = ["result_problems", "sensitivities"]

Array = NDArray[np.float64]

_COUNTS = {"lock_up": "lockup_periods_count", "default": "default_periods"}
"""The lines that count the periods a question is about."""


def result_problems(graph: Graph, terms: Sensitivity) -> Iterable[Inconsistency]:
    """The results that are asked about and are not there, and numbers that are none of theirs; below the heading."""
    for place, name in enumerate(terms.kpis):
        yield from _unknown(graph, name, ("kpis", place))
    for place, table in enumerate(terms.two_way):
        yield from _unknown(graph, table.kpi, ("two_way", place, "kpi"))
    for place, question in enumerate(terms.break_even):
        yield from _unknown(graph, question.kpi, ("break_even", place, "kpi"))
        if question.kpi is not None and _is_result(graph, question.kpi):
            try:
                _target(graph, question)
            except BadValueError as error:
                yield ("break_even", place, question.relations[0]), error.what, error.remedy


def _unknown(graph: Graph, name: str | None, path: tuple[str | int, ...]) -> Iterable[Inconsistency]:
    if name is not None and not _is_result(graph, name):
        yield (path, *no_result(graph, name))


def _is_result(graph: Graph, name: str) -> bool:
    return name in key_lines(graph) or (name in graph.lines and graph.lines[name].shape is Shape.SCALAR)


def sensitivities(
    results: Results, asked: Asked, *, resize: bool = False, sampling: Sampling | None = None
) -> Sensitivities:
    """Tornado, spider, tables, answers and, with ``sampling``, Sobol's indices of a case.

    ``results`` are those of its base case. Every column runs at the debt as contracted or, with ``resize``, is sized
    again. Raises ``UsageError`` for a result that is not there.
    """
    problems = [f"{what}: {remedy}" for _, what, remedy in result_problems(results.graph, asked.terms)]
    if problems:
        raise UsageError("\n".join(problems))
    return _Study(results, asked, resize=resize).found(sampling)


@dataclass(frozen=True, slots=True)
class _Named:
    """A result asked for, before it is computed."""

    name: str
    line: Line


class _Study:
    def __init__(self, results: Results, asked: Asked, *, resize: bool) -> None:
        self.results, self.asked = results, asked
        graph, terms = results.graph, asked.terms
        names = terms.kpis or [name for name in RESULTS if name in key_lines(graph)]
        self.kpis = [_Named(name, asked_line(graph, name)) for name in names]
        if not self.kpis:
            raise UsageError(f"{results.name} has none of the usual results; name some with --kpi or under kpis:.")
        self.tables = [
            (table, self.kpis[0] if table.kpi is None else _Named(table.kpi, asked_line(graph, table.kpi)))
            for table in terms.two_way
        ]
        self.questions = [(question, _about(graph, question)) for question in terms.break_even]
        self.searched = [searched(asked.case, question, asked.known) for question, _ in self.questions]
        shown = [asked.known[name] for table, _ in self.tables for name in (table.rows, table.columns)]
        moves = tuple(dict.fromkeys((*asked.moves, *shown, *self.searched)))
        named = [*self.kpis, *(kpi for _, kpi in self.tables), *(kpi for _, kpi in self.questions)]
        self.deal = MovedDeal(results, moves, [kpi.line.name for kpi in named], resize=resize)

    def found(self, sampling: Sampling | None) -> Sensitivities:
        deal, moves, terms = self.deal, self.asked.moves, self.asked.terms
        if not moves:
            raise UsageError(f"{self.results.name} has no figures to move; name some with --move.")
        base = deal.run(unmoved(deal.moves, 1))
        kpis = [self._measured(kpi, base) for kpi in self.kpis]
        pairs = [
            Pair(self.asked.known[table.rows], self.asked.known[table.columns], self._measured(kpi, base), table.steps)
            for table, kpi in self.tables
        ]
        questions = [
            Question(self._measured(kpi, base), question.relations[0], _target(self.results.graph, question), move)
            for (question, kpi), move in zip(self.questions, self.searched, strict=True)
        ]
        ends, steps, *rest = self._run(
            [
                end_levels(deal, moves),
                step_levels(deal, moves, terms.steps),
                *(pair_levels(deal.moves, pair) for pair in pairs),
                *(first_levels(deal.moves, question) for question in questions),
            ]
        )
        looks = rest[len(pairs) :]
        shown = dict.fromkeys((*moves, *(move for pair in pairs for move in (pair.rows, pair.columns))))
        return Sensitivities(
            case=self.results.name,
            title=self.results.title,
            currency=self.results.currency,
            frozen=not deal.resize,
            derived=self.asked.derived,
            kpis=tuple(dict.fromkeys((*kpis, *(pair.measured for pair in pairs), *(q.measured for q in questions)))),
            moves=tuple(shown),
            tornadoes=tuple(tornado(deal, moves, ends, kpi) for kpi in kpis),
            spiders=tuple(spider(deal, moves, steps, kpi, terms.steps) for kpi in kpis),
            two_way=tuple(two_way_table(deal, look, pair) for look, pair in zip(rest, pairs, strict=False)),
            break_even=tuple(answers(deal, questions, looks)),
            sobol=shared_variance(deal, moves, kpis, sampling) if sampling else None,
            runs=deal.computed,
        )

    def _measured(self, kpi: _Named, base: Found) -> Measured:
        value = base.value(kpi.line.name, 0)
        reason = self.deal.reason(base, kpi.line.name, 0) if value is None else ""
        return Measured(kpi.name, kpi.line.name, kpi.line.full_label, kpi.line.unit, value, reason)

    def _run(self, blocks: Sequence[Array]) -> list[Found]:
        """Blocks of columns, computed in one run."""
        found, start, parts = self.deal.run(np.concatenate(blocks, axis=1)), 0, []
        for block in blocks:
            parts.append(found.part(start, start + block.shape[1]))
            start += block.shape[1]
        return parts


def _about(graph: Graph, question: BreakEvenTerms) -> _Named:
    name = _COUNTS[question.until] if question.until else str(question.kpi)
    return _Named(name, asked_line(graph, name))


def _target(graph: Graph, question: BreakEvenTerms) -> float:
    """What the result is held against, in its unit; raises ``BadValueError``."""
    if question.until is not None:
        return 0.0
    return parse_number(getattr(question, question.relations[0]), asked_line(graph, str(question.kpi)).unit)
