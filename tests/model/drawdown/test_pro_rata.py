"""Pro rata: debt and sponsors pay for every period in one proportion."""

import pytest

from tests.model.small_case import sized


def test_every_period_is_paid_for_in_the_same_proportion() -> None:
    found = sized({"capex.plant.spend": [0.2, 0.8], "facilities.senior.upfront_fee_rate": 0.02})
    gearing = found.value("senior.commitment") / found.value("total_uses")
    assert gearing == pytest.approx(0.70)
    assert list(found.series("senior.drawdown")) == pytest.approx(list(found.series("uses") * gearing))
    assert list(found.series("sponsor_drawdown")) == pytest.approx(list(found.series("uses") * (1 - gearing)))
