"""Cash sweep: from which cash, when, and which lender first."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.prepayment.deals import EQUAL, JUNIOR, swept
from tests.model.small_case import held, sized


def two_loans(first: dict[str, Any], second: dict[str, Any], **more: Any) -> Batch:
    loans = {"facilities.senior.sweep": first, "facilities.second": {**JUNIOR, **more, "sweep": second}}
    return sized({**EQUAL, **loans})


def test_the_sweep_takes_its_share_after_debt_service_and_the_minimum_of_cash() -> None:
    found = sized({**swept("inverse_order", share=1.0), "distributions.minimum_cash": 30.0})
    assert found.series("cash_for_sweep")[2] == pytest.approx(250 - 160 - 30)
    assert found.series("senior.swept")[2] == pytest.approx(60)
    assert found.series("distributions_paid")[2] == pytest.approx(0)


def test_lock_up_keeps_cash_from_sponsors_and_not_from_the_sweep() -> None:
    found = sized({**swept("inverse_order"), "distributions.lockup_dscr": 1.6})
    assert found.series("lockup_flag")[2] == 1
    assert found.series("senior.swept")[2] == pytest.approx(45)
    assert found.series("distributions_paid")[2] == 0


def test_it_begins_in_the_stated_month_as_the_sweep_of_a_soft_mini_perm_does() -> None:
    """From month 60 on all cash is swept while the margin has stepped up by 3 points: nobody wants to wait longer."""
    step = {"facilities.senior.margin": {"by_year": {2027: 0.0, 2032: 0.03}}}
    found = sized({**swept("inverse_order", share=1.0, from_month=60), **step})
    assert found.series("senior.swept")[2:4] == pytest.approx([0, 0])
    assert found.series("senior.swept")[4] == pytest.approx(250 - 140)
    assert found.series("senior.interest_paid")[5] == pytest.approx(190 * 0.13)


def test_above_a_level_lenders_share_in_good_years_only() -> None:
    """Cover of 250 ÷ 160 = 1.5625 is below 1.60, of 250 ÷ 150 = 1.67 above it."""
    found = sized(swept("inverse_order", above_dscr=1.6))
    assert list(found.series("senior.sweep_flag")[2:4]) == [0, 1]
    assert found.series("senior.swept")[2:4] == pytest.approx([0, (250 - 150) / 2])


def test_at_its_level_exactly_the_sweep_is_open() -> None:
    assert sized(swept("inverse_order", above_dscr=1.5625)).series("senior.sweep_flag")[2] == 1
    assert sized(swept("inverse_order", below_dscr=1.5625)).series("senior.sweep_flag")[2] == 0


def test_below_a_level_lenders_take_what_sponsors_would_get_until_cover_recovers() -> None:
    found = sized(swept("inverse_order", share=1.0, below_dscr=1.6))
    assert list(found.series("senior.sweep_flag")[2:4]) == [1, 0]
    assert found.series("senior.swept")[2] == pytest.approx(90)
    assert found.series("distributions_paid")[3] == pytest.approx(250 - 41 - 100)


def test_cover_is_tested_over_the_stated_months() -> None:
    """Two years together: 500 ÷ 310 = 1.61 in 2030, where 2030 alone has 1.67."""
    found = sized(swept("inverse_order", above_dscr=1.65, test_months=24))
    assert found.series("senior.sweep_cfads")[3] == pytest.approx(500)
    assert found.series("senior.sweep_debt_service")[3] == pytest.approx(310)
    assert found.series("senior.sweep_flag")[3] == 0


def test_the_better_rank_is_swept_first() -> None:
    """250 - 160 - 32 leave 58: half for the senior loan, then half of what is left for the other."""
    found = two_loans({"share": 0.5}, {"share": 0.5})
    assert found.series("senior.swept")[2] == pytest.approx(29)
    assert found.series("second.swept")[2] == pytest.approx(14.5)


def test_loans_of_one_rank_are_swept_in_proportion_to_what_is_owed() -> None:
    """After the instalments of 2029, 500 and 100 are owed: five parts of six and one of six."""
    found = two_loans({"share": 1.0}, {"share": 1.0}, rank=1)
    assert found.series("cash_for_sweep")[2] == pytest.approx(58)
    assert found.series("senior.swept")[2] == pytest.approx(58 * 5 / 6)
    assert found.series("second.swept")[2] == pytest.approx(58 / 6)


def test_a_junior_sweep_is_tested_on_the_debt_service_of_its_rank_and_better_ones() -> None:
    found = two_loans({"share": 0.0}, {"share": 1.0, "above_dscr": 1.35})
    assert found.series("second.sweep_debt_service")[2] == pytest.approx(160 + 32)
    assert found.series("second.sweep_flag")[2] == 0


def test_a_bad_year_sweeps_nothing_and_every_check_holds() -> None:
    for order in ("in_order", "inverse_order", "pro_rata"):
        for amount in (0.0, 100.0, 150.0, 260.0):
            years = {"by_year": {2027: 300.0, 2030: amount, 2031: 300.0}}
            found = held({**swept(order), "reserves.dsra.months": 6}, {"revenue.payment.amount": years})
            assert found.value("master_check") == 1, (order, amount)
            assert found.series("senior.closing").min() >= -1e-9
            assert found.series("senior.closing")[-1] == pytest.approx(0)
            assert found.series("senior.principal_paid").sum() + found.series("senior.swept").sum() == (
                pytest.approx(found.series("senior.drawdown").sum())
            )
