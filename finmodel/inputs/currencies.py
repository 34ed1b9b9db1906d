"""Currencies: the rate of exchange of each foreign currency at financial close, and the path that it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["Currency", "unknown_currency"]


class Currency(Block):
    """One foreign currency under ``currencies``."""

    label: Text | None = word("Name shown", default=None)
    spot: Figure = figure(
        "Rate at financial close", Unit.NUMBER, minimum=1e-9, note="Units of the case's currency for one unit."
    )
    path: Literal["depreciation", "given", "forward"] = word(
        "Path of the rate",
        default="depreciation",
        note="depreciation: rises by a rate a year; given: the rate of each period; forward: by covered parity.",
    )
    depreciation: Figure | None = figure(
        "Rise of the rate a year", Unit.RATE, series=True, default=None, minimum=-0.9, maximum=10
    )
    rates: Figure | None = figure(
        "Rate at the end of the period", Unit.NUMBER, series=True, default=None, minimum=1e-9,
        note="Units of the case's currency for one unit, for path: given.",
    )  # fmt: skip
    domestic_rate: Figure | None = figure(
        "Interest rate of the case's currency, effective", Unit.RATE, series=True, default=None, minimum=-0.5, maximum=2
    )
    foreign_rate: Figure | None = figure(
        "Interest rate of the currency, effective", Unit.RATE, series=True, default=None, minimum=-0.5, maximum=2
    )
    shock: Figure = figure(
        "Shock to the rate", Unit.SHARE, series=True, default=0.0, minimum=-0.9, maximum=10,
        note="The rate is so much above its path, in every period after shock_from_month; forwards keep their price.",
    )  # fmt: skip
    shock_from_month: Figure = figure(
        "Months from financial close to the shock", Unit.MONTHS, default=0, minimum=0, whole=True
    )

    @property
    def has_forward(self) -> bool:
        """Whether the two interest rates are stated that forward rates follow from."""
        return self.domestic_rate is not None and self.foreign_rate is not None

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A path without what it needs, or with what it does not use."""
        used = {"depreciation": "depreciation", "rates": "given"}
        for key, path in used.items():
            stated = getattr(self, key) is not None
            if stated and self.path != path:
                yield (key,), f"stands beside path: {self.path}", f"take it out, or write path: {path}"
            elif not stated and self.path == path:
                yield ("path",), f"path: {path} needs {key}", f"state {key}"
        if (self.domestic_rate is None) != (self.foreign_rate is None):
            lacking = "domestic_rate" if self.domestic_rate is None else "foreign_rate"
            yield (), "covered parity needs both interest rates", f"state {lacking} too"
        elif self.path == "forward" and not self.has_forward:
            yield ("path",), "path: forward needs domestic_rate and foreign_rate", "state both"


def unknown_currency(case: Any, name: str | None, path: tuple[str, ...]) -> Iterable[Inconsistency]:
    """The problem of naming a currency that the case does not have."""
    if name is not None and name not in case.currencies:
        yield (path, *not_there(name, tuple(case.currencies), "currencies"))
