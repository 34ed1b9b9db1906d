"""Curves as a case states them: tenors in order, one rate for each, and some rates at all."""

from typing import Any

import pytest

from tests.model.bonds.small_bonds import problems_with


@pytest.mark.parametrize(
    ("curve", "said"),
    [
        ({"tenor_years": [5, 1], "yields": [0.16, 0.15]}, "is not in rising order"),
        ({"tenor_years": [1, 5], "yields": [0.16]}, "gives 1 rates for 2 tenors"),
        ({"tenor_years": [1, 5]}, "states no rates"),
    ],
)
def test_a_yield_curve_that_cannot_be_read_is_refused(curve: dict[str, Any], said: str) -> None:
    assert said in "\n".join(problems_with({"curves.government": {"type": "yield_curve", **curve}}))


def test_each_kind_of_curve_is_read() -> None:
    curves = {
        "government": {"type": "yield_curve", "tenor_years": [1, 5], "zero_rates": ["16 %", "15 %"]},
        "tonia": {"type": "rate_path", "rate": {"by_year": {2027: "16 %", 2028: "14 %"}}},
        "cpi": {"type": "price_index", "rate": "8 %", "rate_before": "9 %"},
    }
    assert problems_with({"curves": curves}) == []
