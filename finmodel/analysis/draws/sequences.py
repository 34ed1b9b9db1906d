"""Sequences: three ways to spread scenarios over the unit cube, any part of which can be made anywhere.

``random``            independent numbers; the standard errors of textbooks hold.
``latin_hypercube``   each variable has one scenario in each of as many equal strata as there are scenarios.
``sobol``             Sobol' points, with the direction numbers of Joe and Kuo, scrambled at random (linear matrix
                      scramble and digital shift, J. Matoušek 1998); balanced where there are 2, 4, 8, … scenarios.

Scenario ``i`` of a variable follows from the seed, the variable's name and ``i``; for a Latin hypercube also from how
many scenarios there are in all, for Sobol' points also from the variable's place among the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from math import isqrt
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.draws.seeds import integers, uniforms

__all__ = ["Draws", "Sampling", "draws"]

Array = NDArray[np.float64]
Integers = NDArray[np.int64]

_HIGHEST = 1 - 2.0**-53
_ROUNDS = 8
_BITS = 32
_CHUNK_BITS = 12


class Sampling(StrEnum):
    """How scenarios are spread over what may happen."""

    RANDOM = "random"
    LATIN_HYPERCUBE = "latin_hypercube"
    SOBOL = "sobol"


class Draws(Protocol):
    """Numbers above 0 and below 1 of some variables, made for any part of the scenarios."""

    def uniforms(self, start: int, stop: int) -> Array:
        """Scenarios ``start`` to ``stop`` (without it): (variable, scenario)."""


def draws(sampling: Sampling, *, seed: int, names: Sequence[str], scenarios: int) -> Draws:
    """The numbers of variables by name. The same arguments give the same numbers, bit for bit, however split."""
    return _KINDS[sampling](seed, tuple(names), scenarios)


class _Named:
    """A seed, variables by name, and how many scenarios there are in all."""

    def __init__(self, seed: int, names: tuple[str, ...], scenarios: int) -> None:
        self.seed, self.names, self.scenarios = seed, names, scenarios


class RandomDraws(_Named):
    """Independent numbers."""

    def uniforms(self, start: int, stop: int) -> Array:
        """Scenarios ``start`` to ``stop`` (without it): (variable, scenario)."""
        found = np.empty((len(self.names), stop - start))
        for place, name in enumerate(self.names):
            found[place] = uniforms(self.seed, name, start, stop)
        return found


class LatinHypercube(_Named):
    """Each variable's strata in an order of its own, and a random place within the stratum.

    The order is a keyed permutation that is computed where it is needed: a Feistel network over a rectangle of about
    the square root of the number of scenarios a side, walked on while it leads outside (J. Black and P. Rogaway 2002).
    """

    def __init__(self, seed: int, names: tuple[str, ...], scenarios: int) -> None:
        super().__init__(seed, names, scenarios)
        self._side = side = isqrt(max(scenarios - 1, 0)) + 1
        self._tables = {
            name: [integers(seed, f"{name}\x1fstrata\x1f{each}", side, side) for each in range(_ROUNDS)]
            for name in names
        }

    def uniforms(self, start: int, stop: int) -> Array:
        """Scenarios ``start`` to ``stop`` (without it): (variable, scenario)."""
        found = np.empty((len(self.names), stop - start))
        for place, name in enumerate(self.names):
            within = uniforms(self.seed, name, start, stop)
            found[place] = (self._strata(name, start, stop) + within) / self.scenarios
        return np.minimum(found, _HIGHEST, out=found)

    def _strata(self, name: str, start: int, stop: int) -> Integers:
        tables = self._tables[name]
        places = _permuted(np.arange(start, stop), self._side, tables)
        while (outside := places >= self.scenarios).any():
            places[outside] = _permuted(places[outside], self._side, tables)
        return places


def _permuted(places: Integers, side: int, tables: Sequence[Integers]) -> Integers:
    """Places of a square, each sent to another: half of the place is moved on by what a table has for the other."""
    left, right = np.divmod(places, side)
    for table in tables:
        left, right = right, (left + table[right]) % side
    return left * side + right


class SobolPoints(_Named):
    """Sobol' points in the order of a Gray code.

    They are linear over bits: the point of scenario ``c · 4096 + r`` is that of ``c · 4096`` and that of ``r``, joined
    by exclusive or. So the first 4096 points and those at the powers of 2 make any others, with no walk from the start.
    """

    def __init__(self, seed: int, names: tuple[str, ...], scenarios: int) -> None:
        super().__init__(seed, names, scenarios)
        bits = max(scenarios - 1, 1).bit_length()
        self._first, powers = _plain(len(names), min(bits, _CHUNK_BITS), bits)
        self._powers = powers
        self._shift = np.empty((len(names), 1), np.uint64)
        for place, name in enumerate(names):
            random = integers(seed, f"{name}\x1fscramble", _BITS + 1, 2**_BITS).astype(np.uint64)
            self._first[place] = _scrambled(self._first[place], random)
            self._powers[place] = _scrambled(self._powers[place], random)
            self._shift[place] = random[_BITS]

    def uniforms(self, start: int, stop: int) -> Array:
        """Scenarios ``start`` to ``stop`` (without it): (variable, scenario)."""
        size = self._first.shape[1]
        chunks = range(start // size, -(-stop // size))
        points = [self._chunk(each)[:, max(start - each * size, 0) : stop - each * size] for each in chunks]
        joined = np.concatenate(points, axis=1) if points else self._first[:, :0]
        return (joined.astype(float) + 0.5) * 2.0**-_BITS

    def _chunk(self, number: int) -> NDArray[np.uint64]:
        begin = self._shift.copy()
        for bit in range(_CHUNK_BITS, self._powers.shape[1]):
            if number >> (bit - _CHUNK_BITS) & 1:
                begin[:, 0] ^= self._powers[:, bit]
        return self._first ^ begin


def _plain(variables: int, chunk_bits: int, bits: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Points that are not scrambled yet: the first chunk, and those at the powers of 2; (variable, point), as bits."""
    sobol = import_module("scipy.stats.qmc").Sobol(max(variables, 1), scramble=False, bits=_BITS)
    first = _as_bits(sobol.random(2**chunk_bits))
    powers = [first[:, 2**bit] for bit in range(chunk_bits)]
    for bit in range(chunk_bits, bits):
        sobol.fast_forward(2**bit - sobol.num_generated)
        powers.append(_as_bits(sobol.random(1))[:, 0])
    return first[:variables], np.stack(powers, axis=1)[:variables]


def _as_bits(points: Array) -> NDArray[np.uint64]:
    return (points.T * 2.0**_BITS).astype(np.uint64)


def _scrambled(points: NDArray[np.uint64], random: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each bit also sets bits below it, chosen at random once for the variable."""
    found = np.zeros_like(points)
    for bit in range(_BITS):
        one = np.uint64(1 << bit)
        column = one | (random[bit] & np.uint64((1 << bit) - 1))
        found ^= np.where(points & one, column, np.uint64(0))
    return found


_KINDS: Mapping[Sampling, Callable[[int, tuple[str, ...], int], Draws]] = {
    Sampling.RANDOM: RandomDraws,
    Sampling.LATIN_HYPERCUBE: LatinHypercube,
    Sampling.SOBOL: SobolPoints,
}
