"""Instalments by hand: equal parts after the months of grace, or the shares that are stated."""

import pytest

from tests.model.bonds.small_bonds import alone


def test_principal_is_repaid_in_equal_parts_after_grace() -> None:
    lines = alone({"bonds.green.redemption": {"profile": "amortising", "grace_months": 24}})
    assert lines.series("green.redemption") == pytest.approx([0] * 5 + [1000 / 6] * 6)
    assert lines.series("green.interest")[6] == pytest.approx(1000 * 5 / 6 * 0.075)
    assert lines.series("green.outstanding")[-1] == pytest.approx(0, abs=1e-9)


def test_stated_shares_are_repaid_coupon_by_coupon() -> None:
    shares = [0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.5]
    lines = alone({"bonds.green.redemption": {"profile": "given", "schedule": shares}})
    assert lines.series("green.redemption")[1:] == pytest.approx([1000 * share for share in shares])
