"""Interest on drawdown that sources of funds pay: half of the rate on what is really drawn, and nothing circular."""

from typing import Any

import numpy as np
import pytest

from tests.model.currency.deals import DOLLARS
from tests.model.small_case import held, sized

AVERAGE: dict[str, Any] = {"facilities.senior.interest_on": "average_balance", "timing.period": "half_year"}
SECOND: dict[str, Any] = {
    "type": "term_loan", "base_rate": 0.14, "day_count": "30_360", "tenor_months": 96, "sizing": {"share": 0.2},
    "repayment": {"profile": "annuity"}, "interest_on": "average_balance",
}  # fmt: skip
AMOUNT = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}


@pytest.mark.parametrize("more", [{}, {"facilities.second": SECOND}, DOLLARS], ids=["one", "two", "dollars"])
def test_it_is_half_of_the_rate_on_what_is_drawn(more: dict[str, Any]) -> None:
    sizing = {"facilities.senior.sizing": {"gearing": 0.6}, "facilities.senior.repayment": {"profile": "equal"}}
    found = sized({**AVERAGE, **sizing, **more})
    for name, rate in (("senior", 0.05), ("second", 0.07)):
        if f"{name}.drawdown" in found.lines:
            expected = rate / 2 * found.series(f"{name}.drawdown")[:4]
            assert list(found.series(f"{name}.interest_on_drawdown")[:4]) == pytest.approx(list(expected))
    assert np.allclose(found.series("uses_with_drawn_interest")[:4], found.series("uses")[:4])
    assert found.value("master_check") == 1


def test_a_loan_that_is_drawn_before_the_works_are_paid_pays_interest_on_no_more() -> None:
    """The plant costs half more: the last drawdown is what is left of the commitment."""
    found = held({**AVERAGE, **AMOUNT}, {"capex.plant.overrun": 0.5})
    drawn = found.series("senior.drawdown")
    assert drawn[:4].sum() == pytest.approx(600)
    assert list(found.series("senior.interest_on_drawdown")[:4]) == pytest.approx(list(0.025 * drawn[:4]))
    assert found.value("master_check") == 1


def test_a_delay_that_lets_principal_fall_due_in_construction_keeps_the_accounts_in_order() -> None:
    delayed = {"timing.delay_months": 12, "timing.spare_months": 12}
    found = held({**AVERAGE, **AMOUNT, "timing.spare_months": 12}, delayed)
    assert found.series("arrears").max() > 50
    assert found.value("master_check") == 1
