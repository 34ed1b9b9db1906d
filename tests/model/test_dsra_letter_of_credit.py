"""DSRA by a letter of credit: its fee, its draws up to its amount, and its repayment before sponsors."""

import pytest

from tests.model.small_case import held, sized

LETTER = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "reserves": {"dsra": {"type": "letter_of_credit", "months": 6, "letter_of_credit_fee": 0.02}},
}


def amount() -> float:
    """Half of the first debt service of 160, and of the fee on it."""
    return 80 / (1 - 0.02 / 2)


def test_the_letter_stands_for_the_first_target_while_the_loan_is_served() -> None:
    found = sized(LETTER)
    assert found.value("dsra_initial") == pytest.approx(amount())
    assert list(found.series("letter_of_credit")) == pytest.approx([0, 0, *[amount()] * 6, 0, 0, 0])


def test_it_takes_nothing_from_sources_of_funds_and_its_fee_is_a_senior_fee() -> None:
    found = sized(LETTER)
    assert found.value("total_uses") == pytest.approx(sized({**LETTER, "reserves": {}}).value("total_uses"))
    assert found.series("letter_of_credit_fee")[3] == pytest.approx(amount() * 0.02)
    assert found.series("scheduled_debt_service")[2] == pytest.approx(160 + amount() * 0.02)


def test_what_lenders_lack_is_drawn_and_repaid_before_anything_is_distributed() -> None:
    """Cash of 100 less the fee against 150 in 2030; 250 less the fee against 140 in 2031."""
    found = held(LETTER, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 150, 2031: 300}}})
    fee = amount() * 0.02
    drawn = 150 - (100 - fee)
    assert found.series("letter_of_credit_drawn")[3] == pytest.approx(drawn)
    assert found.series("arrears")[3] == pytest.approx(0)
    assert found.series("letter_of_credit_owed_closing")[3] == pytest.approx(drawn)
    assert found.series("lockup_flag")[3] == 1
    assert found.series("dsra_paid_in")[4] == pytest.approx(drawn)
    assert found.series("distributions_paid")[4] == pytest.approx(250 - fee - 140 - drawn)
    assert found.value("master_check") == 1


def test_no_more_is_drawn_than_the_letter_is_for() -> None:
    found = held(LETTER, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 60, 2032: 300}}})
    assert found.series("letter_of_credit_drawn")[3] == pytest.approx(amount())
    assert found.series("letter_of_credit_drawn")[4] == pytest.approx(0)
    assert found.series("arrears")[3] > 0


def test_a_letter_holds_no_cash_and_sets_none_free() -> None:
    found = sized(LETTER)
    assert found.series("dsra_released").max() == 0
    assert found.series("reserves_closing").max() == 0
