"""Grant awaited: an asset as long as a bridge loan has paid and the grantor has not."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted


def test_what_is_awaited_is_what_is_owed_on_the_bridge() -> None:
    found = sized(granted(amount=300.0, drawn="reimbursement", reimbursement_months=24, bridge={"rate": 0.0}))
    assert list(found.series("city.grant_awaited")[:5]) == pytest.approx([150, 300, 150, 0, 0])
    assert list(found.series("city.bridge_closing")[:5]) == pytest.approx([150, 300, 150, 0, 0])
    assert list(found.series("city.bridge_net")[:5]) == pytest.approx([150, 150, -150, -150, 0])
    assert found.value("master_check") == 1
