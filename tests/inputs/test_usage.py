"""What is said of a stream of use that contradicts itself."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

TOLL = "type: usage, volume: 1000, tariff: 0.3"


def test_a_toll_needs_a_volume_and_a_price_and_no_more(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[f"revenue.toll={{{TOLL}}}"]) == []
    assert load(tmp_path, overrides=[f"revenue.toll={{{TOLL}}}"]).case.revenue["toll"].payer == "users"


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("elasticity: -0.3", "elasticity", "no base_price is stated"),
        ("base_price: 0", "base_price", "no price can be compared"),
        ("take_or_pay: 80 %", "take_or_pay", "no contracted_volume is stated"),
        ("growth: -95 %", "growth", "below"),
        ("leakage: 120 %", "leakage", "above 100 %"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.toll={{{TOLL}, {terms}}}"])
    assert f"revenue.toll.{place}: " in message
    assert what in message


def test_a_negative_volume_is_refused(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["revenue.toll={type: usage, volume: -1000, tariff: 0.3}"])
    assert "revenue.toll.volume: -1,000 is below 0; write 0 or more" in message


def test_what_is_free_has_no_elasticity(tmp_path: Path) -> None:
    free = "type: usage, volume: 1000, tariff: {by_year: {2027: 0.3, 2030: 0}}, base_price: 0.3, elasticity: -0.3"
    (message,) = said(tmp_path, overrides=[f"revenue.toll={{{free}}}"])
    assert "revenue.toll.tariff: is 0, at which an elasticity tells of use without end; state the use" in message
