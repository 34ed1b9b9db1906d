"""Cross-currency swap: the loan's dollars come from the bank, tenge at a fixed rate go to it."""

import numpy as np
import pytest

from tests.model.currency.deals import shock
from tests.model.hedging.hedged_deals import AMOUNT, SWAP, hedged
from tests.model.small_case import held, sized

DEAL = hedged(SWAP, **AMOUNT)


def test_swapped_in_full_the_company_owes_tenge_at_the_fixed_rate() -> None:
    """500 tenge for each dollar owed: 83.33 a year and 21 % on what is left."""
    found = sized(DEAL)
    expected = [500 / 6 + 0.21 * 500 * (1 - paid / 6) for paid in range(6)]
    assert list(found.series("scheduled_debt_service")[2:8]) == pytest.approx(expected)
    assert list(found.series("first.paid_leg")[2:8]) == pytest.approx(expected)


def test_what_is_received_is_what_the_loan_is_owed() -> None:
    found = sized(DEAL)
    owed = found.series("senior.scheduled_interest") + found.series("senior.scheduled_principal")
    assert np.allclose(found.series("first.received_leg"), owed)


def test_principal_may_be_exchanged_at_another_rate() -> None:
    found = sized(hedged({**SWAP, "exchange_rate": 600.0}, **AMOUNT))
    assert found.series("scheduled_debt_service")[2] == pytest.approx(600 / 6 + 0.21 * 600)


def test_the_bank_s_charge_comes_on_top_of_the_fixed_rate() -> None:
    found = sized(hedged({**SWAP, "credit_spread": 0.01}, **AMOUNT))
    assert found.series("scheduled_debt_service")[2] == pytest.approx(500 / 6 + 0.22 * 500)
    assert found.series("first.credit_charge")[2] == pytest.approx(5)


def test_neither_the_dollar_nor_its_interest_is_felt() -> None:
    base, found = (
        sized(DEAL),
        held(DEAL, {**shock(0.5), "facilities.senior.base_rate": {"by_year": {2027: 0.1, 2029: 0.15}}}),
    )
    assert np.allclose(found.series("scheduled_debt_service"), base.series("scheduled_debt_service"), atol=1e-8)
    assert found.value("master_check") == 1


@pytest.mark.parametrize("tax", [0.0, 0.2])
@pytest.mark.parametrize("share", [0.4, 1.0])
def test_debt_is_sculpted_on_the_tenge_that_it_costs(tax: float, share: float) -> None:
    sculpted = {"facilities.senior.sizing": {"dscr": 1.3}, "tax.cit_rate": tax}
    found = sized(hedged({**SWAP, "share": share}, **sculpted))
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.3] * 6)


def test_sculpted_and_swapped_in_full_it_is_the_debt_of_a_loan_in_tenge() -> None:
    """Both repay, at 21 %, what 250 a year carries at 1.30; the dollars are counted at the rate of close."""
    sculpted = {"facilities.senior.sizing": {"dscr": 1.3}}
    swapped, local = sized(hedged(SWAP, **sculpted)), sized({**sculpted, "facilities.senior.base_rate": 0.21})
    assert swapped.value("senior.own_commitment") == pytest.approx(local.value("senior.commitment"))
