"""A facility with several hedges, and whole cases that are hedged and shocked."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.currency.drawn_deals import assert_holds_at_any_rate, foreign_cases
from tests.model.hedging.hedged_deals import FORWARD, PARITY, RATE_SWAP, SWAP, hedged
from tests.model.small_case import held, sized
from tests.model.test_whole_cases import THOROUGH


def test_the_price_of_principal_is_a_blend_of_what_is_hedged_and_what_is_not() -> None:
    found = sized(hedged({**FORWARD, "share": 0.5}, {**SWAP, "share": 0.3}))
    assert found.series("senior.service_level")[2] == pytest.approx(0.5 * PARITY**3 + 0.3 + 0.2 * 1.08**3)


def test_the_rate_after_hedges_is_that_of_their_blend() -> None:
    found = sized(hedged({**FORWARD, "share": 0.5}, {**SWAP, "share": 0.3}))
    level, forward = 1.08**3, PARITY**3
    interest = 0.10 * (0.5 * forward + 0.2 * level) + 0.3 * 0.21
    assert found.series("senior.service_rate")[2] == pytest.approx(interest / (0.5 * forward + 0.3 + 0.2 * level))


@pytest.mark.parametrize("profile", ["sculpted", "annuity", "equal"])
def test_with_every_kind_of_hedge_at_once_the_target_cover_is_met(profile: str) -> None:
    hedges = ({**FORWARD, "share": 0.5}, {**SWAP, "share": 0.3}, {**RATE_SWAP, "share": 0.4})
    changes = {"facilities.senior.sizing": {"dscr": 1.3}, "facilities.senior.repayment.profile": profile}
    found = sized(hedged(*hedges, **changes, **{"tax.cit_rate": 0.2}))
    assert found.value("dscr_minimum") == pytest.approx(1.3)
    assert found.value("master_check") == 1


def test_debt_that_is_sized_later_leaves_room_for_the_hedges_of_the_first() -> None:
    second = {"type": "mezzanine_loan", "base_rate": 0.2, "day_count": "30_360", "tenor_months": 96,
              "sizing": {"dscr": 1.1}}  # fmt: skip
    changes = {"facilities.senior.sizing": {"dscr": 1.3, "gearing": 0.5}, "facilities.second": second}
    found = sized(hedged(FORWARD, **changes))
    assert list(found.series("total_dscr")[2:8]) == pytest.approx([1.1] * 6)


def test_fixing_the_dollar_costs_what_tenge_cost() -> None:
    """At the forward premium of 9.5 % a loan at 10 % in dollars costs 20.5 % in tenge: the rates stand side by side."""
    parity = {"currencies.usd.depreciation": None, "currencies.usd.path": "forward"}
    found = sized(hedged(FORWARD, **parity))
    assert found.value("senior.hedged_cost_rate") == pytest.approx(1.10 * PARITY - 1, abs=5e-4)
    cheap = sized(hedged(FORWARD))
    assert cheap.value("senior.cost_rate") == pytest.approx(1.10 * 1.08 - 1, abs=5e-4)
    assert cheap.value("senior.hedged_cost_rate") > cheap.value("senior.cost_rate") + 0.015


@st.composite
def hedged_cases(draw: Any) -> dict[str, Any]:
    """A case in dollars as any other, with one hedge or two."""
    found: dict[str, Any] = draw(foreign_cases())
    share, spread = draw(st.sampled_from([0.3, 0.6, 1.0])), draw(st.sampled_from([0.0, 0.01]))
    terms = {"share": share, "credit_spread": spread}
    of_exchange: dict[str, Any] = draw(st.sampled_from([FORWARD, SWAP, {**SWAP, "exchange_rate": 550.0}]))
    hedges = {"of_exchange": {**of_exchange, **terms}}
    if of_exchange is FORWARD and draw(st.booleans()):
        hedges["of_interest"] = {**RATE_SWAP, **terms}
    return found | {"hedges": hedges}


@pytest.mark.slow
@settings(THOROUGH, max_examples=10)
@given(hedged_cases())
def test_every_hedged_case_holds_together_at_any_rate_re_sized_and_frozen(data: dict[str, Any]) -> None:
    assert_holds_at_any_rate(data)


def test_a_hedge_of_a_loan_that_is_not_drawn_as_planned_stays_as_agreed() -> None:
    """The plant costs a fifth less: fewer dollars are drawn, and all that was bought forward is delivered."""
    deal = hedged(FORWARD)
    base, found = sized(deal), held(deal, {"capex.plant.unit_cost": 800.0})
    assert found.series("senior.drawn")[-1] < base.series("senior.drawn")[-1] - 50
    assert np.allclose(found.series("first.settlement"), base.series("first.settlement"))
    assert found.value("master_check") == 1
