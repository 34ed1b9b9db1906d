"""Interest subsidy: the company bears the net rate everywhere, the lender has the full one, somebody pays the gap."""

from typing import Any

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import PLAIN

PRICED = {**PLAIN, "facilities.senior.base_rate": 0.10}


def subsidised(rate: float = 0.04, months: int = 60, **changes: Any) -> dict[str, Any]:
    """Four points of 10 % for five years from close."""
    grant = {"type": "interest_subsidy", "facility": "senior", "rate": rate, "months": months, "payer": "damu"}
    return {**PRICED, **changes, "grants": {"help": grant}}


def test_interest_during_construction_and_in_operation_is_net_as_long_as_the_subsidy_lasts() -> None:
    """160 or so are drawn in the first year; 400 are owed in 2029, 333 and 267 after; from 2032 the rate is 10 %."""
    found = sized(subsidised())
    drawn = found.series("senior.drawdown")[0]
    assert found.series("senior.interest_during_construction")[1] == pytest.approx(0.06 * drawn)
    assert found.value("total_uses") == pytest.approx(1000 + 0.06 * drawn)
    owed = [400, 400 * 5 / 6, 400 * 4 / 6, 200]
    net = [0.06, 0.06, 0.06, 0.10]
    assert list(found.series("senior.interest_paid")[2:6]) == pytest.approx(
        [o * r for o, r in zip(owed, net, strict=True)]
    )
    assert found.series("dscr")[2] == pytest.approx(250 / (400 / 6 + 24))


def test_the_payer_pays_the_points_to_the_company_and_the_company_passes_them_on() -> None:
    found = sized(subsidised())
    assert found.series("senior.interest_subsidy_received")[2] == pytest.approx(16)
    assert found.series("senior.interest_subsidy_passed_on")[2] == pytest.approx(16)
    assert found.series("party_damu.net")[2] == pytest.approx(-16)
    assert found.series("party_senior_lender.net")[2] == pytest.approx(400 / 6 + 40)
    assert found.value("master_check") == 1


def test_debt_is_sized_on_the_net_rate() -> None:
    sizing = {"facilities.senior.sizing": {"dscr": 1.3}, "facilities.senior.repayment": {"profile": "sculpted"}}
    terms: dict[str, Any] = {**sizing, "timing.operation_months": 84, "capex.plant.unit_cost": 5000.0}
    found = sized(subsidised(months=240, **terms))
    assert found.value("senior.commitment") == pytest.approx(sum(250 / 1.3 / 1.06**year for year in range(1, 7)))


def test_nothing_is_subsidised_on_what_is_overdue() -> None:
    """Without income in 2029, 24 of interest and 66.67 of principal stay unpaid, and bear the full rate in 2030."""
    found = held(subsidised(), {"revenue.payment.amount": {"by_year": {2027: 300, 2029: 50, 2030: 300}}})
    overdue = 24 + 400 / 6
    assert found.series("senior.interest_subsidy_received")[3] == pytest.approx(400 * 5 / 6 * 0.04)
    assert found.series("senior.unsubsidised_interest")[3] == pytest.approx(overdue * 0.04)
    full = 400 * 5 / 6 * 0.06 + overdue * 0.10 + overdue * 0.02
    assert found.series("senior.interest_due")[3] == pytest.approx(24 + full)
    assert found.series("senior.interest_paid")[3] == pytest.approx(24 + full)
    assert found.value("master_check") == 1


def test_points_above_the_rate_subsidise_the_rate_alone() -> None:
    found = sized(subsidised(rate=0.15))
    assert found.series("senior.rate")[2] == pytest.approx(0)
    assert found.series("senior.interest_subsidy_received")[2] == pytest.approx(40)


def test_no_points_and_no_months_change_nothing() -> None:
    without = sized(PRICED)
    for found in (sized(subsidised(rate=0.0)), sized(subsidised(months=0))):
        assert found.value("equity_irr") == pytest.approx(without.value("equity_irr"))
        assert found.series("senior.interest_subsidy_received").sum() == 0
