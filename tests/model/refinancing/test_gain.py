"""The gain: what sponsors gain by plan, which is what they really gain where nothing goes wrong; its sharing."""

from typing import Any

import numpy as np
import pytest

from tests.model.refinancing.deals import refinanced
from tests.model.small_case import held, sized

SAVED = [16.0, 12.0, 8.0, 4.0]
"""Interest at 10 % less interest at 6 % on 400, 300, 200 and 100."""

GAIN = sum(amount / 1.12 ** (year + 1) for year, amount in enumerate(SAVED))


def gained(changes: dict[str, Any]) -> float:
    """What all distributions with a refinancing are worth more than those without it, at the end of 2030, at 12 %."""
    with_it, without = sized(changes), sized({**changes, "refinancing": {}})
    more = with_it.series("distributions_paid") - without.series("distributions_paid")
    return float(np.sum(more * 1.12 ** (4.0 - np.arange(1, len(more) + 1))))


def test_the_gain_is_the_present_value_of_what_is_saved() -> None:
    found = sized(refinanced())
    assert found.series("fresh.gain_flow")[3:8] == pytest.approx([0, *SAVED])
    assert pytest.approx(32.0883, abs=1e-4) == GAIN
    assert found.value("fresh.refinancing_gain") == pytest.approx(GAIN)


def test_what_is_gained_by_plan_is_what_sponsors_really_gain() -> None:
    """With a larger loan, costs and tax: the plan and two whole runs of the deal come to the same."""
    terms = {"tenor_months": 72, "repayment": {"profile": "sculpted"}, "upfront_fee_rate": 0.01}
    changes = {**refinanced({"dscr": 1.25}, **terms, break_cost_rate=0.02), "tax.cit_rate": 0.2}
    found = sized(changes)
    assert found.value("fresh.refinancing_gain") > GAIN
    assert found.value("fresh.refinancing_gain") == pytest.approx(gained(changes), rel=1e-9)


def test_a_share_of_the_gain_is_paid_to_the_authority_before_sponsors() -> None:
    found = sized(refinanced(gain_share=0.5))
    assert found.series("fresh.gain_paid")[3] == pytest.approx(GAIN / 2)
    assert found.series("party_authority.received")[3] == pytest.approx(GAIN / 2)
    assert found.series("distributions_paid")[3] == pytest.approx(100 - GAIN / 2)
    assert gained(refinanced(gain_share=0.5)) == pytest.approx(GAIN / 2)


def test_what_cash_does_not_reach_for_is_paid_later_with_its_return() -> None:
    """A new loan of 310 leaves 10 of the cash of 2030: they are paid at once, the rest at 12 % a year later."""
    tight = sized(refinanced({"amount": 310.0}, gain_share=1.0))
    due = tight.value("fresh.refinancing_gain")
    assert tight.series("fresh.gain_paid")[3] == pytest.approx(10)
    assert tight.series("fresh.gain_closing")[3] == pytest.approx(due - 10)
    assert tight.series("fresh.gain_paid")[4] == pytest.approx((due - 10) * 1.12)
    assert tight.series("fresh.gain_closing")[4] == pytest.approx(0)
    assert tight.value("master_check") == 1


def test_a_loss_is_not_shared() -> None:
    found = sized(refinanced(base_rate=0.12, gain_share=0.5))
    assert found.value("fresh.refinancing_gain") < 0
    assert found.series("fresh.gain_due").sum() == 0


def test_the_share_may_go_to_another_party() -> None:
    found = sized(refinanced(gain_share=0.5, gain_payee="state_budget"))
    assert found.series("party_state_budget.received")[3] == pytest.approx(GAIN / 2)


def test_what_is_never_paid_of_the_share_is_told() -> None:
    """From 2031 on 60 a year do not even serve the new loan: what was left to be paid of the gain stays owed."""
    terms = refinanced({"amount": 310.0}, gain_share=1.0)
    found = held(terms, {"revenue.payment.amount": {"by_year": {2027: 300, 2031: 110}}})
    owed = found.series("fresh.gain_closing")
    assert owed[3] > 0
    assert found.value("fresh.gain_lost") == pytest.approx(owed[-1])
    assert owed[-1] > owed[3]
    assert sized(terms).value("fresh.gain_lost") == pytest.approx(0)
    assert found.value("master_check") == 1
