"""Covenants of a facility: levels of cover at which sponsors wait or the loan is in default, and the equity cure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Covenants", "EquityCure"]


class EquityCure(Block):
    """``cure`` under ``covenants``: how often sponsors may pay in what cover lacks."""

    most_cures: Figure = figure("Equity cures, at most", Unit.COUNT, minimum=1, maximum=100, whole=True)
    most_in_succession: Figure = figure(
        "Equity cures in succession, at most", Unit.COUNT, default=1, minimum=1, maximum=100, whole=True
    )


class Covenants(Block):
    """``covenants`` under a facility; cover is that of its rank and of those paid before it."""

    lockup_dscr: Figure = figure("Lock-up DSCR of the facility", Unit.RATIO, default=0.0, minimum=0, maximum=10)
    lockup_test: Literal["historic", "forward"] = word("Lock-up of the facility looks", default="historic")
    lockup_months: Figure = figure(
        "Lock-up test of the facility, months", Unit.MONTHS, default=12, minimum=1, maximum=60, whole=True
    )
    default_dscr: Figure = figure("Default DSCR of the facility", Unit.RATIO, default=0.0, minimum=0, maximum=10)
    default_months: Figure = figure(
        "Default test of the facility, months", Unit.MONTHS, default=12, minimum=1, maximum=60, whole=True
    )
    cure: EquityCure | None = word("Equity cure", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A cure of nothing, and a default that comes before the lock-up."""
        if self.cure is not None and not self.default_dscr.number:
            yield ("cure",), "there is no level to which it lifts cover", "state default_dscr, or take cure out"
        if self.lockup_dscr.number and self.default_dscr.number > self.lockup_dscr.number:
            what = f"default at {self.default_dscr.number:g} comes before lock-up at {self.lockup_dscr.number:g}"
            yield ("default_dscr",), what, "set default_dscr no higher than lockup_dscr"
