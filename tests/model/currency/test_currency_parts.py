"""Which lines a currency has: its path, and forward rates only where the two interest rates are known."""

import pytest

from finmodel.model.currency.currency_parts import price_links
from tests.model.small_case import small_model

RATES = {"domestic_rate": 0.15, "foreign_rate": 0.05}


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ({"depreciation": 0.1}, False),
        ({"depreciation": 0.1, **RATES}, True),
        ({"path": "forward", **RATES}, True),
        ({"path": "given", "rates": 510.0}, False),
    ],
)
def test_a_forward_is_known_where_both_interest_rates_are(stated: dict[str, object], known: bool) -> None:
    lines = small_model({"currencies.usd": {"spot": 500.0, **stated}}).graph.lines
    assert "usd.rate" in lines
    assert ("usd.forward_rate" in lines) == known


def test_a_case_without_currencies_has_no_line_of_them() -> None:
    assert [name for name in small_model().graph.lines if "exchange" in name or "level" in name] == []


def test_a_price_moves_by_its_index_and_in_another_currency_by_the_rate_too() -> None:
    assert price_links("cpi", None) == {"price_index": "cpi.index_level"}
    assert price_links(None, "usd") == {"own_price_index": "unindexed", "exchange": "usd.rate"}
    assert price_links(None, "usd", converted_at_close=True)["exchange"] == "usd.level"
