"""Who pays for phases, by hand: the public share, then cash, then the shareholders; what is kept for phases ahead."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

YEARS = {"by_year": {2027: 0.0, 2031: 500.0, 2032: 0.0}}
"""500 in the fifth year, the third of operation."""
JOINED: dict[str, Any] = {
    "pool": {"members": {"first": {}, "second": {}}},
    "revenue.payment.member": "first",
    "phases": {"later": {"investment": YEARS, "public_share": 0.2, "member": "second"}},
}


def kept(months: int) -> Batch:
    return sized({**JOINED, "pool.kept_months": months})


def free_cash() -> float:
    """What lenders leave in each year: 250 less the debt service of 700 sculpted or by gearing."""
    return float(sized().series("cash_free")[3])


def test_cash_pays_before_shareholders_do() -> None:
    found = kept(0)
    assert found.series("phases_to_pay")[4] == pytest.approx(400)
    assert found.series("phases_from_cash")[4] == pytest.approx(free_cash())
    assert found.series("phases_equity")[4] == pytest.approx(400 - free_cash())
    assert found.series("distributions_paid")[4] == 0


def test_cash_kept_for_phases_spares_the_shareholders() -> None:
    found = kept(24)
    assert list(found.series("cash_kept_for_phases")[:5]) == pytest.approx([0, 0, 400, 400, 0])
    assert found.series("distributions_paid")[2] == 0
    assert found.series("phases_from_cash")[4] == pytest.approx(min(400, 3 * free_cash()))
    assert found.value("phases_equity_total") == pytest.approx(max(400 - 3 * free_cash(), 0))
    assert found.value("master_check") == 1


def test_nothing_is_kept_once_no_phase_is_ahead() -> None:
    found = kept(24)
    assert found.series("cash_closing")[-1] == pytest.approx(0, abs=1e-6)


def test_debt_is_sized_as_if_there_were_no_phases() -> None:
    assert kept(0).value("senior.commitment") == pytest.approx(sized().value("senior.commitment"))


def test_what_shareholders_pay_in_is_share_capital_in_their_own_shares() -> None:
    found = sized({**JOINED, "funding.shareholders": {"partner": 0.25}})
    assert found.series("shareholder_partner.holder_paid_in")[4] == pytest.approx((400 - free_cash()) / 4)
    assert found.value("master_check") == 1


def test_a_phase_is_investment_in_the_cash_flow_statement() -> None:
    assert kept(0).series("cash_from_investing")[4] == pytest.approx(-500)
