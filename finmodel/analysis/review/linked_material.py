"""What a review of linked instruments looks at: each indicator with its terms, and what the model finds of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.analysis.green.source import HasProceeds
from finmodel.inputs.green_allocations import instruments
from finmodel.inputs.sustainability_linked import MarginRatchet, SustainabilityTarget
from finmodel.inputs.text import in_words, label_of
from finmodel.results import Results

__all__ = ["Linked", "LinkedMaterial", "is_linked"]

_RATCHET = "margin_ratchet"


@dataclass(frozen=True, slots=True)
class Linked:
    """One indicator that an instrument is linked to: a target, or the ratchet of a margin."""

    instrument: str
    name: str
    """Of the target; of a ratchet that of its heading."""
    where: str
    """Its place in the case."""
    label: str
    instrument_label: str
    terms: SustainabilityTarget | MarginRatchet

    @property
    def target(self) -> SustainabilityTarget | None:
        """Its terms, where it is a target that is observed once."""
        return self.terms if isinstance(self.terms, SustainabilityTarget) else None

    @property
    def unit(self) -> str:
        """The unit of the indicator, as the case words it."""
        return self.terms.unit or ""


@dataclass(frozen=True, slots=True)
class LinkedMaterial:
    """A case with its results, as the rules on linked instruments see it."""

    case: HasProceeds
    results: Results

    @property
    def indicators(self) -> tuple[Linked, ...]:
        """Every indicator of every instrument, in the order of the case."""
        return tuple(_indicators(self.case))

    @property
    def targets(self) -> Iterator[tuple[Linked, SustainabilityTarget]]:
        """Those that are observed once, with their terms."""
        return ((one, one.target) for one in self.indicators if one.target is not None)

    def value(self, one: Linked, line: str) -> float | None:
        """What the model finds of a target; nothing where it has no such line."""
        return self.results.values.get(f"{one.instrument}_{one.name}.{line}")

    def series(self, one: Linked, line: str) -> tuple[float | None, ...]:
        """The same of a line by period."""
        return tuple(self.results.series.get(f"{one.instrument}_{one.name}.{line}", ()))


def is_linked(case: HasProceeds) -> bool:
    """Whether a case has an instrument that is linked to an indicator."""
    return any(_indicators(case))


def _indicators(case: HasProceeds) -> Iterator[Linked]:
    heading = "bonds" if hasattr(case, "bonds") else "facilities"
    for name, terms in instruments(case).items():
        label = label_of(name, terms)
        for key, target in (getattr(terms, "targets", None) or {}).items():
            where = f"{heading}.{name}.targets.{key}"
            yield Linked(name, key, where, label_of(key, target), label, target)
        ratchet = getattr(terms, "margin_ratchet", None)
        if ratchet is not None:
            own = in_words(_RATCHET)
            yield Linked(name, _RATCHET, f"{heading}.{name}.{_RATCHET}", own, label, ratchet)
