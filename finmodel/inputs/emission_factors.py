"""Emission factors that a case can name: what a unit of energy emits, with sources and how far each can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["EMISSION_FACTORS", "EmissionFactor"]


@dataclass(frozen=True, slots=True)
class EmissionFactor:
    """Kilograms of CO2 equivalent for each unit of energy used, and by how much they fall a year."""

    unit: str
    factor: float
    decline: float
    source: str
    as_of: str
    status: str
    note: str
    year: int | None = None
    """The calendar year that the factor is of, where it falls."""
    spread: tuple[float, float] | None = None
    """The range in which the factor may lie, where it is uncertain."""

    def figures(self) -> dict[str, Any]:
        """The figures of a case that an activity is given by it, with where they come from."""
        said = {"source": self.source, "as_of": self.as_of, "status": self.status, "note": self.note}
        found = {"factor": self.factor, "factor_decline": self.decline}
        found |= {} if self.year is None else {"factor_year": self.year}
        ends = dict(zip(("factor_low", "factor_high"), self.spread or (), strict=False))
        return {key: {"value": value, **said} for key, value in (found | ends).items()}


EMISSION_FACTORS: Mapping[str, EmissionFactor] = {
    "grid_kz": EmissionFactor(
        "kWh", 0.80, 0.015,
        "Shares of generation from July 2023 to June 2024 (lowcarbonpower.org) times 1.0 to 1.1 for coal, 0.45 for gas",
        "2024", "derived",
        "Range 0.70 to 0.90, falling by 1.5 % to 2 % a year; to be replaced by the list of the IFI working group.",
        2024, (0.70, 0.90),
    ),
    "diesel": EmissionFactor(
        "litre", 2.68, 0.0, "Usual factor of combustion", "2006", "unverified", "Without what production emits."
    ),
}  # fmt: skip
"""The factors by the word that names them in a case."""
