"""DSRA in cash: its target by months ahead, its first funding, draws, top-up and release."""

import pytest

from tests.model.small_case import held, sized

EQUAL = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}
SERVICE = [160, 150, 140, 130, 120, 110]
"""Debt service of 2029 to 2034."""


@pytest.mark.parametrize("months", [3, 6, 12, 15, 18, 24])
def test_the_target_is_the_debt_service_of_the_months_ahead_part_of_a_period_by_its_part(months: int) -> None:
    found = sized({**EQUAL, "reserves": {"dsra": {"months": months}}})
    ahead = [0.0, *SERVICE, 0.0, 0.0, 0.0]
    expected = []
    for year in range(1, 8):
        whole, part = divmod(months, 12)
        expected.append(sum(ahead[year : year + whole]) + ahead[year + whole] * part / 12)
    assert list(found.series("dsra_target")[1:8]) == pytest.approx(expected)


def test_nine_months_of_half_years_are_one_period_and_half_of_the_next() -> None:
    found = sized({**EQUAL, "timing.period": "half_year", "reserves": {"dsra": {"months": 9}}})
    service = found.series("scheduled_debt_service")
    assert found.series("dsra_target")[5] == pytest.approx(service[6] + service[7] / 2)


def test_there_is_no_target_before_the_period_of_completion() -> None:
    assert sized({**EQUAL, "reserves": {"dsra": {"months": 24}}}).series("dsra_target")[0] == 0


def test_it_is_funded_at_completion_as_a_use_of_funds() -> None:
    found = sized({**EQUAL, "reserves": {"dsra": {"months": 6}}})
    assert found.value("dsra_initial") == pytest.approx(80)
    assert list(found.series("dsra_funded")[:3]) == pytest.approx([0, 80, 0])
    assert found.value("total_uses") - sized(EQUAL).value("total_uses") == pytest.approx(
        80 + (found.series("financing_cost") - sized(EQUAL).series("financing_cost")).sum()
    )


def test_the_first_target_is_solved_together_with_the_debt_that_it_is_the_reserve_of() -> None:
    found = sized({"reserves": {"dsra": {"months": 12}}, "facilities.senior.sizing": {"dscr": 1.3, "gearing": 0.6}})
    assert found.value("dsra_initial") == pytest.approx(found.series("scheduled_debt_service")[2])
    assert found.value("dsra_update") == pytest.approx(0, abs=1e-9)
    assert found.value("senior.commitment") == pytest.approx(0.6 * found.series("uses").sum())


def test_a_share_funded_at_completion_is_filled_up_from_operation_before_anything_is_distributed() -> None:
    found = sized({**EQUAL, "reserves": {"dsra": {"months": 6, "initial_funding": 0.25}}})
    assert found.series("dsra_closing")[1] == pytest.approx(20)
    assert found.series("dsra_shortfall")[1] == pytest.approx(60)
    assert found.series("dsra_paid_in")[2] == pytest.approx(75 - 20)
    assert found.series("distributions_paid")[2] == pytest.approx(250 - 160 - 55)


def test_a_reserve_that_cannot_be_filled_locks_distributions() -> None:
    found = sized({**EQUAL, "reserves": {"dsra": {"months": 24, "initial_funding": 0.0}}})
    assert found.series("dsra_shortfall")[2] == pytest.approx(150 + 140 - 90)
    assert list(found.series("lockup_flag")[2:6]) == [1, 1, 0, 0]
    assert found.series("distributions_paid")[2] == 0


def test_what_is_no_longer_needed_is_set_free_and_all_of_it_with_the_last_debt_service() -> None:
    found = sized({**EQUAL, "reserves": {"dsra": {"months": 6}}})
    assert list(found.series("dsra_released")[2:8]) == pytest.approx([5, 5, 5, 5, 5, 55])
    assert found.series("dsra_closing")[7] == pytest.approx(0)
    assert found.series("distributions_paid")[7] == pytest.approx(250 - 110 + 55)


def test_a_draw_is_filled_up_again_from_the_next_cash_there_is() -> None:
    contract = {**EQUAL, "reserves": {"dsra": {"months": 6}}}
    amounts = {2027: 300, 2030: 170, 2031: 300}
    found = held(contract, {"revenue.payment.amount": {"by_year": amounts}})
    assert found.series("dsra_drawn")[3] == pytest.approx(150 - 120)
    assert found.series("dsra_closing")[3] == pytest.approx(75 - 30)
    assert found.series("dsra_paid_in")[4] == pytest.approx(65 - 45)
    assert found.series("distributions_paid")[3] == 0


def test_dearer_money_raises_the_target_and_operation_pays_the_rest() -> None:
    contract = {**EQUAL, "reserves": {"dsra": {"months": 6}}}
    found = held(contract, {"facilities.senior.margin": 0.03})
    assert found.series("dsra_funded")[1] == pytest.approx(80)
    assert found.series("dsra_target")[1] == pytest.approx((100 + 600 * 0.13) / 2)


def test_the_account_adds_up_in_every_period() -> None:
    contract = {**EQUAL, "reserves": {"dsra": {"months": 9, "initial_funding": 0.5}}}
    found = held(contract, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 150, 2031: 200, 2032: 300}}})
    account = found.series("dsra_opening") + found.series("dsra_funded") + found.series("dsra_paid_in")
    account -= found.series("dsra_drawn") + found.series("dsra_released")
    assert list(found.series("dsra_closing")) == pytest.approx(list(account))
    assert found.series("dsra_closing").min() >= 0


def test_a_reserve_funded_in_the_period_of_completion_pays_principal_that_falls_due_in_it() -> None:
    """A year late, completion and the first repayment of 100 fall into one year: nobody waits beside a full reserve."""
    contract = {**EQUAL, "reserves": {"dsra": {"months": 12}}}
    found = held(contract, {"timing.delay_months": 12, "timing.delay_extends_concession": True})
    assert found.series("dsra_funded")[2] == pytest.approx(160)
    assert found.series("dsra_drawn")[2] == pytest.approx(100)
    assert found.series("arrears")[2] == pytest.approx(0, abs=1e-9)
    assert found.series("default_flag")[2] == 0
    assert found.series("dsra_closing")[2] == pytest.approx(60)
    assert found.value("master_check") == 1
