"""Drawn from an account: what has come pays for uses first, what has not come cannot."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted


def test_no_more_is_used_than_has_been_received() -> None:
    """A quarter comes with the first year's work, the rest with the second's."""
    found = sized(granted(amount=400.0, drawn="on_milestone", milestones=[0.25, 0.75]))
    assert list(found.series("city.used")[:3]) == pytest.approx([100, 300, 0])
    assert list(found.series("city.account_closing")[:2]) == pytest.approx([0, 0])


def test_no_more_is_used_than_is_needed() -> None:
    found = sized(granted(amount=600.0, drawn="on_milestone", milestones=[1.0]))
    assert list(found.series("city.used")[:3]) == pytest.approx([500, 100, 0])
