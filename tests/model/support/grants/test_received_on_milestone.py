"""Received on milestones: money comes when planned parts of the work are done; a delay delays it."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import granted

HALVES = granted(amount=300.0, drawn="on_milestone", milestones=[0.5, 0.5])


def test_each_milestone_pays_its_share_at_the_end_of_its_period() -> None:
    assert list(sized(HALVES).series("city.received")[:3]) == pytest.approx([150, 150, 0])


def test_a_delay_stretches_the_milestones_with_the_work() -> None:
    """A year late: after 12 months two thirds of the first part are done, after 24 the first, after 36 both."""
    found = held(HALVES, {"timing.delay_months": 12})
    assert list(found.series("city.received")[:4]) == pytest.approx([0, 150, 150, 0])
    assert found.value("master_check") == 1


def test_half_years_have_a_milestone_each() -> None:
    shares = [0.0, 0.4, 0.0, 0.6]
    found = sized(granted(amount=100.0, drawn="on_milestone", milestones=shares, **{"timing.period": "half_year"}))
    assert list(found.series("city.received")[:5]) == pytest.approx([0, 40, 0, 60, 0])
