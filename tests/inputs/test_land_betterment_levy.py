"""What is said of a levy on land whose rise another instrument captures, or one assessed too late."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

TERMS = "land: core, value_before: 1000, value_after: 1500, market_growth: 5 %, rate: 30 %"
UPLIFT = "capture_rate: 30 %, bands: {near: {upper: 400, area: 100, value: 2, uplift: 20 %, phase: 100 %}}"


def messages(folder: Path, terms: str, beside: str = "") -> list[str]:
    return said(folder, overrides=[f"land={{{beside}betterment_levy: {{frontage: {{{TERMS}, {terms}}}}}}}"])


def test_a_levy_at_once_or_by_instalments_is_a_good_case(tmp_path: Path) -> None:
    assert messages(tmp_path, "assessed_month: 36") == []
    assert messages(tmp_path, "assessed_month: 36, instalment_years: 10, instalment_interest: 6 %") == []


def test_levy_and_uplift_on_the_same_land_are_refused(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, "assessed_month: 36", f"uplift: {{station: {{land: core, {UPLIFT}}}}}, ")
    assert "land.betterment_levy.frontage.land: the rise of core is captured by uplift.station already" in message
    assert "and would count twice; keep one of the two" in message


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("assessed_month: 100", "assessed_month", "month 100 is after the model's last, 84; give a month up to 84"),
        ("assessed_month: 36, instalment_interest: 6 %", "instalment_interest", "the levy is paid at once"),
        ("assessed_month: 36, collection: 130 %", "collection", "130 % is above 100 %"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = messages(tmp_path, terms)
    assert f"land.betterment_levy.frontage.{place}: " in message
    assert what in message
