"""Received as used: the grantor pays what is used, when it is used."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted


def test_the_grantor_pays_the_company_what_the_grant_is_used_for() -> None:
    found = sized(granted(amount=300.0))
    assert list(found.series("city.received")) == pytest.approx(list(found.series("city.used")))
    assert found.series("party_authority.paid")[0] == pytest.approx(150)
