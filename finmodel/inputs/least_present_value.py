"""Least present value of revenue: the bid at which a concession ends, of which revenue, and what goes over then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["LeastPresentValue", "handed_over_name", "handover_name_problems"]


_GOES_ON = {
    "pay_for_performance": "paid for outcomes, whose verification",
    "carbon_credits": "paid for credits, whose verification",
    "ev_charging": "paid for charging, whose electricity",
    "land_sale": "paid for land, whose cost of sale",
}
"""Streams that have costs of their own, which nobody takes over, and what these are."""


class LeastPresentValue(Block):
    """One entry under ``least_present_value``; a case has one concession."""

    label: Text | None = word("Name shown", default=None)
    payee: str = word("Who takes over", default="authority")
    streams: list[str] = word("Streams whose revenue counts", note="Names under revenue; they are added up.")
    bid: Figure = figure("Present value of revenue at which the concession ends", Unit.MONEY, minimum=0)
    rate: Figure = figure("Discount rate of revenue", Unit.RATE, minimum=0, maximum=2)
    discounted_to: Literal["financial_close", "completion"] = word(
        "Discounted to", default="financial_close", note="From the end of each period, by months."
    )
    last_period: Literal["part", "whole"] = word(
        "The last period",
        default="part",
        note="part: the company's until the bid is reached; whole: all of the period in which it is reached.",
    )
    remaining: list[str] = word("Streams that stay with the company", default=[])
    costs: list[str] = word(
        "Costs that go with the concession", default=[], note="Names under opex and lifecycle; all if none is named."
    )
    costs_taken_over: Figure = figure("Share of these costs taken over", Unit.SHARE, default=1.0, minimum=0)

    def ended(self, case: Any) -> list[str]:
        """The streams that are no longer the company's once the concession has ended."""
        return [name for name in case.revenue if name not in self.remaining]

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Streams and costs that are not there, or that something else holds on to after the end."""
        known = tuple(case.revenue)
        if not self.streams:
            yield ("streams",), "names no stream", f"name one or more of: {', '.join(known)}"
        for key, names, there in (
            ("streams", self.streams, known),
            ("remaining", self.remaining, known),
            ("costs", self.costs, (*case.opex, *case.lifecycle)),
        ):
            yield from _names(key, names, there)
        for place, name in enumerate(self.remaining):
            if name in self.streams:
                what = f"{name} counts towards the bid, and ends with it"
                yield ("remaining", place), what, "take it out here, or under streams"
        yield from self._held(case)
        yield from self._beside(case)

    def _beside(self, case: Any) -> Iterator[Inconsistency]:
        """Parts of a deal that are told for its whole term."""
        for heading in ("phases", "pool"):
            if getattr(case, heading):
                what = f"stands beside {heading}, whose investment and flows would go on when the concession has ended"
                yield (), what, f"take it out, or {heading}"
        for name, stream in case.revenue.items():
            if getattr(stream, "return_cap", None) is not None:
                what = f"{name} caps the return over the whole term"
                yield (), what, f"take it out, or revenue.{name}.return_cap"

    def _held(self, case: Any) -> Iterator[Inconsistency]:
        """Agreements on streams that end, which would go on."""
        ended = self.ended(case)
        for heading in ("revenue_guarantees", "revenue_shares"):
            for key, terms in getattr(case, heading).items():
                for name in (name for name in terms.streams if name in ended):
                    what = f"{key} covers {name}, and would go on when the concession has ended"
                    remedy = f"take it out of {heading}.{key}.streams, or name it under remaining"
                    yield ("streams",), what, remedy
        for name in ended:
            if (reason := _GOES_ON.get(case.revenue[name].type)) is not None:
                what = f"{name} is {reason} would go on when the concession has ended"
                yield ("streams",), what, "name it under remaining"


def _names(key: str, names: list[str], known: tuple[str, ...]) -> Iterator[Inconsistency]:
    heading = "opex and lifecycle" if key == "costs" else "revenue"
    for place, name in enumerate(names):
        if name not in known:
            yield ((key, place), *not_there(name, known, heading))
        elif name in names[:place]:
            yield (key, place), f"{name} is named twice", "name each once"


def handed_over_name(concession: str, stream: str) -> str:
    """The name of what a stream passes on once the concession has ended."""
    return f"{concession}_{stream}"


def handover_name_problems(case: Any, taken: Iterable[str]) -> Iterator[Inconsistency]:
    """A second concession, and one whose name together with that of a stream is the name of something else."""
    for key in list(case.least_present_value)[1:]:
        yield ("least_present_value", key), "is a second concession", "keep one"
    names = set(taken)
    for key, terms in case.least_present_value.items():
        for stream in terms.ended(case):
            if (name := handed_over_name(key, stream)) in names:
                what = f"what {stream} passes on would be called {name}, and that name is taken"
                yield ("least_present_value", key), what, f"rename {key}"
