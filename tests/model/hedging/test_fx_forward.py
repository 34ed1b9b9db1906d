"""Forward: debt service is paid at the rates of close, whatever the dollar does."""

import numpy as np
import pytest

from tests.model.currency.deals import shock
from tests.model.hedging.hedged_deals import AMOUNT, FORWARD, PARITY, hedged
from tests.model.small_case import held, sized

DEAL = hedged(FORWARD, **AMOUNT)


def test_each_payment_costs_the_forward_rate_of_its_date() -> None:
    """A sixth of a million dollars and interest of 10 %, bought at 500 × (1.15 ÷ 1.05)^year."""
    found = sized(DEAL)
    service = [(1 / 6 + 0.10 * (1 - paid / 6)) * 500 for paid in range(6)]
    expected = [amount * PARITY ** (3 + year) for year, amount in enumerate(service)]
    assert list(found.series("scheduled_debt_service")[2:8]) == pytest.approx(expected)
    assert list(found.series("first.hedged_service")[2:8]) == pytest.approx(service)


def test_the_company_pays_the_forward_premium_over_the_rate_of_the_day() -> None:
    found = sized(DEAL)
    bought = (1 / 6 + 0.10) * 500
    assert found.series("first.settlement")[2] == pytest.approx(bought * (PARITY**3 - 1.08**3))
    assert found.series("first.agreed_rate")[2] == pytest.approx(500 * PARITY**3)
    assert found.series("party_hedge_bank.received")[2] == pytest.approx(found.series("first.settlement")[2])


def test_hedged_in_full_debt_service_does_not_feel_the_dollar() -> None:
    base = sized(DEAL)
    for size in (0.5, -0.4):
        found = held(DEAL, shock(size))
        for line in ("scheduled_debt_service", "cash_closing", "distributions_paid"):
            assert np.allclose(found.series(line), base.series(line), atol=1e-8), line
        assert found.value("equity_irr") == pytest.approx(base.value("equity_irr"))
        assert not np.allclose(found.series("senior.interest_paid"), base.series("senior.interest_paid"))
        assert found.value("master_check") == 1


def test_where_the_dollar_rises_the_bank_pays() -> None:
    found = held(DEAL, shock(0.5))
    assert found.series("first.settlement")[2] == pytest.approx((1 / 6 + 0.10) * 500 * (PARITY**3 - 1.5 * 1.08**3))
    assert found.series("first.settlement")[2] < 0
    assert found.series("party_hedge_bank.net")[2] == pytest.approx(found.series("first.settlement")[2])


def test_half_hedged_half_of_the_move_is_felt() -> None:
    deal = hedged({**FORWARD, "share": 0.5}, **AMOUNT)
    base, found = sized(deal), held(deal, shock(0.2))
    felt = found.series("scheduled_debt_service")[2:8] - base.series("scheduled_debt_service")[2:8]
    unhedged = base.series("senior.scheduled_interest")[2:8] + base.series("senior.scheduled_principal")[2:8]
    assert list(felt) == pytest.approx(list(0.5 * 0.2 * unhedged))


def test_the_bank_s_charge_compounds_and_is_shown() -> None:
    found = sized(hedged({**FORWARD, "credit_spread": 0.01}, **AMOUNT))
    bought = (1 / 6 + 0.10) * 500
    assert found.series("first.credit_charge")[2] == pytest.approx(bought * PARITY**3 * (1.01**3 - 1))
    assert found.series("first.premium")[2] == pytest.approx(bought * (PARITY**3 - 1.08**3))
    assert found.value("hedge_charge_total") == pytest.approx(found.series("first.credit_charge").sum())


@pytest.mark.parametrize("tax", [0.0, 0.2])
def test_debt_is_sculpted_on_what_its_service_really_costs(tax: float) -> None:
    """Tax included: forwards are deducted as accounts show them, so that no tax depends on principal of its period."""
    found = sized(hedged(FORWARD, **{"facilities.senior.sizing": {"dscr": 1.3}, "tax.cit_rate": tax}))
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.3] * 6)


def test_sculpted_debt_is_the_value_in_dollars_at_the_forward_rates() -> None:
    found = sized(hedged(FORWARD, **{"facilities.senior.sizing": {"dscr": 1.25}}))
    value = sum(250 / 1.25 / (500 * PARITY ** (2 + year)) / 1.10**year for year in range(1, 7))
    assert found.value("senior.foreign_commitment") == pytest.approx(value)


def test_an_annuity_has_the_target_cover_in_its_weakest_period() -> None:
    changes = {"facilities.senior.sizing": {"dscr": 1.3}, "facilities.senior.repayment.profile": "annuity"}
    assert sized(hedged(FORWARD, **changes)).value("dscr_minimum") == pytest.approx(1.3)


def test_at_the_forward_path_a_hedge_without_charge_costs_nothing() -> None:
    found = sized(hedged(FORWARD, **{**AMOUNT, "currencies.usd.path": "forward", "currencies.usd.depreciation": None}))
    assert found.value("hedge_cost_total") == pytest.approx(0, abs=1e-9)
    assert found.value("senior.hedged_cost_rate") == pytest.approx(found.value("senior.cost_rate"))
