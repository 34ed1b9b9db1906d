"""Operating subsidy: what the authority adds to revenue: an amount, a rate for each use, or what revenue lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.inputs.trouble import not_there
from finmodel.inputs.usage import Usage
from finmodel.units import Unit

__all__ = ["OperatingSubsidy"]

_NEEDED = {"fixed": ("amount",), "per_unit": ("rate", "stream"), "gap": ("streams",)}
"""What each mode cannot do without."""
_READ = {
    "amount": ("fixed",),
    "rate": ("per_unit",),
    "stream": ("per_unit",),
    "streams": ("gap",),
    "costs": ("gap",),
    "cost_share": ("gap",),
    "required": ("gap",),
    "share": ("gap",),
}
"""The modes that read each key."""


class OperatingSubsidy(StreamTerms):
    """``type: operating_subsidy``."""

    type: Literal["operating_subsidy"]
    mode: Literal["fixed", "per_unit", "gap"] = word(
        "How it is reckoned",
        note="fixed: an amount a year; per_unit: a rate for each unit used of a stream; gap: what revenue lacks.",
    )
    amount: Figure | None = figure("Subsidy a year", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0)
    rate: Figure | None = figure(
        "Subsidy for each unit used, before indexation", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0
    )
    stream: str | None = word("The stream whose use is subsidised", default=None, note="A stream of type usage.")
    streams: list[str] = word(
        "Streams whose revenue counts", default=[], note="Names under revenue or revenue_guarantees."
    )
    costs: list[str] = word(
        "Costs to be covered", default=[], note="Names under opex and lifecycle; all of them if none is named."
    )
    cost_share: Figure | None = figure(
        "Share of these costs to be covered", Unit.SHARE, series=True, default=None, minimum=0, maximum=2
    )
    required: Figure | None = figure(
        "Revenue required a year, before indexation", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0
    )
    share: Figure = figure("Share of the gap that is paid", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1)
    cap: Figure | None = figure(
        "Highest subsidy a year, before indexation", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0,
        note="For a year of operation; a part of a year counts for its part.",
    )  # fmt: skip
    total_cap: Figure | None = figure("Highest subsidy in total", Unit.MONEY, default=None, minimum=0)
    settlement: Literal["period", "year"] = word(
        "Settled",
        default="period",
        note="Of a gap. period: in each; year: once a calendar year, and when operation ends.",
    )
    lag_periods: Figure | None = figure(
        "Paid after, in periods", Unit.COUNT, default=None, minimum=0, maximum=24, whole=True,
        note="Without it, after the days in which all payers pay.",
    )  # fmt: skip

    @property
    def periods_to_payment(self) -> float:
        """Periods by which the grid is longer, beyond the one in which everything is settled."""
        return max(self.lag_periods.number - 1, 0.0) if self.lag_periods else 0.0

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Keys that the mode needs or does not read; streams and costs that the case does not have."""
        yield from super().inconsistencies(case)
        yield from self._keys()
        if self.stream is not None:
            yield from self._stream(case)
        for place, name in enumerate(self.streams):
            yield from self._covered(case, place, name)
        known = (*case.opex, *case.lifecycle)
        for place, name in enumerate(self.costs):
            if name not in known:
                yield (("costs", place), *not_there(name, known, "opex and lifecycle"))
            elif name in self.costs[:place]:
                yield ("costs", place), f"{name} is named twice", "name each cost once"

    def _keys(self) -> Iterator[Inconsistency]:
        for key in _NEEDED[self.mode]:
            if not getattr(self, key):
                yield ("mode",), f"{self.mode} needs {key}", f"state {key}"
        for key, modes in _READ.items():
            stated = key in self.model_fields_set
            if stated and self.mode not in modes:
                yield (key,), f"is not read with mode: {self.mode}", f"take it out, or write mode: {modes[0]}"
        if self.mode != "gap" and self.settlement == "year":
            what = f"mode: {self.mode} has nothing to settle at the end of a year"
            yield ("settlement",), what, "take it out, or write mode: gap"
        aims = [key for key in ("cost_share", "required") if getattr(self, key) is not None]
        if self.mode == "gap" and not aims:
            yield ("mode",), "gap needs cost_share or required", "state which revenue is to be reached"
        elif self.mode == "gap" and len(aims) == 2:
            yield ("required",), "stands beside cost_share", "keep one of the two"
        if self.mode == "gap" and "costs" in self.model_fields_set and self.cost_share is None:
            yield ("costs",), "no cost_share is stated, so costs are not looked at", "state cost_share, or take it out"

    def _stream(self, case: Any) -> Iterator[Inconsistency]:
        used = tuple(name for name, stream in case.revenue.items() if isinstance(stream, Usage))
        if self.stream in case.revenue and self.stream not in used:
            what = f"{self.stream} has no use that is counted in units"
            yield ("stream",), what, f"name a stream of type usage: {', '.join(used) or 'there is none'}"
        elif self.stream not in used:
            yield (("stream",), *not_there(str(self.stream), used, "revenue"))

    def _covered(self, case: Any, place: int, name: str) -> Iterator[Inconsistency]:
        """A stream whose revenue counts, which may not wait for a gap to be paid."""
        known = (*case.revenue, *case.revenue_guarantees)
        gaps = [key for key, stream in case.revenue.items() if getattr(stream, "mode", None) == "gap"]
        guarantee = case.revenue_guarantees.get(name)
        if name not in known:
            yield (("streams", place), *not_there(name, known, "revenue"))
        elif name in self.streams[:place]:
            yield ("streams", place), f"{name} is named twice", "name each stream once"
        elif name in gaps:
            what = f"{name} fills a gap itself, and would wait for this one"
            yield ("streams", place), what, "name the streams that others pay"
        elif guarantee is not None and (waiting := [key for key in guarantee.streams if key in gaps]):
            what = f"{name} covers {waiting[0]}, which would wait for it"
            yield ("streams", place), what, f"take {waiting[0]} out of revenue_guarantees.{name}.streams"
