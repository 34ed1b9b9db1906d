"""Random numbers that can be made anywhere: a scenario's number follows from seed, name and place alone.

Philox is a counter-based generator: its stream can be entered at any place at once. Every name has a stream of its own,
keyed by seed and name, and scenario ``i`` reads place ``i`` of it. So it does not matter how scenarios are split into
blocks, by how many workers they are run, in which order, or which other variables there are.
J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11.
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
from numpy.random import Generator, Philox
from numpy.typing import NDArray

__all__ = ["LOWEST", "generator", "integers", "uniforms"]

Array = NDArray[np.float64]

LOWEST = 2.0**-54
"""What stands for the zero that a generator returns once in 2^53 times: half its step."""

_AT_ONCE = 4
"""Numbers of 64 bits that Philox makes of one value of its counter."""


def uniforms(seed: int, name: str, start: int, stop: int) -> Array:
    """Independent numbers above 0 and below 1 of scenarios ``start`` to ``stop`` (without it): (scenario,)."""
    skipped = start % _AT_ONCE
    drawn = generator(seed, name, start // _AT_ONCE).random(stop - start + skipped)[skipped:]
    return np.maximum(drawn, LOWEST, out=drawn)


def integers(seed: int, name: str, count: int, below: int) -> NDArray[np.int64]:
    """The first numbers of a name as whole numbers from 0, below a bound: (count,)."""
    return np.floor(generator(seed, name).random(count) * below).astype(np.int64)


def generator(seed: int, name: str, counter: int = 0) -> Generator:
    """The stream of a seed and a name, entered at a value of its counter."""
    digest = blake2b(f"{seed}\x1f{name}".encode(), digest_size=16).digest()
    return Generator(Philox(key=int.from_bytes(digest, "little"), counter=counter))
