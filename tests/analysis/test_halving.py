"""Variants that run together, and the one that fails alone."""

from collections.abc import Sequence

from finmodel.analysis.halving import in_halves
from finmodel.errors import NotConvergedError, OutOfRangeError


def squares(numbers: Sequence[int]) -> list[int]:
    if 3 in numbers:
        raise NotConvergedError("Three does not settle.")
    if 6 in numbers:
        raise OutOfRangeError("Six is too large.")
    return [number**2 for number in numbers]


def test_all_run_together_if_none_fails() -> None:
    assert list(in_halves([1, 2, 4], squares)) == [([1, 2, 4], [1, 4, 16])]
    assert list(in_halves([], squares)) == []


def test_those_that_fail_fail_alone_and_the_order_is_kept() -> None:
    found = list(in_halves([1, 2, 3, 4, 5, 6, 7], squares))
    assert [number for numbers, _ in found for number in numbers] == [1, 2, 3, 4, 5, 6, 7]
    told = {number: answer for numbers, answer in found for number in numbers}
    assert (told[3], told[6]) == ("Three does not settle.", "Six is too large.")
    assert sum(len(answer) for answer in told.values() if not isinstance(answer, str)) >= 5
