"""A pooled bond: its schedule against annuity tables, its coverage, and what is owed when cash lacks."""

import numpy as np
import pytest

from finmodel.analysis.portfolio.bond import bond_schedule, bond_served


@pytest.mark.parametrize("repayment", ["equal", "annuity", "bullet"])
def test_principal_adds_to_the_amount_and_payments_are_worth_it_at_the_coupon(repayment: str) -> None:
    interest, principal = bond_schedule(1000.0, 0.12, 8, repayment)
    assert principal.sum() == pytest.approx(1000)
    assert ((interest + principal) * 1.12 ** -np.arange(1.0, 9)).sum() == pytest.approx(1000)


def test_an_annuity_is_level_and_a_bullet_pays_at_the_end() -> None:
    interest, principal = bond_schedule(1000.0, 0.12, 8, "annuity")
    assert np.ptp(interest + principal) == pytest.approx(0, abs=1e-9)
    assert bond_schedule(1000.0, 0.12, 3, "bullet")[1].tolist() == [0, 0, 1000]
    assert bond_schedule(1000.0, 0.0, 4, "annuity")[1].tolist() == [250.0] * 4


def test_what_lacks_is_owed_on_and_bears_the_coupon() -> None:
    served = bond_served(np.array([[50.0, 200.0], [500.0, 200.0]]), *bond_schedule(200.0, 0.1, 2, "equal"), 0.1)
    assert served.due.tolist() == [120, 110]
    assert served.paid[:, 0] == pytest.approx([50.0, 110 + 70 * 1.1])
    assert served.arrears[:, 0] == pytest.approx([70.0, 0.0])
    assert served.coverage()[:, 1] == pytest.approx([200 / 120, 200 / 110])
    assert served.life_coverage()[1] == pytest.approx((200 / 1.1 + 200 / 1.21) / 200)


def test_a_loss_is_what_payments_are_worth_less_than_the_amount() -> None:
    served = bond_served(np.array([[60.0], [90.0]]), *bond_schedule(200.0, 0.1, 2, "equal"), 0.1)
    assert served.loss()[0] == pytest.approx(1 - (60 / 1.1 + 90 / 1.21) / 200)
