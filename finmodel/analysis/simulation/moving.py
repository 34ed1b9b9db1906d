"""What moves a figure: variables, processes and risks together, in an order that is stated, held within its bounds.

A setting comes first (of several the one named last), then all factors, then all additions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.levers import Lever

__all__ = ["Effect", "Moved"]

Array = NDArray[np.float64]

_BY_POSITION = 2
"""Axes of what an event draws: how much of each position of its figures it lasts."""
_WAYS = ("value", "times", "add")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one driver does to a figure: in the way that is named, by what is drawn or, of a risk, by what is stated."""

    driver: str
    way: str
    """``value``, ``times`` or ``add``."""
    stated: tuple[float, ...] = ()
    """Of a risk, the value, factor or amount at every position of the figure; it holds where the risk happens. Of an
    event one for all positions; it holds for the part of each in which the event lasts."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One input of the model with everything that moves it."""

    lever: Lever
    effects: tuple[Effect, ...]
    whole: bool = False
    """Whether it has no fractions, as months have none: what is drawn is rounded."""

    def values(self, drawn: Mapping[str, Array]) -> tuple[Array, int]:
        """The input in each scenario, (scenario,) or (position, scenario), and how many values had to be held."""
        found = self.lever.base
        for way in _WAYS:
            for effect in self.effects:
                if effect.way == way:
                    found = _changed(found, effect, drawn[effect.driver])
        if self.whole:
            found = np.floor(found + 0.5)
        beyond = self.lever.beyond(found)
        held = self.lever.held(found) if beyond else found
        return (held if isinstance(self.lever.entry.value, tuple) else held.reshape(-1)), beyond


def _changed(values: Array, effect: Effect, drawn: Array) -> Array:
    if effect.stated:
        stated = np.asarray(effect.stated)[:, np.newaxis]
        if drawn.ndim == _BY_POSITION:
            return _while_it_lasts(values, effect.way, stated, drawn)
        if effect.way == "value":
            return np.where(drawn > 0, stated, values)
        return values * np.where(drawn > 0, stated, 1.0) if effect.way == "times" else values + stated * (drawn > 0)
    if effect.way == "value":
        return values * 0.0 + drawn
    return values * drawn if effect.way == "times" else values + drawn


def _while_it_lasts(values: Array, way: str, stated: Array, lasting: Array) -> Array:
    """A figure of which an event holds for a part of each position."""
    if way == "value":
        return values + (stated - values) * lasting
    return values * (1 + (stated - 1) * lasting) if way == "times" else values + stated * lasting
