"""Statements: income, cash flow and balance sheet, each figure by hand for one simple deal."""

import pytest

from tests.model.small_case import held, sized

DEAL = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "reserves": {"dsra": {"months": 6}, "reserve_rate": 0.05},
    "tax.cit_rate": 0.20,
}


def test_income_runs_from_revenue_to_net_income() -> None:
    """2030: 300 − 50; an eighth of the assets for wear; 50 of interest; 5 % on a reserve of 75."""
    found = sized(DEAL)
    wear = found.series("assets_added").sum() / 8
    assert found.series("ebitda")[3] == pytest.approx(250)
    assert found.series("depreciation")[3] == pytest.approx(wear)
    assert found.series("interest_expense")[3] == pytest.approx(50)
    assert found.series("income_interest")[3] == pytest.approx(75 * 0.05)
    assert found.series("profit_before_tax")[3] == pytest.approx(250 - wear - 50 + 3.75)
    assert found.series("net_income")[3] == pytest.approx(250 - wear - 50 + 3.75 - found.series("tax_paid")[3])


def test_assets_are_works_and_financing_costs_written_off_over_the_months_of_operation() -> None:
    found = sized({**DEAL, "timing.construction_months": 21, "timing.operation_months": 90})
    cost = found.series("capex_total").sum() + found.series("financing_cost").sum()
    assert found.series("assets_added").sum() == pytest.approx(cost)
    assert list(found.series("depreciation")[1:10]) == pytest.approx(
        [cost * 3 / 90] + [cost * 12 / 90] * 7 + [cost * 3 / 90]
    )
    assert found.series("assets_closing")[9] == pytest.approx(0)


def test_shareholder_loan_interest_is_capitalised_in_construction_and_an_expense_after_it() -> None:
    found = sized({**DEAL, "funding": {"shareholder_loan_share": 0.5, "shareholder_loan_rate": 0.12}})
    interest = found.series("shareholder_loan_interest")
    assert list(found.series("shareholder_interest_expense")[:3]) == pytest.approx([0, 0, interest[2]])
    assert found.series("assets_added")[1] == pytest.approx(500 + found.series("financing_cost")[1] + interest[1])


def test_replacement_is_an_expense_of_its_year() -> None:
    found = sized({**DEAL, "lifecycle": {"lamps": {"unit_cost": 40.0, "interval_years": 4}}})
    assert found.series("ebitda")[5] == pytest.approx(210)


def test_cash_flow_is_operation_investment_and_financing() -> None:
    found = sized(DEAL)
    assert found.series("cash_from_operations")[3] == pytest.approx(250 - found.series("tax_paid")[3])
    assert list(found.series("cash_from_investing")[:2]) == pytest.approx([-500, -500])
    assert found.series("cash_from_investing")[3] == pytest.approx(3.75)
    assert found.series("cash_from_financing")[0] == pytest.approx(500)
    assert found.series("cash_from_financing")[3] == pytest.approx(-150 - found.series("distributions_paid")[3])
    change = found.series("cash_closing") + found.series("dsra_closing")
    assert found.series("cash_change").cumsum() == pytest.approx(change)


def test_the_balance_sheet_balances_and_is_empty_but_for_capital_at_the_end() -> None:
    found = sized(DEAL)
    assert list(found.series("total_assets")) == pytest.approx(list(found.series("total_liabilities")))
    assert found.series("total_assets")[1] == pytest.approx(1000 + found.series("financing_cost").sum() + 80)
    assert found.series("total_assets")[-1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("reserve", ["cash", "letter_of_credit"])
def test_it_balances_also_when_lenders_and_suppliers_go_unpaid(reserve: str) -> None:
    contract = {**DEAL, "reserves": {"dsra": {"type": reserve, "months": 6}}, "working_capital": {"payable_days": 60}}
    found = held(contract, {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 40, 2032: 300}}})
    assert found.series("operating_arrears").max() > 5
    assert found.series("arrears").max() > 100
    assert list(found.series("total_assets")) == pytest.approx(list(found.series("total_liabilities")), abs=1e-9)
    funds = found.series("cash_closing") + found.series("reserves_closing")
    assert list(found.series("cash_change").cumsum()) == pytest.approx(list(funds), abs=1e-9)


def test_receivables_payables_and_vat_stand_on_the_balance_sheet() -> None:
    days = {"working_capital": {"receivable_days": 73, "payable_days": 36.5}}
    found = sized({**DEAL, **days, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    assert found.series("vat_receivable_closing")[1] == pytest.approx(80)
    assert found.series("receivables_closing")[3] == pytest.approx(60)
    assert found.series("payables_closing")[3] == pytest.approx(5)
    assert list(found.series("total_assets")) == pytest.approx(list(found.series("total_liabilities")))


def test_retained_earnings_are_net_income_less_dividends() -> None:
    found = sized(DEAL)
    kept = (found.series("net_income") - found.series("dividends")).cumsum()
    assert list(found.series("retained_earnings")) == pytest.approx(list(kept))
