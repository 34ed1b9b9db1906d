"""The table of record on targets: each with its baseline, what is expected of it, and what missing it costs."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.green.source import words
from finmodel.analysis.review.linked_material import Linked, LinkedMaterial
from finmodel.inputs.figure import Figure
from finmodel.inputs.sustainability_linked import SustainabilityTarget
from finmodel.review import Cell, ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["linked_tables"]

_TARGETS = (
    words("instrument", "Instrument"),
    words("target", "Target"),
    words("unit", "Unit"),
    ReviewColumn("baseline", "Baseline"),
    ReviewColumn("baseline_year", "Year of the baseline", Unit.CALENDAR_YEAR),
    ReviewColumn("level", "Target"),
    ReviewColumn("improvement", "Better than the baseline by", Unit.SHARE),
    ReviewColumn("observed_on", "Day of observation", Unit.DATE),
    ReviewColumn("expected", "Expected on that day"),
    words("result", "Result expected"),
    ReviewColumn("step_up", "Step-up if missed", Unit.RATE),
    ReviewColumn("step_down", "Step-down if met", Unit.RATE),
    ReviewColumn("premium", "Premium at maturity if missed", Unit.SHARE),
    ReviewColumn("reported_by", "Verifier's report by", Unit.DATE),
    ReviewColumn("miss_probability", "Probability of missing", Unit.SHARE),
    ReviewColumn("cost_of_missing", "Cost of missing, present value", Unit.MONEY),
)


def linked_tables(m: LinkedMaterial) -> Iterator[ReviewTable]:
    """A row for each target that is observed once; a ratchet has its bands in the term sheet."""
    rows = [_row(m, one, terms) for one, terms in m.targets]
    if rows:
        yield ReviewTable("targets", "Sustainability performance targets", _TARGETS, rows)


def _row(m: LinkedMaterial, one: Linked, terms: SustainabilityTarget) -> ReviewRow:
    missed = bool(m.value(one, "missed"))
    cells: tuple[Cell, ...] = (
        one.instrument_label,
        one.label,
        one.unit,
        _number(terms.baseline),
        _number(terms.baseline_year),
        terms.target.number,
        _improvement(terms),
        terms.observation_date.number,
        m.value(one, "observed"),
        "Missed" if missed else "Met",
        terms.step_up_rate.number or None,
        terms.step_down_rate.number or None,
        _number(terms.premium_rate),
        m.value(one, "verified_on"),
        _number(terms.miss_probability),
        m.value(one, "missed_value"),
    )
    return ReviewRow(cells, mark="bad" if missed else "good")


def _improvement(terms: SustainabilityTarget) -> float | None:
    """Of the baseline; nothing where that is 0 or not stated."""
    if terms.baseline is None or not terms.baseline.number:
        return None
    gained = terms.target.number / terms.baseline.number - 1
    return -gained if terms.better == "less" else gained


def _number(found: Figure | None) -> float | None:
    return None if found is None else found.number
