"""Events: how often, when, and how much of each period."""

from math import exp, inf, sqrt

import numpy as np
import pytest

from finmodel.analysis.draws.events import Event, shares
from finmodel.analysis.draws.seeds import uniforms

RANKS = uniforms(7, "event", 0, 40_000)


def test_an_event_happens_with_its_probability_at_any_moment_of_its_window() -> None:
    begins = Event(2.0, 6.0, probability=0.3).begins(RANKS)
    happened = begins[begins < inf]
    assert len(happened) / len(begins) == pytest.approx(0.3, abs=4 * sqrt(0.21 / len(begins)))
    assert happened.mean() == pytest.approx(4.0, abs=4 * 4 / sqrt(12 * len(happened)))
    assert (happened >= 2).all()
    assert (happened <= 6).all()
    assert np.mean(happened < 3) == pytest.approx(0.25, abs=4 * sqrt(0.1875 / len(happened)))


def test_with_a_hazard_the_first_time_is_exponential() -> None:
    event = Event(1.0, 11.0, hazard=0.08)
    begins = event.begins(RANKS)
    assert event.chance == pytest.approx(1 - exp(-0.8))
    for years in (2.0, 5.0, 10.0):
        wanted = 1 - exp(-0.08 * years)
        assert np.mean(begins < 1 + years) == pytest.approx(wanted, abs=4 * sqrt(wanted * (1 - wanted) / len(begins)))
    assert begins[begins < inf].max() <= 11


def test_a_moment_that_is_given_is_kept() -> None:
    assert set(Event(0.0, 9.0, probability=0.5, at=4.0).begins(RANKS).tolist()) == {4.0, inf}


@pytest.mark.parametrize("event", [Event(0.0, 5.0, probability=0.0), Event(0.0, 5.0, hazard=0.0)])
def test_what_cannot_happen_never_does(event: Event) -> None:
    assert np.isinf(event.begins(RANKS)).all()


def test_what_is_certain_always_happens() -> None:
    assert np.isfinite(Event(0.0, 5.0, probability=1.0).begins(RANKS)).all()


def test_events_happen_where_their_numbers_are_high() -> None:
    begins = Event(0.0, 5.0, probability=0.25).begins(np.array([0.1, 0.74, 0.76, 0.99]))
    assert np.isfinite(begins).tolist() == [False, False, True, True]


def test_periods_have_the_part_in_which_an_event_lasts() -> None:
    begins = np.array([0.25, 1.5, inf])
    found = shares(begins, 1.0, np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 3.0]))
    assert found.T.tolist() == [[0.75, 0.25, 0.0], [0.0, 0.5, 0.5], [0.0, 0.0, 0.0]]


def test_an_event_may_last_for_good_or_as_long_as_is_drawn() -> None:
    found = shares(np.array([0.5, 0.5]), np.array([inf, 0.25]), np.array([0.0, 1.0]), np.array([1.0, 3.0]))
    assert found.T.tolist() == [[0.5, 1.0], [0.25, 0.0]]


def test_bad_events_say_what_is_wrong_all_at_once() -> None:
    assert Event(3.0, 1.0, probability=1.5, duration=0.0).troubles() == [
        "the probability is 1.5; it must lie between 0 and 1",
        "the window is from 3 to 1 years; it must end after it starts",
        "the duration is 0 years; it must be above 0",
    ]
    assert Event(0.0, 1.0).troubles() == ["neither a probability nor a hazard a year is given; give one of them"]
    assert Event(0.0, 1.0, hazard=-1.0, at=2.0).troubles() == [
        "the hazard is -1 a year; it must be 0 or more",
        "it begins at 2 years, outside its window from 0 to 1 years",
    ]
