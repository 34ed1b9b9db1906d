"""Even spend: the same in every planned month, also where the last period of construction is short."""

import pytest

from tests.model.small_case import sized


def test_a_cost_without_a_profile_is_spent_evenly() -> None:
    assert list(sized().series("plant.cost")[:3]) == pytest.approx([500, 500, 0])


def test_a_short_last_period_takes_the_share_of_its_months() -> None:
    found = sized({"timing.construction_months": 20})
    assert list(found.series("plant.cost")[:3]) == pytest.approx([600, 400, 0])


def test_a_delay_stretches_the_spend_over_the_months_that_it_really_takes() -> None:
    found = sized({"timing.delay_months": 6, "timing.delay_extends_concession": True})
    assert list(found.series("plant.cost")[:4]) == pytest.approx([400, 400, 200, 0])
