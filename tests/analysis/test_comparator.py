"""The table of value for money: the elements of the comparison in rows, the rates in columns."""

import pytest

from finmodel.analysis.comparator import comparison_table
from tests.analysis.test_by_year import results
from tests.model.small_case import small_model


def test_a_case_without_value_for_money_has_no_table() -> None:
    assert comparison_table(results(small_model())) is None


def test_the_comparison_stands_at_three_rates() -> None:
    run = results(small_model({"value_for_money": {"public_discount_rate": 0.10}}))
    table = comparison_table(run)
    assert table is not None
    assert table.by == "rate"
    assert table.columns == ("At the lower rate", "At the public sector's rate", "At the higher rate")
    assert table.row("public_comparator.comparison_rate").values == pytest.approx((0.08, 0.10, 0.12))
    gains = [run.values[f"public_comparator{which}.gain"] for which in ("_lower", "", "_higher")]
    assert table.row("public_comparator.gain").values == tuple(gains)
    assert table.row("public_comparator.gain").is_total
    assert [row.label for row in table.rows[1:5]] == [
        "Raw comparator", "Competitive neutrality", "Transferable risk", "Retained risk",
    ]  # fmt: skip
