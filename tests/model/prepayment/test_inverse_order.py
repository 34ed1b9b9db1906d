"""Prepayment in inverse order of maturity: instalments stay, and the loan ends earlier."""

import pytest

from tests.model.prepayment.deals import swept
from tests.model.small_case import sized


def test_instalments_stay_and_the_last_ones_fall_away() -> None:
    """Swept 45, 52.25 and 59.8625; of 142.89 left in 2032, 100 fall due and the rest is swept: two years early."""
    found = sized(swept("inverse_order"))
    assert found.series("senior.principal_paid")[2:8] == pytest.approx([100, 100, 100, 100, 0, 0])
    assert found.series("senior.swept")[2:6] == pytest.approx([45, 52.25, 59.8625, 42.8875])
    assert found.series("senior.closing")[5] == pytest.approx(0)


def test_an_instalment_never_asks_for_more_than_is_owed() -> None:
    found = sized(swept("inverse_order", from_month=60))
    assert found.series("senior.swept")[3] == 0
    assert found.series("senior.principal_due").min() >= 0
    assert found.series("senior.principal_paid").sum() + found.series("senior.swept").sum() == pytest.approx(600)
