"""Returns: internal rates on dates against pyxirr, present values by hand, payback and multiple."""

from datetime import date, timedelta

import numpy as np
import pytest
import pyxirr

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

DEAL = {
    "timing.start": "2027-07-01",
    "timing.period": "half_year",
    "tax.cit_rate": 0.20,
    "funding": {"shareholder_loan_share": 0.4, "shareholder_loan_rate": 0.10},
}


def ends(found: Batch) -> list[date]:
    return [date(1899, 12, 30) + timedelta(days=int(day)) for day in found.series("period_end")]


def test_internal_rates_are_those_of_dated_flows() -> None:
    found = sized(DEAL)
    for rate, flows in (
        ("project_irr", "project_cash_flow"),
        ("project_irr_pre_tax", "project_cash_flow_pre_tax"),
        ("equity_irr", "equity_cash_flow"),
    ):
        assert found.value(rate) == pytest.approx(pyxirr.xirr(ends(found), found.series(flows)), abs=1e-9)


def test_the_rate_of_a_period_compounds_to_its_year() -> None:
    found = sized(DEAL)
    of_a_period = pyxirr.irr(found.series("equity_cash_flow"))
    assert of_a_period is not None
    assert found.value("equity_irr_periodic") == pytest.approx((1 + of_a_period) ** 2 - 1)
    assert found.value("equity_irr_periodic") != pytest.approx(2 * of_a_period, rel=0.01)


def test_the_project_s_flow_leaves_financing_out() -> None:
    found = sized({**DEAL, "vat": {"vat_rate": 0.16, "vat_refund_months": 6}})
    pre_tax = found.series("project_cash_flow_pre_tax")
    assert list(pre_tax[:6]) == pytest.approx([-290, -290 + 40, -290 + 40, -290 + 40, 125 + 40, 125])
    assert list(pre_tax - found.series("project_cash_flow")) == pytest.approx(list(found.series("tax_unlevered.tax")))


def test_the_sponsors_flow_is_all_they_pay_and_get_on_the_dates_of_distribution() -> None:
    found = held(DEAL, {"capex.plant.overrun": 0.2})
    paid = found.series("equity_drawdown") + found.series("shareholder_loan_drawdown")
    got = found.series("dividends") + found.series("shareholder_loan_paid") + found.series("share_redemption")
    assert list(found.series("equity_cash_flow")) == pytest.approx(list(got - paid))
    assert found.value("equity_multiple") == pytest.approx(got.sum() / paid.sum())


def test_the_value_at_the_internal_rate_is_nothing() -> None:
    rate = sized(DEAL).value("equity_irr")
    assert sized({**DEAL, "valuation": {"equity_discount_rate": rate}}).value("equity_npv") == pytest.approx(
        0, abs=1e-6
    )


def test_values_are_counted_in_days_from_financial_close_to_the_end_of_the_period() -> None:
    found = sized({**DEAL, "valuation": {"project_discount_rate": 0.12}})
    start, flows = date(2027, 7, 1), found.series("project_cash_flow")
    expected = sum(flow / 1.12 ** ((end - start).days / 365) for flow, end in zip(flows, ends(found), strict=True))
    assert found.value("project_npv") == pytest.approx(expected)


def test_values_on_period_numbers_do_not_discount_the_first() -> None:
    found = sized({**DEAL, "valuation": {"convention": "periods", "project_discount_rate": 0.12}})
    flows = found.series("project_cash_flow")
    assert found.value("project_npv") == pytest.approx(sum(flow / 1.12 ** (t / 2) for t, flow in enumerate(flows)))


def test_payback_lies_inside_the_period_in_which_the_sum_comes_back() -> None:
    found = sized({**DEAL, "valuation": {"convention": "periods"}})
    flows, total, expected = found.series("equity_cash_flow"), 0.0, None
    for t, flow in enumerate(flows):
        if total < 0 <= total + flow:
            expected = (t - 1 + -total / flow) / 2
            break
        total += flow
    assert expected is not None
    assert 2 < expected < 8
    assert found.value("payback_years") == pytest.approx(expected)


def test_money_that_never_comes_back_has_no_payback_and_no_rate() -> None:
    found = sized({**DEAL, "revenue.payment.amount": 40.0})
    assert np.isnan(found.value("payback_years"))
    assert np.isnan(found.value("equity_irr"))
    assert found.value("equity_multiple") == pytest.approx(0)


def test_a_deal_without_sponsors_money_has_no_multiple() -> None:
    found = sized(
        {**DEAL, "facilities.senior.sizing": {"gearing": 1.0}, "facilities.senior.repayment": {"profile": "equal"}}
    )
    assert np.isnan(found.value("equity_multiple"))


def test_a_rate_begins_to_count_with_the_first_flow_that_is_not_nothing() -> None:
    found = sized({"funding.drawdown": "debt_first", "capex.plant.spend": [0.0, 1.0]})
    assert found.value("project_first") == 2
    assert found.value("equity_first") == 2
    debt_first = sized({"funding.drawdown": "debt_first"})
    assert debt_first.value("project_first") == 1
    assert debt_first.value("equity_first") == 2
