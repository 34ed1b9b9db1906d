"""Value of a hedge: it offsets the revaluation of the loan, so that the two stand at the rate agreed."""

import numpy as np
import pytest

from tests.model.currency.deals import shock
from tests.model.hedging.hedged_deals import AMOUNT, FORWARD, PARITY, SWAP, hedged
from tests.model.small_case import held, sized

DEAL = hedged(FORWARD, **AMOUNT)


def test_loan_and_hedge_together_stand_at_the_rate_agreed() -> None:
    found = sized(DEAL)
    owed = found.series("senior.closing")[2:8] + found.series("first.value")[2:8]
    dollars = [500 * (1 - year / 6) for year in range(1, 7)]
    expected = [amount * PARITY ** (3 + year) for year, amount in enumerate(dollars)]
    assert list(owed) == pytest.approx(expected, abs=1e-9)


def test_a_shock_changes_no_expense_of_a_year_in_which_all_is_hedged() -> None:
    base, found = sized(DEAL), held(DEAL, shock(0.4))
    assert np.allclose(found.series("interest_expense"), base.series("interest_expense"), atol=1e-8)
    assert np.allclose(found.series("net_income"), base.series("net_income"), atol=1e-8)


def test_what_sizing_deducts_is_what_the_accounts_show() -> None:
    for hedge in (FORWARD, SWAP):
        found = sized(hedged({**hedge, "share": 0.7}, **AMOUNT))
        after = slice(2, 9)
        assert list(found.series("deductible_scheduled")[after]) == pytest.approx(
            list(found.series("interest_expense")[after]), abs=1e-8
        )
