"""Drawn pro rata: the same share of the uses of every period."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import granted

UNEVEN = {"capex.plant.spend": [0.2, 0.8]}


def test_the_grant_pays_its_share_of_the_uses_of_every_period() -> None:
    found = sized(granted(amount=300.0, **UNEVEN))
    assert list(found.series("city.used")[:2]) == pytest.approx([60, 240])
    assert list(found.series("city.received")[:2]) == pytest.approx([60, 240])


def test_the_share_is_of_the_uses_as_they_were_planned() -> None:
    """A dearer second year is paid 30 %, up to what is left of the grant."""
    found = held(granted(amount=300.0, **UNEVEN), {"capex.plant.overrun": 0.1})
    assert list(found.series("city.used")[:2]) == pytest.approx([66, 234])
