"""Outcome levels: what investors earn and what payers pay, the deal as signed, at each level of achievement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from finmodel.analysis.columns import Columns, Inputs
from finmodel.results import RecordRow, RecordTable, Results

__all__ = ["outcome_levels", "paid_for_outcomes"]

_OF_THE_STREAM = ("payer_cost", "saving_total", "payer_gain_value", "top_up_total", "returned_total")
"""What the payer pays, saves and gains; what the provider has on top, and what a cap on the return gives back."""
_OF_THE_DEAL = ("project_irr_pre_tax", "equity_irr", "equity_npv", "dscr_minimum", "arrears_highest")


def paid_for_outcomes(results: Results) -> tuple[str, ...]:
    """The streams of a case that are paid for outcomes, by name."""
    return tuple(line.instance for line in results.graph.tagged(paid_for="outcomes"))


def outcome_levels(results: Results, levels: Sequence[float]) -> RecordTable:
    """A column for each level, a share of what the case achieves; debt as contracted, all in one run.

    For each stream what it costs and saves its payer, what the provider has on top, what of each outcome is achieved
    and at which price; then what investors and lenders have. A level at which the engine finds no solution has an
    empty column.
    """
    streams = paid_for_outcomes(results)
    lines = [name for name in _lines(results, streams) if name in results.graph.lines]
    found = Columns(results, lines).run([_achieved(results, streams, level) for level in levels], frozen=True)
    rows = []
    for name in lines:
        line = results.graph.lines[name]
        rows.append(RecordRow(name, line.full_label, line.unit, tuple(column[name] for column in found)))
    return RecordTable("outcome_levels", tuple(f"{level:.4g}" for level in levels), tuple(rows), by="achievement")


def _lines(results: Results, streams: Sequence[str]) -> Iterator[str]:
    for stream in streams:
        yield from (f"{stream}.{own}" for own in _OF_THE_STREAM)
        yield from (line.name for line in results.graph.tagged(achieved=stream))
    yield from _OF_THE_DEAL


def _achieved(results: Results, streams: Sequence[str], level: float) -> Inputs:
    """The achievement of every stream, which may be given by year, times the level."""
    inputs = results.inputs.values
    names = [f"{stream}.achievement{tail}" for stream in streams for tail in ("", "_by_year")]
    return {name: _times(inputs[name], level) for name in names if name in inputs}


def _times(value: float | tuple[float, ...], level: float) -> float | tuple[float, ...]:
    return tuple(each * level for each in value) if isinstance(value, tuple) else value * level
