"""Records of a pool say what follows from them, and cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest

from finmodel.pooled import Concentration, Diversification, SpreadOf


def test_a_concentration_knows_its_largest_and_how_many_equal_ones_it_is_like() -> None:
    found = Concentration("case", "uses", {"a": 0.5, "b": 0.5}, 0.5)
    assert (found.largest, found.effective) == (("a", 0.5), 2.0)
    with pytest.raises(FrozenInstanceError):
        found.kind = "city"  # type: ignore[misc]


def test_ratios_of_diversification_have_no_value_where_nothing_varies() -> None:
    still, moving = SpreadOf(1, 0, 0, 0), SpreadOf(1, 3, 5, 6)
    assert Diversification("cfads", {}, still, still, still, 0.0, 0.0).deviation_ratio is None
    found = Diversification("cfads", {}, moving, moving, moving, 6.0, 10.0)
    assert (found.deviation_ratio, found.value_at_risk_ratio) == (0.5, 0.5)
