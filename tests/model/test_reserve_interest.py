"""Interest on reserves: on what they held at the start of a period."""

import pytest

from tests.model.small_case import sized


def test_interest_is_earned_on_what_all_reserves_held_at_the_start_of_the_period() -> None:
    found = sized(
        {
            "reserves": {"dsra": {"months": 6}, "mra": {"months": 24}, "reserve_rate": 0.08},
            "lifecycle": {"lamps": {"unit_cost": 30.0, "interval_years": 4}},
            "timing.period": "half_year",
        }
    )
    held = found.series("dsra_closing") + found.series("mra_closing")
    assert list(found.series("reserves_closing")) == pytest.approx(list(held))
    assert held[9] > 30
    assert list(found.series("interest_income")[1:]) == pytest.approx(list(held[:-1] * 0.08 / 2))


def test_a_letter_of_credit_earns_nothing() -> None:
    found = sized({"reserves": {"dsra": {"type": "letter_of_credit", "months": 6}, "reserve_rate": 0.08}})
    assert found.series("interest_income").max() == 0


def test_interest_reaches_the_waterfall_and_is_no_part_of_cfads() -> None:
    found = sized({"reserves": {"dsra": {"months": 6}, "reserve_rate": 0.08}})
    income = found.series("interest_income")[2]
    assert income > 0
    assert found.series("cfads")[2] == pytest.approx(250)
    assert found.series("cash_available")[2] == pytest.approx(250 + income)


def test_interest_is_taxed_only_where_the_case_says_so() -> None:
    reserves = {"dsra": {"months": 6}, "reserve_rate": 0.08}
    untaxed = sized({"reserves": reserves, "tax.cit_rate": 0.2})
    taxed = sized({"reserves": {**reserves, "reserve_interest_taxable": True}, "tax.cit_rate": 0.2})
    assert taxed.series("taxable_result")[3] - taxed.series("ebitda")[3] == pytest.approx(
        taxed.series("interest_income")[3]
    )
    assert list(untaxed.series("taxable_result")) == pytest.approx(list(untaxed.series("ebitda")))
