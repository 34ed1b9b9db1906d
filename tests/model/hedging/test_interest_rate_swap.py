"""Interest-rate swap: on the share that is hedged the base rate no longer matters."""

from typing import Any

import numpy as np
import pytest

from tests.model.hedging.hedged_deals import RATE_SWAP, hedged
from tests.model.small_case import held, sized

LOCAL: dict[str, Any] = {
    "facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.margin": 0.03, "hedges.first": {**RATE_SWAP, "share": 0.75},
}  # fmt: skip
"""600 at a base rate of 10 % and a margin of 3 %, three quarters of it swapped to 12 %."""
DEARER = {"facilities.senior.base_rate": {"by_year": {2027: 0.10, 2029: 0.16}}}


def test_net_of_the_base_rate_it_is_paid_on_the_share_of_the_balance() -> None:
    found = sized(LOCAL)
    assert list(found.series("first.settlement")[2:4]) == pytest.approx([0.75 * 600 * 0.02, 0.75 * 500 * 0.02])
    assert list(found.series("scheduled_fees")[2:4]) == pytest.approx([9, 7.5])
    assert found.series("scheduled_debt_service")[2] == pytest.approx(100 + 0.13 * 600 + 9)


def test_during_construction_sources_of_funds_pay_it() -> None:
    found = sized(LOCAL)
    paid = 0.75 * found.series("senior.drawdown")[0] * 0.02
    assert found.series("first.construction_settlement")[1] == pytest.approx(paid)
    assert found.series("financing_cost")[1] == pytest.approx(paid / 0.02 / 0.75 * 0.13 + paid)
    assert found.value("master_check") == 1


def test_a_dearer_base_rate_is_felt_on_the_rest_alone_and_the_bank_pays() -> None:
    base, found = sized(LOCAL), held(LOCAL, DEARER)
    felt = found.series("scheduled_debt_service") - base.series("scheduled_debt_service")
    assert felt[2] == pytest.approx(0.25 * 600 * 0.06)
    assert found.series("first.settlement")[2] == pytest.approx(0.75 * 600 * (0.12 - 0.16))
    assert found.series("party_hedge_bank.net")[2] == pytest.approx(-18)
    assert found.value("master_check") == 1


def test_swapped_in_full_the_base_rate_does_not_matter() -> None:
    deal = {**LOCAL, "hedges.first": RATE_SWAP}
    base, found = sized(deal), held(deal, DEARER)
    for line in ("scheduled_debt_service", "distributions_paid", "net_income"):
        assert np.allclose(found.series(line), base.series(line), atol=1e-8), line


@pytest.mark.parametrize("tax", [0.0, 0.2])
def test_debt_is_sized_on_the_rate_after_the_swap_and_llcr_equals_dscr_at_it(tax: float) -> None:
    sculpted = {"facilities.senior.sizing": {"dscr": 1.3}, "tax.cit_rate": tax}
    swapped = sized({**LOCAL, **sculpted, "facilities.senior.repayment": {"profile": "sculpted"}})
    assert list(swapped.series("dscr")[2:8]) == pytest.approx([1.3] * 6)
    assert list(swapped.series("llcr")[2:8]) == pytest.approx([1.3] * 6)
    assert swapped.series("loan_period_rate")[3] == pytest.approx(0.145)


def test_sized_on_llcr_the_limit_is_met_at_the_rate_after_the_swap() -> None:
    found = sized({**LOCAL, "facilities.senior.sizing": {"llcr": 1.5}})
    assert found.series("llcr")[2] == pytest.approx(1.5)


def test_in_dollars_it_is_settled_at_the_rate_of_the_day() -> None:
    amount = {"facilities.senior.sizing": {"amount": 1.0}, "facilities.senior.repayment.profile": "equal"}
    found = sized(hedged(RATE_SWAP, **amount))
    assert found.series("first.settlement")[2] == pytest.approx(500 * 1.08**3 * 0.02)
