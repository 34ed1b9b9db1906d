"""The debt service reserve after prepayment: kept for the contract while anything is owed, free once nothing is."""

import pytest

from tests.model.prepayment.deals import JUNIOR, swept
from tests.model.small_case import sized


def test_the_reserve_is_set_free_once_nothing_is_owed() -> None:
    """Repaid at the end of 2031: half of 2032's 130 is held until then, and free in 2032."""
    found = sized({**swept("inverse_order", share=1.0), "reserves.dsra.months": 6})
    assert found.series("senior.closing")[3:5] == pytest.approx([190.5, 0])
    assert found.series("dsra_closing")[4] == pytest.approx(65)
    assert found.series("dsra_required")[5] == 0
    assert found.series("dsra_released")[5] == pytest.approx(65)
    assert found.value("master_check") == 1


def test_of_two_loans_the_reserve_keeps_looking_ahead_to_the_one_that_is_owed() -> None:
    second = {**JUNIOR, "type": "term_loan"}
    found = sized({**swept("inverse_order", share=1.0), "facilities.second": second, "reserves.dsra.months": 12})
    assert found.series("senior.closing")[6] == pytest.approx(0)
    assert found.series("dsra_required")[6] == pytest.approx(20 + 2)
