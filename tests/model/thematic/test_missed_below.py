"""Target missed where more is better: below it, and not at it."""

import pytest

from tests.model.small_case import sized
from tests.model.thematic.linked_deal import linked


@pytest.mark.parametrize(("observed", "missed"), [(399.9, 1), (400, 0), (400.1, 0)])
def test_below_the_target_it_is_missed(observed: float, missed: float) -> None:
    found = sized(linked(path=observed, better="more", baseline=300))
    assert found.value("senior_energy.missed") == missed
