"""The guarantor's claim: owed, with interest, repaid after all lenders and before anybody else, lock-up while open."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import guarantee, shocked

FIRST = guarantee("first_loss_guarantee", amount=100.0, claim_rate=0.10)
SECOND = guarantee("state_surety", cap_share=1.0)


def test_a_claim_bears_interest_and_is_repaid_from_what_lenders_leave() -> None:
    """60 are paid in 2030; in 2031 170 come in and 140 are due: 30 of 66 are repaid, and nothing is distributed."""
    found = shocked({2030: 90, 2031: 170}, first=FIRST)
    assert list(found.series("first.claim_interest")[3:6]) == pytest.approx([0, 6, 3.6])
    assert list(found.series("first.claim_repaid")[3:6]) == pytest.approx([0, 30, 39.6])
    assert list(found.series("first.claim_closing")[3:6]) == pytest.approx([60, 36, 0])
    assert list(found.series("lockup_flag")[3:6]) == [1, 1, 0]
    assert list(found.series("distributions_paid")[3:6]) == pytest.approx([0, 0, 250 - 130 - 39.6])


def test_the_reserve_is_filled_before_a_claim_is_repaid() -> None:
    """6 months of 130, 65, are missing in the reserve at the end of 2031: they come before the claim of 5."""
    found = shocked({2030: 70, 2031: 207}, deal={"reserves": {"dsra": {"months": 6}}}, first=FIRST)
    assert found.series("first.paid")[3] == pytest.approx(150 - 70 - 75)
    assert found.series("dsra_paid_in")[4] == pytest.approx(65)
    assert found.series("first.claim_repaid")[4] == pytest.approx(207 - 140 - 65)


def test_guarantors_are_repaid_in_the_order_of_the_case() -> None:
    found = shocked({2030: 0, 2031: 220}, first=FIRST, second=SECOND)
    assert [found.series(f"{name}.paid")[3] for name in ("first", "second")] == pytest.approx([100, 50])
    assert [found.series(f"{name}.claim_repaid")[4] for name in ("first", "second")] == pytest.approx([80, 0])
    assert [found.series(f"{name}.claim_repaid")[5] for name in ("first", "second")] == pytest.approx([33, 50])


def test_a_cash_sweep_takes_only_what_claims_leave() -> None:
    """All cash of 2029 is swept; the guarantor pays in 2030; the loan is swept again once the claim is repaid."""
    first = guarantee("first_loss_guarantee", amount=100.0)
    found = shocked({2030: 50, 2031: 220}, deal={"facilities.senior.sweep": {"share": 1.0}}, first=first)
    before = found.series("senior.swept")[2]
    assert before == pytest.approx(250 - 160)
    assert found.series("first.claim_repaid")[4:6].sum() == pytest.approx(found.value("first.drawn_total"))
    assert found.series("senior.swept")[4] == pytest.approx(0)
    assert found.series("senior.swept")[5] > 0
    assert found.value("master_check") == 1


def test_the_claim_stands_in_the_balance_sheet_and_its_interest_in_the_income_statement() -> None:
    found, plain = (shocked({2030: 90}, first={**FIRST, "claim_rate": rate}) for rate in (0.10, 0.0))
    assert found.value("balance_sheet_check") == pytest.approx(0, abs=1e-9)
    assert found.value("cash_flow_check") == pytest.approx(0, abs=1e-9)
    assert found.series("interest_expense")[4] - plain.series("interest_expense")[4] == pytest.approx(6)


def test_the_guarantor_loses_what_is_never_repaid() -> None:
    found = shocked(dict.fromkeys(range(2030, 2038), -50.0), first={**FIRST, "claim_rate": 0.0})
    assert found.value("first.claim_lost") == pytest.approx(100)
    assert found.value("claims_lost") == pytest.approx(100)
    assert found.series("party_guarantor.net").sum() == pytest.approx(-100)


def test_no_claim_is_repaid_while_construction_lasts() -> None:
    """A delay of two years: principal due in 2029 is paid by the guarantor, and repaid from operation."""
    found = shocked({}, shock={"timing.delay_months": 24, "timing.delay_extends_concession": True}, first=FIRST)
    assert found.series("first.paid")[2] == pytest.approx(100)
    assert list(found.series("first.claim_repaid")[2:4]) == pytest.approx([0, 0])
    assert found.series("first.claim_repaid")[4:].sum() > 100
    assert found.value("master_check") == 1
