"""Indexation: a step with each calendar year, and a payment that follows its indices by their weights."""

import pytest

from finmodel.model.indexation import index, no_index, payment_indexation
from tests.model.small_case import sized
from tests.oracles.sections import run_parts


def test_an_index_rises_on_1_january_by_the_rate_of_the_year_that_begins() -> None:
    """Half-years from July 2027: the rate of 2027 is never used, those of 2028 and 2029 are."""
    found = run_parts(
        [index.part()],
        5,
        {
            "counter": [1, 2, 3, 4, 5],
            "new_year_flag": [0, 1, 0, 1, 0],
            "rate": [0.09, 0.08, 0.08, 0.07, 0.07],
            "initial_level": 1.30,
        },
    )
    second, third = 1.30 * 1.08, 1.30 * 1.08 * 1.07
    assert list(found.series("index_level")) == pytest.approx([1.30, second, second, third, third])


def test_prices_fall_where_the_rate_is_negative() -> None:
    found = run_parts(
        [index.part()], 2, {"counter": [1, 2], "new_year_flag": [0, 1], "rate": -0.1, "initial_level": 1.0}
    )
    assert list(found.series("index_level")) == pytest.approx([1.0, 0.9])


def test_a_payment_is_a_plus_b_cpi_plus_c_fx_plus_e_wage() -> None:
    levels = {"cpi": [1.0, 1.08, 1.15], "fx": [1.0, 1.20, 1.10], "wage": [1.0, 1.10, 1.25]}
    weights = {"cpi": 0.3, "fx": 0.2, "wage": 0.1}
    given: dict[str, float | list[float]] = {f"{name}.index_level": level for name, level in levels.items()}
    given |= {f"indexation_{name}": weight for name, weight in weights.items()}
    given |= {f"{name}.initial_level": 1.0 for name in levels}
    found = run_parts([no_index.part(), payment_indexation(tuple(levels)).part()], 3, given)
    expected = [0.4 + 0.3 * cpi + 0.2 * fx + 0.1 * wage for cpi, fx, wage in zip(*levels.values(), strict=True)]
    assert list(found.series("indexation")) == pytest.approx(expected)


def test_a_payment_is_agreed_at_the_prices_of_financial_close_whatever_the_level_of_the_index() -> None:
    """An index that stands at 1.30 at close prices costs of an earlier year; a payment only follows its rise."""
    changes = {
        "indices": {"works": {"rate": 0.10, "initial_level": 1.30}},
        "revenue.payment.indexation": {"works": 0.5},
    }
    found = sized(changes)
    assert list(found.series("payment.indexation")[:3]) == pytest.approx([1.0, 1.05, 1.105])


def test_what_is_not_indexed_stays_at_1() -> None:
    found = run_parts([no_index.part()], 2, {})
    assert list(found.series("unindexed")) == [1, 1]
    assert list(found.series("nothing")) == [0, 0]
