"""A loan in dollars: drawn and repaid at the rate of each period, revalued in between, sized in its own money."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.engines.numpy_engine import Batch
from tests.model.currency.deals import DOLLARS, shock
from tests.model.currency.drawn_deals import assert_holds_at_any_rate, foreign_cases
from tests.model.small_case import held, sized
from tests.model.test_whole_cases import THOROUGH

EQUAL: dict[str, Any] = {
    **DOLLARS,
    "facilities.senior.sizing": {"amount": 1.0},
    "facilities.senior.repayment": {"profile": "equal"},
}
"""A million dollars, repaid in six equal parts from the third year on."""


def own(found: Batch, line: str) -> Any:
    return found.series(f"senior.{line}") / found.series("usd.level")


def test_the_amount_is_stated_in_dollars_and_all_of_them_are_drawn() -> None:
    found = sized(EQUAL)
    assert found.value("senior.foreign_commitment") == pytest.approx(1.0)
    assert (found.series("senior.drawdown") / found.series("usd.rate")).sum() == pytest.approx(1.0)


def test_the_commitment_in_tenge_is_what_the_dollars_bring_when_they_are_drawn() -> None:
    found = sized(EQUAL)
    brought = found.series("senior.drawdown")
    assert found.value("senior.commitment") == pytest.approx(brought.sum())
    assert brought.sum() / 500 == pytest.approx(found.value("senior.drawdown_level"))
    assert 1.08 < found.value("senior.drawdown_level") < 1.08**2


def test_a_sixth_of_the_dollars_is_repaid_each_year_at_the_rate_of_that_year() -> None:
    found = sized(EQUAL)
    expected = [500 / 6 * 1.08**year for year in range(3, 9)]
    assert list(found.series("senior.principal_paid")[2:8]) == pytest.approx(expected)
    assert found.series("senior.closing")[7] == pytest.approx(0)


def test_interest_is_charged_on_dollars_owed_at_the_rate_of_the_day_it_is_paid() -> None:
    found = sized(EQUAL)
    owed_in_dollars = 1.0 - 1 / 6
    assert found.series("senior.interest_paid")[3] == pytest.approx(owed_in_dollars * 0.10 * 500 * 1.08**4)


def test_what_is_owed_grows_with_the_dollar_and_the_growth_is_an_expense() -> None:
    """A million dollars owed at the end of 2028, when 583.2 tenge are paid for one: 46.656 more a year later."""
    found = sized(EQUAL)
    assert found.series("senior.closing")[1] == pytest.approx(583.2)
    assert found.series("senior.revaluation")[2] == pytest.approx(46.656)
    assert found.series("senior.revaluation_expense")[2] == pytest.approx(46.656)
    assert found.series("senior.opening")[2] == pytest.approx(583.2 + 46.656)
    assert found.series("interest_expense")[2] == pytest.approx(0.1 * 629.856 + 46.656)


def test_during_construction_revaluation_is_part_of_the_assets() -> None:
    found = sized(EQUAL)
    added = found.series("senior.revaluation_capitalised")[1]
    assert added == pytest.approx(0.08 * found.series("senior.closing")[0])
    assert found.series("senior.revaluation_expense")[1] == pytest.approx(0)
    without = found.series("capex_total")[1] + found.series("financing_cost")[1]
    assert found.series("assets_added")[1] == pytest.approx(without + added)


def test_fees_are_charged_in_dollars() -> None:
    fees = {"upfront_fee_rate": 0.02, "commitment_fee_rate": 0.01, "agency_fee_amount": 0.003}
    found = sized({**EQUAL, **{f"facilities.senior.{name}": fee for name, fee in fees.items()}})
    drawn = found.series("senior.drawdown")[0] / found.series("usd.rate")[0]
    assert found.series("senior.upfront_fee")[0] == pytest.approx(0.02 * 540)
    assert found.series("senior.commitment_fee")[1] == pytest.approx(0.01 * (1 - drawn) * 583.2)
    assert found.series("senior.agency_fee")[2] == pytest.approx(0.003 * 500 * 1.08**3)


@pytest.mark.parametrize("tax", [0.0, 0.2])
def test_sculpted_debt_covers_its_target_and_llcr_equals_dscr_in_tenge(tax: float) -> None:
    """Discounted at (1 + 10 %) × (1 + 8 %) − 1, what debt really costs in tenge while the path of the rate holds."""
    found = sized({**DOLLARS, "facilities.senior.sizing": {"dscr": 1.35}, "tax.cit_rate": tax})
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.35] * 6)
    assert list(found.series("llcr")[2:8]) == pytest.approx([1.35] * 6)
    assert found.series("loan_period_rate")[3] == pytest.approx(1.10 * 1.08 - 1)


def test_sculpted_debt_is_the_value_in_dollars_of_what_cash_flow_can_pay() -> None:
    found = sized({**DOLLARS, "facilities.senior.sizing": {"dscr": 1.25}})
    value = sum(250 / 1.25 / (500 * 1.08 ** (2 + year)) / 1.10**year for year in range(1, 7))
    assert found.value("senior.foreign_commitment") == pytest.approx(value)


@pytest.mark.parametrize("profile", ["annuity", "equal", "balloon"])
def test_a_fixed_profile_has_the_target_cover_in_its_weakest_period(profile: str) -> None:
    repayment = {"profile": profile, "balloon": 0.2}
    found = sized({**DOLLARS, "facilities.senior.sizing": {"dscr": 1.3}, "facilities.senior.repayment": repayment})
    assert found.value("dscr_minimum") == pytest.approx(1.3)


def test_the_cover_over_the_loan_life_is_the_limit_that_is_asked_for() -> None:
    changes = {"facilities.senior.sizing": {"llcr": 1.4}, "facilities.senior.repayment": {"profile": "equal"}}
    found = sized({**DOLLARS, **changes})
    assert found.series("llcr")[2] == pytest.approx(1.4)


def test_an_annuity_is_level_in_dollars() -> None:
    found = sized({**DOLLARS, "facilities.senior.repayment": {"profile": "annuity"}})
    paid = own(found, "scheduled_interest") + own(found, "scheduled_principal")
    assert list(paid[2:8]) == pytest.approx([paid[2]] * 6)


def test_interest_added_during_construction_is_added_in_dollars() -> None:
    """Drawn in two years; the dollars drawn in the first one grow by a tenth in the second."""
    found = sized({**EQUAL, "facilities.senior.construction_interest": "added"})
    drawn = found.series("senior.drawdown") / found.series("usd.rate")
    assert drawn.sum() == pytest.approx(1.0)
    assert found.value("senior.repayable") / 500 == pytest.approx(drawn[0] * 1.10 + drawn[1])
    assert found.series("senior.closing")[7] == pytest.approx(0)
    assert found.value("master_check") == 1


def test_once_signed_the_dollars_are_fixed_and_a_dearer_dollar_makes_debt_service_dearer() -> None:
    """A fifth dearer after completion: the same dollars, a fifth more tenge for each, from the first repayment on."""
    base, found = sized(EQUAL), held(EQUAL, shock(0.2))
    assert list(own(found, "scheduled_principal")) == pytest.approx(list(own(base, "scheduled_principal")))
    for line in ("scheduled_interest", "scheduled_principal", "closing"):
        assert list(found.series(f"senior.{line}")[2:8]) == pytest.approx(
            list(1.2 * base.series(f"senior.{line}")[2:8])
        )
    assert found.series("senior.revaluation")[2] == pytest.approx(583.2 * (1.08 * 1.2 - 1))
    assert found.value("master_check") == 1


def test_during_construction_a_dearer_dollar_pays_for_more_and_a_cheaper_one_leaves_sponsors_to_pay() -> None:
    dearer, cheaper = held(EQUAL, shock(0.3, month=0)), held(EQUAL, shock(-0.3, month=0))
    assert dearer.series("senior.drawn")[-1] < 500
    assert cheaper.series("senior.drawn")[-1] == pytest.approx(500)
    assert cheaper.value("support_total") > 100
    assert dearer.value("master_check") == cheaper.value("master_check") == 1


def test_arrears_are_owed_in_dollars_and_interest_on_them_too() -> None:
    """Nothing is earned in 2031: interest and principal of that year wait, and are 8 % dearer a year later."""
    years = {year: 0.0 if year == 2031 else 300.0 for year in range(2027, 2038)}
    found = held(EQUAL, {"revenue.payment.amount": {"by_year": years}})
    overdue = found.series("senior.interest_arrears")[4]
    assert overdue == pytest.approx(found.series("senior.interest_due")[4])
    assert found.series("senior.interest_arrears_opening")[5] == pytest.approx(1.08 * overdue)
    assert found.series("senior.principal_arrears_opening")[5] == pytest.approx(500 / 6 * 1.08**6)
    assert found.series("senior.default_interest")[5] == pytest.approx(
        1.08 * overdue * 0.10 + (1.08 * overdue + 500 / 6 * 1.08**6) * 0.02
    )
    assert found.value("master_check") == 1


def test_a_dollar_that_never_moves_is_a_loan_in_tenge() -> None:
    still = {"currencies.usd": {"spot": 500.0, "depreciation": 0.0}, "facilities.senior.currency": "usd"}
    foreign, local = sized(still), sized()
    for line in ("closing", "interest_paid", "principal_paid", "drawdown"):
        assert np.allclose(foreign.series(f"senior.{line}"), local.series(f"senior.{line}"), atol=1e-6)
    assert foreign.value("equity_irr") == pytest.approx(local.value("equity_irr"))


def test_a_loan_in_dollars_beside_one_in_tenge_each_keeps_its_own_money() -> None:
    local = {"type": "term_loan", "base_rate": 0.16, "day_count": "30_360", "tenor_months": 96,
             "sizing": {"share": 0.3}, "repayment": {"profile": "annuity"}}  # fmt: skip
    found = sized({**EQUAL, "facilities.tenge": local, "facilities.senior.sizing": {"amount": 0.5}})
    assert found.value("senior.foreign_commitment") == pytest.approx(0.5)
    assert found.value("tenge.commitment") == pytest.approx(0.3 * found.value("total_uses"))
    paid = found.series("tenge.scheduled_interest") + found.series("tenge.scheduled_principal")
    assert list(paid[2:8]) == pytest.approx([paid[2]] * 6)
    assert found.value("master_check") == 1


@pytest.mark.slow
@settings(THOROUGH, max_examples=12)
@given(foreign_cases())
def test_every_case_in_dollars_holds_together_at_any_rate_re_sized_and_frozen(data: dict[str, Any]) -> None:
    assert_holds_at_any_rate(data)


SOFT: dict[str, Any] = {
    "type": "concessional_loan", "base_rate": 0.02, "day_count": "30_360", "tenor_months": 96, "market_rate": 0.09,
    "sizing": {"amount": 0.4}, "repayment": {"profile": "equal"},
}  # fmt: skip


def given_away(**usd: Any) -> Any:
    currencies = {"currencies.usd": {**DOLLARS["currencies.usd"], **usd}}
    return sized({**currencies, "facilities.soft": {**SOFT, "currency": "usd"}})


def test_the_grant_element_does_not_feel_the_rate_of_exchange() -> None:
    still, rising = given_away(depreciation=0.0), given_away(depreciation=0.0, shock=0.5, shock_from_month=24)
    assert rising.value("soft_dac.grant_element_share") == pytest.approx(still.value("soft_dac.grant_element_share"))
    assert still.value("soft_dac.grant_element_share") > 0.1


def test_without_a_move_it_is_that_of_a_loan_in_tenge() -> None:
    local = sized({"facilities.soft": {**SOFT, "sizing": {"amount": 200.0}}})
    still = given_away(depreciation=0.0)
    for name in ("soft_dac", "soft_imf", "soft_market"):
        assert still.value(f"{name}.grant_equivalent") == pytest.approx(local.value(f"{name}.grant_equivalent"))
