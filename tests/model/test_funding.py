"""Funding: what construction needs, who pays for it, and the sponsors' support when it costs more than planned."""

import pytest

from tests.model.small_case import held, sized

FEES = {"facilities.senior.upfront_fee_rate": 0.01, "facilities.senior.commitment_fee_rate": 0.005}


def test_uses_add_works_fees_interest_reserve_and_opening_cash() -> None:
    found = sized({**FEES, "funding": {"opening_cash": 20.0}, "reserves": {"dsra": {"months": 6}}})
    financing = found.series("senior.upfront_fee") + found.series("senior.commitment_fee")
    financing += found.series("senior.interest_during_construction")
    extra = [0.0] * 11
    extra[1] = 20 + found.value("dsra_initial")
    expected = found.series("construction_cost") + financing + extra
    assert list(found.series("uses")) == pytest.approx(list(expected))
    assert found.value("total_uses") == pytest.approx(found.series("uses").sum())


def test_debt_and_sponsors_together_pay_exactly_for_the_uses_of_every_period() -> None:
    for order in ("pro_rata", "equity_first", "debt_first"):
        found = sized({**FEES, "funding": {"drawdown": order, "shareholder_loan_share": 0.4}})
        sponsors = found.series("equity_drawdown") + found.series("shareholder_loan_drawdown")
        assert list(found.series("debt_drawdown") + sponsors) == pytest.approx(list(found.series("uses")))
        assert found.series("sponsor_support").max() == pytest.approx(0, abs=1e-9)


def test_the_solved_total_is_the_fixed_point_whatever_the_order_of_drawdown() -> None:
    """70 % gearing by hand: pro rata draws 0.7 × 500 first, debt first 500, equity first what is left after equity."""
    debt_first = sized({"funding.drawdown": "debt_first"})
    assert debt_first.series("senior.drawdown")[0] == pytest.approx(500)
    assert debt_first.value("total_uses") == pytest.approx(1050)
    equity_first = sized({"funding.drawdown": "equity_first"})
    total = equity_first.value("total_uses")
    interest = max(500 - 0.3 * total, 0) * 0.10
    assert total == pytest.approx(1000 + interest)


def test_the_shareholder_loan_is_its_share_of_what_sponsors_pay_in_and_support_is_equity() -> None:
    agreed = {"funding": {"shareholder_loan_share": 0.6, "shareholder_loan_rate": 0.1}}
    found = held(agreed, {"capex.plant.overrun": 0.3})
    sponsors = found.series("sponsor_drawdown")
    assert list(found.series("shareholder_loan_drawdown")) == pytest.approx(list(0.6 * sponsors))
    support = found.series("sponsor_support")
    assert support.sum() > 250
    assert list(found.series("equity_drawdown")) == pytest.approx(list(0.4 * sponsors + support))


def test_an_overrun_draws_what_was_promised_before_it_asks_for_support() -> None:
    """724.5 of debt and 310.5 of sponsors' funds are promised; works of 1,200 need about 200 more."""
    found = held({}, {"capex.plant.overrun": 0.2})
    assert found.series("senior.drawdown").sum() == pytest.approx(724.5)
    assert found.series("sponsor_drawdown").sum() == pytest.approx(310.5)
    interest = 0.7 * 600 * 0.10
    assert found.value("support_total") == pytest.approx(1200 + interest - 1035)


def test_works_that_cost_less_draw_less_of_both_in_the_proportion_agreed() -> None:
    found = held({}, {"capex.plant.overrun": -0.2})
    uses = found.series("uses").sum()
    assert uses == pytest.approx(800 + 0.7 * 400 * 0.10)
    assert found.series("senior.drawdown").sum() == pytest.approx(0.7 * uses)
    assert found.series("sponsor_support").max() == pytest.approx(0, abs=1e-9)


def test_gearing_is_debt_over_uses_and_the_shareholder_loan_is_no_debt() -> None:
    found = sized({"funding.shareholder_loan_share": 1.0})
    assert found.value("gearing") == pytest.approx(0.70)


def test_a_contract_held_without_a_change_is_the_deal_as_sized() -> None:
    for name in ("uses", "senior.closing", "dscr", "dividends"):
        assert list(held(FEES, {}).series(name)) == pytest.approx(list(sized(FEES).series(name)), nan_ok=True)
