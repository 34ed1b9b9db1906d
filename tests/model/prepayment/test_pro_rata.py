"""Prepayment pro rata: every instalment left falls in the same proportion."""

import pytest

from tests.model.prepayment.deals import swept
from tests.model.small_case import sized


def test_every_instalment_left_falls_in_the_same_proportion() -> None:
    """45 of 500 prepaid leave 0.91 of the schedule: 91 in 2030; then 56.75 of 364 leave 0.768125."""
    found = sized(swept("pro_rata"))
    assert found.series("senior.share_left")[2] == pytest.approx(0.91)
    assert found.series("senior.principal_paid")[3] == pytest.approx(91)
    assert found.series("senior.swept")[3] == pytest.approx((250 - 45.5 - 91) / 2)
    assert found.series("senior.principal_paid")[4] == pytest.approx(100 * 0.91 * (1 - 56.75 / 364))


def test_a_single_sweep_leaves_the_final_maturity_where_it_was() -> None:
    years = {"by_year": {2027: 0.5, 2030: 0.0}}
    found = sized(swept("pro_rata", share=years))
    assert found.series("senior.principal_paid")[3:8] == pytest.approx([91] * 5)
    assert found.series("senior.closing")[7] == pytest.approx(0)
