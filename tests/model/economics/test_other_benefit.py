"""Benefits with one formula each: clean air, cost savings, cheaper use, and so many units at a value."""

from typing import Any

import pytest

from tests.model.small_case import sized


def year_of(benefit: dict[str, Any], **economics: Any) -> float:
    """The benefit in the first year of operation, the third of the grid."""
    found = sized({"economics": economics | {"benefits": {"gain": benefit}}})
    return float(found.series("gain.economic_flow")[2])


def test_units_count_at_their_value() -> None:
    assert year_of({"type": "other", "quantity": 4.0, "unit_value": 2.5}) == pytest.approx(10)


def test_a_haircut_takes_its_share() -> None:
    assert year_of({"type": "other", "quantity": 4.0, "unit_value": 2.5, "haircut": 0.3}) == pytest.approx(7)


def test_a_benefit_grows_from_financial_close() -> None:
    assert year_of({"type": "other", "quantity": 4.0, "unit_value": 2.5, "growth": 0.1}) == pytest.approx(12.1)


def test_clean_air_is_worth_the_damage_of_a_tonne_which_rises_with_income() -> None:
    air = {"type": "local_air", "tonnes": 3.0, "damage": 20.0}
    assert year_of(air) == pytest.approx(60)
    assert year_of(air, growth_per_person=0.1, income_elasticity=1.0) == pytest.approx(60 * 1.21)


def test_taxes_in_a_saving_only_change_hands() -> None:
    assert year_of({"type": "cost_savings", "amount": 50.0, "tax_share": 0.3}) == pytest.approx(35)


def test_cheaper_use_is_worth_half_of_the_rectangle_for_those_who_are_new() -> None:
    surplus = {"type": "consumer_surplus", "use_without": 100.0, "use_with": 140.0, "cost_without": 5.0,
               "cost_with": 4.5}  # fmt: skip
    assert year_of(surplus) == pytest.approx(100 * 0.5 + 40 * 0.5 / 2)
