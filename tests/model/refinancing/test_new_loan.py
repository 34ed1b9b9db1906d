"""The new loan: its size, its schedule, cover and reserve after it."""

import numpy_financial
import pytest

from tests.model.refinancing.deals import refinanced
from tests.model.small_case import held, sized


def test_the_new_loan_replaces_the_balance_and_is_repaid_at_its_own_rate() -> None:
    found = sized(refinanced())
    assert found.value("fresh.commitment") == pytest.approx(400)
    assert found.series("fresh.drawdown")[3] == pytest.approx(400)
    assert found.series("fresh.interest_paid")[4:8] == pytest.approx([24, 18, 12, 6])
    assert found.series("fresh.principal_paid")[4:8] == pytest.approx([100] * 4)
    assert list(found.series("senior.closing")[2:5]) == pytest.approx([500, 0, 0])
    assert found.series("debt_closing")[2:8] == pytest.approx([500, 400, 300, 200, 100, 0])


def test_costs_are_borrowed_with_the_balance() -> None:
    """408 with a break cost of 2 % take 412.12 with a fee of 1 % on the new loan; sponsors pay and get nothing."""
    found = sized(refinanced(break_cost_rate=0.02, upfront_fee_rate=0.01))
    assert found.value("fresh.commitment") == pytest.approx(408 / 0.99)
    assert found.series("senior.break_cost")[3] == pytest.approx(8)
    assert found.series("fresh.upfront_fee")[3] == pytest.approx(408 / 0.99 - 408)
    assert found.series("distributions_paid")[3] == pytest.approx(250 - 150)
    assert found.series("costs_of_prepayment")[3] == pytest.approx(8 + 408 / 0.99 - 408)


def test_a_sculpted_new_loan_has_its_target_cover_and_llcr_from_then_on() -> None:
    """250 ÷ 1.25 = 200 a year for six years at 6 %."""
    found = sized(refinanced({"dscr": 1.25}, tenor_months=72, repayment={"profile": "sculpted"}))
    assert found.value("fresh.commitment") == pytest.approx(-numpy_financial.pv(0.06, 6, 200))
    for ratio in ("dscr", "llcr", "plcr"):
        assert found.series(ratio)[4:10] == pytest.approx([1.25] * 6, rel=1e-9), ratio
    assert found.series("fresh.closing")[9] == pytest.approx(0)


def test_with_tax_the_new_loan_is_sized_on_the_tax_that_its_own_interest_leaves() -> None:
    """Costs are deducted a year after they are paid, by plan as in the account."""
    terms = {"tenor_months": 72, "repayment": {"profile": "sculpted"}, "upfront_fee_rate": 0.01}
    found = sized({**refinanced({"dscr": 1.25}, **terms, break_cost_rate=0.02), "tax.cit_rate": 0.2})
    assert found.series("dscr")[4:10] == pytest.approx([1.25] * 6, rel=1e-9)
    assert found.series("llcr")[4:10] == pytest.approx([1.25] * 6, rel=1e-9)


def test_cover_before_the_refinancing_is_that_of_the_old_loan() -> None:
    """Lenders at close count on their own contract: the LLCR of 2030 is over the five years to 2034."""
    plain, found = sized({**refinanced(), "refinancing": {}}), sized(refinanced())
    for ratio in ("dscr", "llcr", "plcr"):
        assert found.series(ratio)[2:4] == pytest.approx(plain.series(ratio)[2:4]), ratio
    assert found.value("senior.commitment") == pytest.approx(plain.value("senior.commitment"))
    assert found.value("total_uses") == pytest.approx(plain.value("total_uses"))


def test_a_level_new_loan_is_bound_by_the_cover_it_is_to_have() -> None:
    sizing = {"dscr": 1.25, "amount": 5000.0}
    found = sized(refinanced(sizing, tenor_months=72, repayment={"profile": "annuity"}))
    assert found.value("fresh.commitment") == pytest.approx(-numpy_financial.pv(0.06, 6, 200))
    assert found.series("dscr")[4:10] == pytest.approx([1.25] * 6)


def test_grace_and_balloon_follow_the_refinancing() -> None:
    terms = {"grace_months": 12, "repayment": {"profile": "balloon", "balloon": 0.25}}
    found = sized(refinanced(**terms))
    assert found.series("fresh.principal_paid")[4:8] == pytest.approx([0, 100, 100, 200])


def test_the_reserve_follows_the_new_loan_from_the_period_after() -> None:
    """Twelve months: 140 of the old loan's at the end of 2030, 118 of the new one's at the end of 2031."""
    found = sized({**refinanced(), "reserves.dsra.months": 12})
    assert found.series("dsra_closing")[3:5] == pytest.approx([140, 118])
    assert found.value("master_check") == 1


@pytest.mark.parametrize("test", ["historic", "forward"])
def test_lock_up_is_tested_on_the_new_loan(test: str) -> None:
    """250 ÷ 124 = 2.02 and 250 ÷ 118 = 2.12; looking back, 2030 has 250 ÷ 150."""
    found = sized({**refinanced(), "distributions": {"lockup_dscr": 2.1, "lockup_test": test}})
    expected = {"historic": [1, 1, 0], "forward": [1, 0, 0]}
    assert list(found.series("lockup_flag")[3:6]) == expected[test]


def test_arrears_on_the_new_loan_are_asked_for_again() -> None:
    years = {"by_year": {2027: 300.0, 2031: 100.0, 2032: 300.0}}
    found = held({**refinanced(), "facilities.senior.default_margin": 0.0}, {"revenue.payment.amount": years})
    assert found.series("arrears")[4] == pytest.approx(74)
    assert found.series("fresh.principal_arrears_opening")[5] == pytest.approx(74)
    assert found.series("fresh.closing")[5] == pytest.approx(200)
    assert found.series("default_flag")[4] == 1
    assert found.value("master_check") == 1
