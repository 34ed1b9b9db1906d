"""The schedule as it stands: cover, arrears and the agent's fee follow what was prepaid; sizing does not."""

import pytest

from tests.model.prepayment.deals import EQUAL, swept
from tests.model.small_case import held, sized


def test_cover_is_measured_on_what_is_left_to_be_asked_for() -> None:
    """2030: interest on 455 and the instalment of 100, not the contract's 50 and 100."""
    found = sized(swept("inverse_order"))
    assert found.series("tested_debt_service")[3] == pytest.approx(145.5)
    assert found.series("dscr")[3] == pytest.approx(250 / 145.5)
    assert found.series("scheduled_debt_service")[3] == pytest.approx(150)


def test_a_sweep_is_no_debt_service() -> None:
    found = sized(swept("inverse_order"))
    assert found.series("dscr")[2] == pytest.approx(250 / 160)


def test_a_loan_that_is_prepaid_has_no_cover_and_locks_nothing_up() -> None:
    found = sized({**swept("inverse_order", share=1.0), "distributions.lockup_dscr": 9.0})
    assert found.series("senior.closing")[3:5] == pytest.approx([201, 0])
    assert [value == value for value in found.series("dscr")[2:8]] == [True, True, True, False, False, False]
    assert list(found.series("lockup_flag")[2:8]) == [1, 1, 1, 0, 0, 0]


def test_a_forward_test_looks_at_no_loan_that_is_prepaid() -> None:
    forward = {"distributions": {"lockup_dscr": 9.0, "lockup_test": "forward"}}
    found = sized({**swept("inverse_order", share=1.0), **forward})
    assert list(found.series("lockup_flag")[2:8]) == [1, 1, 1, 0, 0, 0]


def test_arrears_are_what_exceeds_the_schedule_as_it_stands() -> None:
    """2030 pays nothing: 100 of principal stay due, and 2031 asks for them beside its own 100."""
    years = {"by_year": {2027: 300.0, 2030: 50.0, 2031: 300.0}}
    found = held({**swept("inverse_order"), "facilities.senior.default_margin": 0.0}, {"revenue.payment.amount": years})
    assert found.series("senior.closing")[2:4] == pytest.approx([455, 455])
    assert found.series("senior.principal_arrears_opening")[4] == pytest.approx(100)
    assert found.series("senior.principal_due")[4] == pytest.approx(200)


def test_size_and_contract_do_not_depend_on_prepayment() -> None:
    """Lenders size on the contract: the tax of sizing is that of the contract's interest."""
    sizing = {"facilities.senior.sizing": {"dscr": 1.3}, "tax.cit_rate": 0.2}
    plain, ahead = sized(sizing), sized({**sizing, "facilities.senior.sweep": {"share": 1.0}})
    assert ahead.value("senior.commitment") == pytest.approx(plain.value("senior.commitment"), rel=1e-12)
    assert ahead.series("senior.scheduled_principal") == pytest.approx(plain.series("senior.scheduled_principal"))
    assert ahead.series("tax_paid").sum() > plain.series("tax_paid").sum()


def test_the_agent_is_paid_until_nothing_is_left() -> None:
    fee = {"facilities.senior.agency_fee_amount": 10.0}
    found = sized({**swept("inverse_order", share=1.0), **fee})
    paid = found.series("senior.agency_fee") + found.series("senior.agency_fee_change")
    assert list(paid[2:9]) == pytest.approx([10, 10, 10, 10, 0, 0, 0])
    assert found.value("master_check") == 1


def test_without_prepayment_the_schedule_stands_as_contracted() -> None:
    found = sized({**EQUAL, "facilities.senior.sweep": {"share": 0.0}})
    assert found.series("senior.target_closing") == pytest.approx(found.series("senior.scheduled_closing"))
    assert found.series("tested_debt_service") == pytest.approx(found.series("scheduled_debt_service"))


@pytest.mark.parametrize("order", ["in_order", "inverse_order", "pro_rata"])
def test_a_loan_in_another_currency_keeps_what_was_prepaid_at_the_rate_of_each_period(order: str) -> None:
    dollars = {"currencies.usd": {"spot": 1.0, "depreciation": 0.05}, "facilities.senior.currency": "usd"}
    found = sized({**swept(order), **dollars})
    assert found.series("senior.principal_arrears_opening") == pytest.approx([0] * 11)
    assert found.series("senior.closing")[7] == pytest.approx(0)
    assert found.value("master_check") == 1
