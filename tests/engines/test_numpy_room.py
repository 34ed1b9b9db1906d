"""Room for blocks: series that are zero around the grid, given out again; two rows that take turns."""

import numpy as np

from finmodel.engines.numpy_room import Room


def test_a_series_given_back_is_given_out_again_with_zeros_around() -> None:
    room = Room(3, 4)
    values, rows = room.series()
    for row in rows[1:-1]:
        row[...] = 7.0
    assert (values[1:-1] == 7.0).all()
    room.give(values, rows)
    again, _ = room.series()
    assert again is values
    assert (again[[0, -1]] == 0.0).all()


def test_series_in_use_are_not_given_out_twice() -> None:
    room = Room(3, 4)
    assert room.series()[0] is not room.series()[0]


def test_rows_that_alternate_hold_the_last_two_periods() -> None:
    room = Room(3, 2)
    one, other = room.rows(2)
    before, first, second, third, after = room.alternating(one, other)
    assert first is third is one
    assert second is other
    assert not before.any()
    assert not after.any()


def test_rows_and_flags_are_always_the_same_ones() -> None:
    room = Room(3, 2)
    first = room.rows(2)
    assert [id(row) for row in room.rows(3)[:2]] == [id(row) for row in first]
    assert [row.dtype for row in room.flags(2)] == [np.dtype(bool)] * 2


def test_an_input_has_zeros_around_and_is_not_copied() -> None:
    values = np.ones((2, 5))
    before, first, _, after = Room(2, 5).given(values)
    assert np.shares_memory(first, values)
    assert not before.any()
    assert not after.any()
