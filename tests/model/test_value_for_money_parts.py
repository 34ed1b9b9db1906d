"""Value for money: the golden comparison, the small deal by hand, and what must hold whatever is stated."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.value_for_money.comparison import comparison, result
from finmodel.model.value_for_money.rate_shift import rate_shift
from tests.model.small_case import sized
from tests.oracles.sections import run_parts

PERIODIC = {"valuation.convention": "periods"}
OVERRUN = {"probability": [0.5, 0.2], "impact": [0.10, 0.25], "transferred_share": 0.80}
"""Ten per cent as likely as not, a quarter with one chance in five: 10 % expected."""


def compared(deal: dict[str, Any] | None = None, **stated: Any) -> Batch:
    """The small deal, 500 of works in each of two years, then 50 of cost and 300 of payment, valued at 10 %."""
    return sized({**PERIODIC, **(deal or {}), "value_for_money": {"public_discount_rate": 0.10, **stated}})


def annuity(rate: float = 0.10) -> float:
    """1 a year in the eight years of operation, at financial close."""
    return sum((1 + rate) ** -year for year in range(2, 10))


def value(found: Batch, name: str) -> float:
    return found.value(f"public_comparator.{name}")


def test_the_golden_comparison() -> None:
    """Raw 269.97, neutrality 12.25, risks 31.58 and 3.67 against 316.45: the PPP is dearer by 2.65, or 0.83 %."""
    found = run_parts(
        [comparison.instance("public_comparator", rate_shift(0)), result.part()],
        1,
        {
            "public_discount_rate": 0.08, "discount_rate_step": 0.02, "years_since_close": [0],
            "raw_flow": [269.97], "neutrality_flow": [12.25], "transferable_risk_flow": [31.58],
            "retained_risk_flow": [3.67], "ppp_flow": [316.45], "public_cost_flow": [269.97],
            "transferable_cost_risk_flow": [31.58],
        },
    )  # fmt: skip
    assert value(found, "public_sector_comparator") == pytest.approx(317.47)
    assert value(found, "ppp_cost") == pytest.approx(320.12)
    assert found.value("value_for_money_gain") == pytest.approx(-2.65)
    assert found.value("value_for_money_share") == pytest.approx(-0.0083, abs=5e-5)


def test_a_case_that_states_nothing_has_no_comparison() -> None:
    assert not any("comparator" in name for name in sized().lines)


def test_the_raw_comparator_by_hand() -> None:
    found = compared(public_capex_factor=1.10, public_opex_factor=1.20)
    assert value(found, "raw_comparator") == pytest.approx(550 + 550 / 1.1 + 60 * annuity())
    assert value(found, "ppp_cost") == pytest.approx(300 * annuity())
    assert value(found, "gain") == pytest.approx(550 + 550 / 1.1 + 60 * annuity() - 300 * annuity())


def test_what_others_pay_and_what_is_left_at_the_end_lower_the_raw_comparator() -> None:
    fares = {
        "revenue.fares": {"type": "plain_stream", "payer": "users", "amount": {"by_period": [0, 0] + [40] * 8 + [0]}}
    }
    found = compared(fares, third_party_factor=0.5, residual_value=100.0)
    plain = compared()
    less = 20 * annuity() + 100 / 1.1**9
    assert value(found, "raw_comparator") == pytest.approx(value(plain, "raw_comparator") - less)
    assert value(found, "ppp_cost") == pytest.approx(value(plain, "ppp_cost"))


def test_replacement_has_a_public_price_too() -> None:
    lamps = {"lifecycle": {"lamps": {"unit_cost": 90.0, "interval_years": 5}}, "reserves": {"mra": {"funded": False}}}
    more = value(compared(lamps, public_lifecycle_factor=2.0), "raw_comparator") - value(compared(), "raw_comparator")
    assert more == pytest.approx(180 / 1.1**6)


def test_tax_counts_as_neutrality_or_lowers_the_cost_of_the_ppp_and_the_difference_is_the_same() -> None:
    taxed = {"tax.cit_rate": 0.20}
    neutral, returned = compared(taxed), compared(taxed, tax_in_neutrality=False)
    tax = sum(float(paid) / 1.1**year for year, paid in enumerate(neutral.series("tax_paid")))
    assert tax > 50
    assert value(neutral, "competitive_neutrality") == pytest.approx(tax)
    assert value(returned, "competitive_neutrality") == 0
    assert value(returned, "ppp_cost") == pytest.approx(value(neutral, "ppp_cost") - tax)
    assert value(returned, "gain") == pytest.approx(value(neutral, "gain"))


def test_costs_of_one_side_alone_are_spread_over_the_contract() -> None:
    found = compared(neutrality_costs=7.0, public_only_costs=3.0)
    assert value(found, "competitive_neutrality") == pytest.approx(4 * (1 + 1 / 1.1 + annuity()))


def test_a_risk_costs_its_outcomes_by_probability_and_is_passed_on_or_kept() -> None:
    found = compared(risks={"overrun": OVERRUN})
    assert found.value("overrun.expected_share") == pytest.approx(0.10)
    assert value(found, "transferable_risk") == pytest.approx(0.8 * 0.10 * (500 + 500 / 1.1))
    assert value(found, "retained_risk") == pytest.approx(0.2 * 0.10 * (500 + 500 / 1.1))


def test_retained_risk_stands_on_both_sides() -> None:
    kept = compared(risks={"overrun": {**OVERRUN, "transferred_share": 0.0}})
    assert value(kept, "retained_risk") > 0
    assert value(kept, "gain") == pytest.approx(value(compared(), "gain"))


def test_a_risk_of_the_register_lends_its_probability() -> None:
    register = {"risks": {"late": {"id": "completion", "probability": 0.3}}}
    risk = {"risk": "late", "base": "opex", "impact": 0.5, "transferred_share": 1.0}
    found = compared(register, risks={"upkeep": risk})
    assert value(found, "transferable_risk") == pytest.approx(0.3 * 0.5 * 50 * annuity())


def test_lost_third_party_revenue_is_a_cost() -> None:
    fares = {
        "revenue.fares": {"type": "plain_stream", "payer": "users", "amount": {"by_period": [0, 0] + [40] * 8 + [0]}}
    }
    risk = {"base": "third_party_revenue", "probability": 0.5, "impact": 0.2, "transferred_share": 1.0}
    assert value(compared(fares, risks={"demand": risk}), "transferable_risk") == pytest.approx(4 * annuity())


def test_procurement_monitoring_and_guarantees_are_costs_of_the_ppp() -> None:
    found = compared(procurement_cost=15.0, monitoring_cost=2.0, guarantee_cost=1.0)
    more = value(found, "ppp_cost") - value(compared(), "ppp_cost")
    assert more == pytest.approx(15 + 3 * (1 + 1 / 1.1 + annuity()))


def test_what_the_state_gets_back_as_shareholder_lowers_the_cost_of_the_ppp() -> None:
    parties = {"fiscal": {"parties": ["authority", "state_budget", "sponsor"]}}
    found = compared(parties)
    equity = sum(float(flow) / 1.1**year for year, flow in enumerate(found.series("equity_cash_flow")))
    assert value(found, "ppp_cost") == pytest.approx(300 * annuity() - equity)


def test_the_comparison_is_repeated_two_points_lower_and_higher() -> None:
    found = compared()
    for name, rate in (("public_comparator_lower", 0.08), ("public_comparator_higher", 0.12)):
        assert found.value(f"{name}.comparison_rate") == pytest.approx(rate)
        assert found.value(f"{name}.gain") == pytest.approx(500 + 500 / (1 + rate) - 250 * annuity(rate))
    assert compared(discount_rate_step=0.05).value("public_comparator_higher.comparison_rate") == pytest.approx(0.15)


def test_public_costs_higher_by_the_break_even_gain_make_both_sides_cost_the_same() -> None:
    risks = {"overrun": OVERRUN, "upkeep": {**OVERRUN, "base": "opex"}}
    found = compared({"tax.cit_rate": 0.20}, public_capex_factor=1.05, risks=risks)
    missing = value(found, "break_even")
    assert missing == pytest.approx(-value(found, "gain") / (1.08 * value(found, "raw_comparator")))
    raised = {
        "public_capex_factor": 1.05 * (1 + missing), "public_opex_factor": 1 + missing,
        "public_lifecycle_factor": 1 + missing,
    }  # fmt: skip
    assert value(compared({"tax.cit_rate": 0.20}, risks=risks, **raised), "gain") == pytest.approx(0, abs=1e-9)
