"""Correlation of figures by rank: a Gaussian copula, its checks, and the nearest matrix that can be one.

The correlations that are given are those of ranks (Spearman). Normal numbers have them where their own correlation
(Pearson) is 2 sin(π ρ ÷ 6) (H. Hotelling and M. Pabst 1936). Numbers of each scenario are mixed by themselves, so that
nothing depends on how scenarios are split. The method of Iman and Conover would: it re-orders all scenarios at once to
keep the strata of a Latin hypercube in every variable. Here a variable that follows others keeps its distribution, but
not one scenario in each stratum; variables without correlations, and the first of those with them, keep both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from finmodel.analysis.draws.seeds import LOWEST

__all__ = [
    "Copula", "correlation_matrix", "correlation_troubles", "lower_factor", "mixed", "nearest_correlation",
    "nearest_possible", "pearson", "spearman",
]  # fmt: skip

Array = NDArray[np.float64]
Pairs = Mapping[tuple[str, str], float]

_LEAST = 1e-12
"""An eigenvalue that is not below minus this is a zero that rounding has moved."""
_HIGHEST = 1 - 2.0**-53


@dataclass(frozen=True, slots=True, eq=False)
class Copula:
    """Mixes independent numbers into numbers with given correlations of their ranks."""

    factor: Array
    """A triangular matrix that, times its own transpose, is the correlation of the normal numbers."""

    @classmethod
    def of(cls, ranks: Array) -> Copula:
        """From a matrix of rank correlations without troubles."""
        return cls(lower_factor(pearson(ranks)))

    def uniforms(self, independent: Array) -> Array:
        """Numbers between 0 and 1, (variable, scenario), of which each still has every value equally likely."""
        return np.asarray(np.clip(ndtr(mixed(self.factor, ndtri(independent))), LOWEST, _HIGHEST))


def mixed(factor: Array, normals: Array) -> Array:
    """Sums of rows by a triangular factor, in one order always: a matrix product may round by the number of columns."""
    found = np.zeros_like(normals)
    for row, weights in enumerate(factor):
        for column in np.flatnonzero(weights[: row + 1]):
            found[row] += weights[column] * normals[column]
    return found


def pearson(ranks: Array) -> Array:
    """The correlations of normal numbers whose ranks have these."""
    found = np.asarray(2 * np.sin(np.pi * np.asarray(ranks, float) / 6))
    np.fill_diagonal(found, 1.0)
    return found


def spearman(normals: Array) -> Array:
    """The correlations of the ranks of normal numbers that have these: 6 ÷ π · arcsin(r ÷ 2)."""
    return np.asarray(6 / np.pi * np.arcsin(np.asarray(normals, float) / 2))


def correlation_matrix(names: Sequence[str], pairs: Pairs) -> Array:
    """The whole matrix of pairs by name, in the order of the names; what is not given is 0."""
    place = {name: n for n, name in enumerate(names)}
    found = np.eye(len(names))
    for (one, other), value in pairs.items():
        found[place[one], place[other]] = found[place[other], place[one]] = value
    return found


def correlation_troubles(names: Sequence[str], pairs: Pairs, *, by_rank: bool = True) -> list[str]:
    """What is wrong with correlations given in pairs: names, doubles, range, and whether they can all hold at once."""
    found = list(_wrong_pairs(set(names), pairs))
    if found:
        return found
    return _impossible(names, correlation_matrix(names, pairs), by_rank)


def _wrong_pairs(names: set[str], pairs: Pairs) -> Iterable[str]:
    for (one, other), value in pairs.items():
        what = f"the correlation of {one} and {other}"
        for name in dict.fromkeys((one, other)):
            if name not in names:
                yield f"{what}: there is no {name}; the names are {', '.join(sorted(names))}"
        if one == other:
            yield f"{what}: a figure's correlation with itself is 1; leave it out"
        if not -1 <= value <= 1:
            yield f"{what} is {value:g}; it must lie between -1 and 1"
        back = pairs.get((other, one), value)
        if one < other and back != value:
            yield f"{what} is given twice, as {value:g} and as {back:g}; give it once"


def _impossible(names: Sequence[str], matrix: Array, by_rank: bool) -> list[str]:
    """Correlations that contradict each other, with the pairs that have to give way and by how much."""
    wanted = pearson(matrix) if by_rank else matrix
    if float(np.linalg.eigvalsh(wanted)[0]) >= -_LEAST:
        return []
    nearest = nearest_possible(matrix, by_rank=by_rank)
    moves = [
        (abs(nearest[a, b] - matrix[a, b]), a, b)
        for a in range(len(names))
        for b in range(a)
        if abs(nearest[a, b] - matrix[a, b]) > 5e-4
    ]
    advice = ", ".join(
        f"{names[b]} and {names[a]} {nearest[a, b]:.3f} instead of {matrix[a, b]:g}"
        for _, a, b in sorted(moves, reverse=True)
    )
    return [
        "these correlations cannot all hold at once (the matrix is not positive semi-definite); the nearest that can: "
        f"{advice}; take these, or weaken some of those pairs"
    ]


def nearest_possible(matrix: Array, *, by_rank: bool = True, digits: int = 3) -> Array:
    """The nearest correlations that can all hold, in as many digits; a little weaker where rounding needs it."""
    nearest = nearest_correlation(pearson(matrix) if by_rank else matrix)
    nearest = spearman(nearest) if by_rank else nearest
    weaker = 0.0
    while True:
        rounded = np.round(nearest * (1 - weaker), digits)
        np.fill_diagonal(rounded, 1.0)
        if float(np.linalg.eigvalsh(pearson(rounded) if by_rank else rounded)[0]) >= -_LEAST:
            return rounded
        weaker += 10.0**-digits / 2


def nearest_correlation(matrix: Array, *, passes: int = 2000, tolerance: float = 1e-10) -> Array:
    """The correlation matrix nearest to a symmetric one (Frobenius norm): N. Higham, IMA J. Numer. Anal. 22 (2002)."""
    target = shape = np.asarray(matrix, float)
    correction = np.zeros_like(shape)
    for _ in range(passes):
        before = shape
        shifted = shape - correction
        values, vectors = np.linalg.eigh(shifted)
        projected = (vectors * np.maximum(values, 0.0)) @ vectors.T
        correction = projected - shifted
        shape = (projected + projected.T) / 2
        np.fill_diagonal(shape, 1.0)
        if np.abs(shape - before).max() < tolerance * max(1.0, np.abs(target).max()):
            break
    return shape


def lower_factor(matrix: Array) -> Array:
    """A triangular factor of a positive semi-definite matrix, column by column; a column without rest is zero."""
    size = len(matrix)
    found = np.zeros((size, size))
    for column in range(size):
        rest = matrix[column:, column] - found[column:, :column] @ found[column, :column]
        if rest[0] > _LEAST:
            found[column:, column] = rest / np.sqrt(rest[0])
    return found
