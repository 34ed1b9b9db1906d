"""A scenario's number follows from seed, name and place alone."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.analysis.draws.seeds import generator, integers, uniforms
from tests.sizes import drawn


@settings(max_examples=drawn(100), deadline=None)
@given(st.lists(st.integers(0, 300), min_size=2, max_size=6).map(sorted))
def test_numbers_are_the_same_bit_for_bit_however_they_are_split(cuts: list[int]) -> None:
    whole = uniforms(7, "demand", cuts[0], cuts[-1])
    parts = [uniforms(7, "demand", low, high) for low, high in pairwise(cuts)]
    assert np.array_equal(np.concatenate(parts), whole)


def test_the_stream_is_that_of_philox_from_its_start() -> None:
    assert np.array_equal(uniforms(7, "demand", 5, 20), generator(7, "demand").random(20)[5:])


def test_far_scenarios_are_made_without_those_before() -> None:
    assert uniforms(7, "demand", 10**15, 10**15 + 3).shape == (3,)


def test_names_and_seeds_have_streams_of_their_own() -> None:
    first = uniforms(7, "demand", 0, 1000)
    for other in (uniforms(7, "cost", 0, 1000), uniforms(8, "demand", 0, 1000)):
        assert abs(np.corrcoef(first, other)[0, 1]) < 4 / np.sqrt(1000)


def test_a_number_written_down_stays_what_it_was() -> None:
    """Results with a seed must be reproduced by every later version, on every machine."""
    assert uniforms(7, "demand", 0, 2).tolist() == [0.25516103855352457, 0.9860272467532221]


def test_whole_numbers_stay_below_their_bound_and_reach_all_below_it() -> None:
    assert set(integers(7, "order", 400, 5).tolist()) == {0, 1, 2, 3, 4}
