"""Whether a refinancing takes place: only where it repays the old lender in full."""

import pytest

from tests.model.refinancing.deals import refinanced
from tests.model.small_case import held, sized


def test_cash_of_the_company_may_add_what_the_new_loan_lacks() -> None:
    """2030 leaves 100 of cash: with a new loan of 300 they repay 400."""
    found = sized(refinanced({"amount": 300.0}))
    assert found.series("fresh.refinanced_flag")[3] == 1
    assert found.series("distributions_paid")[3] == pytest.approx(0)
    assert found.value("fresh.not_refinanced") == 0


def test_a_new_loan_that_does_not_reach_leaves_the_old_one_as_it_is() -> None:
    found = sized(refinanced({"amount": 299.0}, gain_share=0.5))
    assert found.value("fresh.not_refinanced") == 1
    assert found.series("fresh.drawdown").sum() == 0
    assert found.series("senior.principal_paid")[2:8] == pytest.approx([100] * 6)
    assert found.series("fresh.gain_paid").sum() == 0
    assert found.series("dscr")[4] == pytest.approx(250 / 140)
    assert found.value("master_check") == 1


def test_the_minimum_of_cash_does_not_help() -> None:
    found = sized({**refinanced({"amount": 299.5}), "distributions.minimum_cash": 1.0})
    assert found.series("cash_after_reserves")[3] == pytest.approx(101)
    assert found.value("fresh.not_refinanced") == 1


def test_a_surplus_is_distributed() -> None:
    found = sized(refinanced({"amount": 450.0}, break_cost_rate=0.01))
    assert found.series("distributions_paid")[3] == pytest.approx(250 - 150 + 450 - 404)


def test_a_lender_who_is_unpaid_is_not_refinanced() -> None:
    """The amount is agreed; 2030 earns 100 of the 150 due."""
    found = held(refinanced({"amount": 600.0}), {"revenue.payment.amount": {"by_year": {2029: 300.0, 2030: 150.0}}})
    assert found.series("senior.unpaid_to_lender")[3] == pytest.approx(50)
    assert found.value("fresh.not_refinanced") == 1
    assert found.value("master_check") == 1


def test_what_a_sweep_took_before_need_not_be_replaced() -> None:
    """45 and then (250 - 45.5 - 100) ÷ 2 are swept; 302.75 of the 400 are left."""
    sweep = {"facilities.senior.sweep": {"share": 0.5}}
    found = sized({**refinanced(), **sweep})
    assert found.series("senior.refinanced")[3] == pytest.approx(302.75)
    assert found.series("distributions_paid")[3] == pytest.approx(52.25 + 400 - 302.75)


def test_the_agreed_amount_is_drawn_under_a_shock_too() -> None:
    changes = refinanced({"dscr": 1.25}, tenor_months=72, repayment={"profile": "sculpted"})
    shock = {"revenue.payment.amount": {"by_year": {2027: 300.0, 2032: 250.0}}}
    found = held(changes, shock)
    assert found.value("fresh.commitment") == pytest.approx(sized(changes).value("fresh.commitment"))
    assert found.series("dscr")[5] == pytest.approx(200 / 200)
    assert found.value("master_check") == 1
    again = sized({**changes, **shock})
    assert again.series("dscr")[4:10] == pytest.approx([1.25] * 6)


def test_a_mini_perm_is_refinanced_before_its_last_repayment() -> None:
    """600 as if over six years, due after three: at the end of the second the new loan takes what is owed."""
    perm = {"facilities.senior.repayment": {"profile": "mini_perm", "notional_tenor_months": 96}}
    found = sized({**refinanced(), **perm, "facilities.senior.tenor_months": 60})
    assert found.series("senior.refinanced")[3] == pytest.approx(found.series("senior.scheduled_closing")[3])
    assert found.series("arrears").max() == pytest.approx(0)
    assert found.series("debt_closing")[7] == pytest.approx(0)


def test_a_grant_that_is_paid_back_first_does_not_help() -> None:
    """40 of the 100 are paid back in 2030: 340 reach, 339 do not."""
    terms = {"cost": 40.0, "amount": 40.0, "recoverable": 1.0, "repaid": "after_completion", "recovery_months": 24}
    grant = {"grants": {"study": {"type": "preparation_grant", **terms}}}
    for amount, failed in ((340.0, 0), (339.0, 1)):
        found = sized({**refinanced({"amount": amount}), **grant})
        assert found.value("fresh.not_refinanced") == failed, amount
        assert found.value("master_check") == 1
