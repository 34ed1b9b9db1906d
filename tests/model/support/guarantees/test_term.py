"""When a guarantee is in force: late maturities only, or until a month."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import guarantee, shocked

SHORT = dict.fromkeys((2030, 2031, 2032), 0.0)
"""Nothing is there in the fourth, fifth and sixth year after close: 150, then what is due, lack."""


def test_late_maturities_are_covered_from_their_month_on_and_earlier_arrears_are_not() -> None:
    """Month 60 is the end of 2031: the 150 of 2030 stay unpaid; 140 and 15 of interest on 150 overdue are new."""
    late = guarantee("partial_credit_guarantee", coverage=1.0, amount=1000.0, from_month=60)
    found = shocked(SHORT, late=late)
    assert list(found.series("late.in_force_flag")[3:6]) == [0, 1, 1]
    assert list(found.series("late.paid")[3:5]) == pytest.approx([0, 140 + 15])
    assert found.series("arrears")[4] == pytest.approx(150)


def test_cover_that_has_ended_pays_nothing_and_costs_nothing() -> None:
    early = guarantee("first_loss_guarantee", amount=1000.0, fee_rate=0.01, until_month=48)
    found = shocked(SHORT, early=early)
    assert list(found.series("early.paid")[3:6]) == pytest.approx([150, 0, 0])
    assert list(found.series("early.fee_in_operation")[2:5]) == pytest.approx([6, 5, 0])
