"""The pool as tables: members beside the pool, and capital need by date."""

import pytest

from finmodel.analysis.pool_tables import pool_tables
from finmodel.results import RecordTable
from tests.analysis.test_by_year import results
from tests.model.pooling.test_pool_date import DATED
from tests.model.small_case import small_model


def tables() -> dict[str, RecordTable]:
    return pool_tables(results(small_model(DATED)))


def test_a_case_without_pool_has_none() -> None:
    assert pool_tables(results(small_model())) == {}


def test_members_stand_beside_what_is_common_and_the_pool() -> None:
    table = tables()["pool_members"]
    assert table.columns == ("pool_old", "pool_new", "pool_common", "pool")
    assert table.row("pool_old.member_need").values == (1000, 300, 0, 1000)
    assert table.row("pool_old.member_revenue_share").values == (pytest.approx(0.8), pytest.approx(0.2), 0, None)


def test_need_stands_by_date() -> None:
    table = tables()["pool_dates"]
    assert table.columns == ("soon", "end")
    assert table.row("soon.shortfall_by").values == (800, 0)
    assert [row.label for row in table.rows] == [
        "Invested", "Paid by public money", "Earned after costs", "Shortfall", "Capital need up to the date",
    ]  # fmt: skip
