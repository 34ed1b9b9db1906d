"""An instrument linked to targets: the premium at maturity, scheduled, paid, expensed, and relieved by prepayment."""

import pytest

from tests.model.prepayment.deals import EQUAL
from tests.model.small_case import sized
from tests.model.thematic.linked_deal import TARGET, linked


def test_a_premium_is_paid_with_the_principal_at_maturity_where_the_target_is_missed() -> None:
    found = sized(linked(step_up_rate=0, premium_rate=0.005))
    assert list(found.series("senior.interest_paid")[1:6]) == pytest.approx([15, 15, 15, 15, 15.5])
    assert found.series("scheduled_debt_service")[5] == pytest.approx(115.5)
    assert found.value("senior_energy.missed_value") == pytest.approx(0.5 / 1.15**6)
    assert found.value("master_check") == 1


def test_a_target_met_costs_no_premium() -> None:
    assert sized(linked(path=380, premium_rate=0.005)).series("senior.premium").sum() == 0


def test_the_all_in_rate_has_steps_and_premium_in_it() -> None:
    """By hand: coupons of 15, then 15.25 twice, and 100.5 at the end, on calendar days."""
    plain, stepped = sized(linked(path=380)), sized(linked(premium_rate=0.005))
    assert plain.value("senior.cost_rate") == pytest.approx(0.15, abs=3e-4)
    assert stepped.value("senior.cost_rate") == pytest.approx(0.15163, abs=3e-4)


def test_what_is_prepaid_takes_its_premium_with_it() -> None:
    terms = {"type": "sustainability_linked_bond", "targets": {"energy": {**TARGET, "premium_rate": 0.01}},
             "prepayments": {"early": {"month": 60, "amount": 50.0}}}  # fmt: skip
    found = sized({**EQUAL, **{f"facilities.senior.{key}": value for key, value in terms.items()}})
    last = 7
    owed = found.series("senior.opening")[last]
    assert 40 < owed < 60
    assert found.series("senior.premium")[last] == pytest.approx(0.01 * owed)
    asked = found.series("senior.scheduled_premium")[last] - found.series("senior.premium_saved")[last]
    assert asked == pytest.approx(0.01 * owed)
    assert found.value("master_check") == 1
