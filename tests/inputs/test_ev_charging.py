"""What charging must state: a price with the cost of electricity, or a margin; sessions with their energy."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

CHARGERS = "type: ev_charging, chargers: 50, power: 60, utilisation: 10 %"


@pytest.mark.parametrize("terms", ["price: 0.1, electricity_price: 0.04", "margin: 0.02"])
def test_a_price_with_the_cost_of_electricity_or_a_margin_is_enough(tmp_path: Path, terms: str) -> None:
    assert said(tmp_path, overrides=[f"revenue.chargers={{{CHARGERS}, {terms}}}"]) == []


def test_who_sells_electricity_is_a_party_only_where_the_company_buys_it(tmp_path: Path) -> None:
    bought = load(tmp_path, overrides=[f"revenue.chargers={{{CHARGERS}, price: 0.1, electricity_price: 0.04}}"]).case
    assert bought.revenue["chargers"].parties == ("drivers", "electricity_supplier")
    passed = load(tmp_path, overrides=[f"revenue.chargers={{{CHARGERS}, margin: 0.02}}"]).case
    assert passed.revenue["chargers"].parties == ("drivers",)


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("price: 0.1, electricity_price: 0.04, margin: 0.02", "margin", "stands beside price"),
        ("roaming_share: 5 %", "chargers", "nothing is charged"),
        ("price: 0.1", "price", "not what the electricity costs"),
        ("margin: 0.02, charging_losses: 8 %", "charging_losses", "another buys the electricity"),
        ("margin: 0.02, session_fee: 1", "session_fee", "sessions cannot be counted"),
        ("margin: 0.02, energy_per_session: 20", "energy_per_session", "no session_fee is stated"),
        ("margin: 0.02, hours: 9000", "hours", "above 8,784"),
        ("price: 0.1, electricity_price: 0.04, electricity_index: wages", "electricity_index", "there is no wages"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.chargers={{{CHARGERS}, {terms}}}"])
    assert f"{place}: " in message
    assert what in message


def test_chargers_are_not_used_for_more_than_all_hours(tmp_path: Path) -> None:
    terms = "type: ev_charging, chargers: 50, power: 60, utilisation: 1.1, margin: 1"
    (message,) = said(tmp_path, overrides=[f"revenue.chargers={{{terms}}}"])
    assert "revenue.chargers.utilisation: " in message
