"""The heading economics: the price level it divides by, its rates in order, and prices that add up."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

GAIN = "benefits: {gain: {type: other, quantity: 1, unit_value: 2}}"


def test_a_benefit_and_the_price_level_are_enough(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"economics={{price_index: cpi, {GAIN}}}"]) == []


def test_values_from_memory_say_that_they_are_unverified(tmp_path: Path) -> None:
    found = load(tmp_path, overrides=[f"economics={{price_index: cpi, {GAIN}}}"]).case.economics
    assert found is not None
    for key in ("social_discount_rate", "life_multiple", "work_time_factor", "other_time_factor"):
        assert getattr(found, key).provenance.status == "unverified"
        assert getattr(found, key).provenance.source


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (GAIN, "price_index: is missing, and flows of the case rise with indices; name the general price level, such"),
        (f"price_index: wages, {GAIN}", "price_index: there is no wages under indices"),
        ("price_index: cpi, benefits: {}", "benefits: is empty; add at least one benefit"),
        (f"price_index: cpi, lower_social_rate: 8 %, {GAIN}", "lower_social_rate: is above social_discount_rate (6 %)"),
        (f"price_index: cpi, higher_social_rate: 5 %, {GAIN}", "higher_social_rate: is below social_discount_rate"),
        (f"price_index: cpi, conversion: {{factors: {{lamps: 1}}}}, {GAIN}", "conversion.factors.lamps: there is no"),
        (
            f"price_index: cpi, conversion: {{traded_shares: {{lighting: 1}}}}, {GAIN}",
            "conversion.traded_shares.lighting: is a stream of revenue, which has no shares; write factors: {lighting",
        ),
        (
            "price_index: cpi, conversion: {traded_shares: {lights: 70 %}, labour_shares: {lights: 40 %}}, " + GAIN,
            "conversion.labour_shares.lights: the shares of lights add to 1.1; make them add to 1 or less",
        ),
        (
            f"price_index: cpi, conversion: {{traded_shares: {{lights: 70 %}}, factors: {{lights: 1}}}}, {GAIN}",
            "conversion.traded_shares.lights: stands beside factors.lights; keep one of the two",
        ),
    ],
)
def test_each_misuse_is_told_where_it_stands(stated: str, message: str, tmp_path: Path) -> None:
    found = said(tmp_path, overrides=[f"economics={{{stated}}}"])
    assert any(f"economics.{message}" in one for one in found), found


def test_a_subsidy_is_no_benefit_whatever_factor_is_given(tmp_path: Path) -> None:
    top_up = "revenue.top_up={type: operating_subsidy, mode: fixed, amount: 10}"
    economics = f"economics={{price_index: cpi, conversion: {{factors: {{top_up: 1}}}}, {GAIN}}}"
    (message,) = said(tmp_path, overrides=[top_up, economics])
    assert "economics.conversion.factors.top_up: is a subsidy, which only changes hands" in message


def test_a_risk_cannot_move_what_only_measures(tmp_path: Path) -> None:
    risk = "risks={fewer: {id: revenue, probability: 20 %, set: {economics.residual_value: {add: 5}}}}"
    (message,) = said(tmp_path, overrides=[f"economics={{price_index: cpi, {GAIN}}}", risk])
    assert "economics says how the deal is measured, not how it goes" in message
