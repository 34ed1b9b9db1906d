"""Rank correlations of a case file: whether they can all hold together, and if not, the nearest ones that can."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

__all__ = ["correlation_matrix", "holds_together", "nearest_in_digits", "nearest_together", "pearson_of_rank"]

Matrix = list[list[float]]

_LEAST_PIVOT = 1e-9
_SWEEPS = 60
_STEPS = 200
_LEAST_ROOT = 1e-4
"""The smallest eigenvalue of what is proposed, so that it can be used as it is written."""


def pearson_of_rank(rank: float) -> float:
    """The correlation of two normal scores whose ranks correlate so: 2 sin(π ρ / 6), as Pearson found (1907)."""
    return 2.0 * math.sin(math.pi * rank / 6.0)


def correlation_matrix(names: Sequence[str], ranks: Mapping[tuple[str, str], float]) -> Matrix:
    """The matrix of rank correlations of some names; what is not stated is 0."""
    both = {**ranks, **{(second, first): rank for (first, second), rank in ranks.items()}}
    return [[1.0 if row == column else both.get((row, column), 0.0) for column in names] for row in names]


def holds_together(ranks: Matrix) -> bool:
    """Whether normal scores can have these rank correlations: their own matrix is then positive definite."""
    return _has_root(
        [[1.0 if i == j else pearson_of_rank(x) for j, x in enumerate(row)] for i, row in enumerate(ranks)]
    )


def nearest_together(ranks: Matrix) -> Matrix:
    """The nearest correlation matrix that can hold: Higham's alternating projections (2002), on the normal scores."""
    size = len(ranks)
    wanted = [[1.0 if i == j else pearson_of_rank(ranks[i][j]) for j in range(size)] for i in range(size)]
    correction = [[0.0] * size for _ in range(size)]
    found = wanted
    for _ in range(_STEPS):
        shifted = [[found[i][j] - correction[i][j] for j in range(size)] for i in range(size)]
        positive = _positive_part(shifted)
        correction = [[positive[i][j] - shifted[i][j] for j in range(size)] for i in range(size)]
        found = [[1.0 if i == j else positive[i][j] for j in range(size)] for i in range(size)]
    while not _has_root(found):
        found = [[1.0 if i == j else x * (1 - _LEAST_ROOT) for j, x in enumerate(row)] for i, row in enumerate(found)]
    return [
        [1.0 if i == j else 6.0 / math.pi * math.asin(x / 2.0) for j, x in enumerate(row)]
        for i, row in enumerate(found)
    ]


def nearest_in_digits(ranks: Matrix) -> Matrix:
    """The same in two digits, weakened as little as it takes for them to hold as they are written."""
    near, strength = nearest_together(ranks), 1.0
    while True:
        written = [[1.0 if i == j else round(x * strength, 2) for j, x in enumerate(row)] for i, row in enumerate(near)]
        if holds_together(written):
            return written
        strength *= 0.99


def _has_root(matrix: Matrix) -> bool:
    """Whether the matrix has a Cholesky root."""
    root: Matrix = []
    for i, row in enumerate(matrix):
        below: list[float] = []
        for j in range(i):
            below.append((row[j] - sum(map(_product, below, root[j]))) / root[j][j])
        rest = row[i] - sum(x * x for x in below)
        if rest < _LEAST_PIVOT:
            return False
        root.append([*below, math.sqrt(rest)])
    return True


def _product(x: float, y: float) -> float:
    return x * y


def _positive_part(matrix: Matrix) -> Matrix:
    """The matrix without what its negative eigenvalues bring in; small ones are raised a little above 0."""
    roots, vectors = _eigen(matrix)
    kept = [max(root, _LEAST_ROOT) for root in roots]
    size = range(len(matrix))
    return [[sum(kept[k] * vectors[i][k] * vectors[j][k] for k in size) for j in size] for i in size]


def _eigen(matrix: Matrix) -> tuple[list[float], Matrix]:
    """Eigenvalues and, in columns, eigenvectors of a symmetric matrix, by Jacobi's rotations."""
    size = len(matrix)
    a = [row[:] for row in matrix]
    v = [[float(i == j) for j in range(size)] for i in range(size)]
    for _ in range(_SWEEPS):
        if max((abs(a[i][j]) for i in range(size) for j in range(i)), default=0.0) < 1e-14:
            break
        for p in range(size):
            for q in range(p + 1, size):
                if abs(a[p][q]) > 1e-15:
                    _rotate(a, v, p, q)
    return [a[i][i] for i in range(size)], v


def _rotate(a: Matrix, v: Matrix, p: int, q: int) -> None:
    """One rotation that brings the element (p, q) to 0."""
    theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q])
    t = math.copysign(1.0, theta) / (abs(theta) + math.hypot(theta, 1.0))
    c = 1.0 / math.hypot(t, 1.0)
    s = t * c
    for row in (*a, *v):
        row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
    a[p], a[q] = (
        [c * x - s * y for x, y in zip(a[p], a[q], strict=True)],
        [s * x + c * y for x, y in zip(a[p], a[q], strict=True)],
    )
