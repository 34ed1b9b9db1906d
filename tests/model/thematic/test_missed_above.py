"""Target missed where less is better: above it, and not at it."""

import pytest

from tests.model.small_case import sized
from tests.model.thematic.linked_deal import linked


@pytest.mark.parametrize(("observed", "missed"), [(399.9, 0), (400, 0), (400.1, 1)])
def test_above_the_target_it_is_missed(observed: float, missed: float) -> None:
    assert sized(linked(path=observed)).value("senior_energy.missed") == missed
