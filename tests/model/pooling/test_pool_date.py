"""Capital need by dates, by hand: invested, paid by public money, earned, lacking, and the deepest need so far."""

import pytest

from tests.model.pooling.test_member import JOINED
from tests.model.small_case import sized

DATED = {**JOINED, "pool.dates": {"soon": {"year": 2030}, "end": {"year": 2036}}}


def test_the_pool_by_a_date() -> None:
    found = sized(DATED)
    names = ("invested_by", "public_by", "earned_by", "shortfall_by", "need_by")
    assert [found.value(f"soon.{name}") for name in names] == [1400, 100, 500, 800, 1000]
    assert [found.value(f"end.{name}") for name in names] == [1400, 100, 2560, 0, 1000]


def test_each_member_by_a_date() -> None:
    found = sized(DATED)
    assert found.value("soon_old.member_invested_by") == 1000
    assert found.value("soon_old.member_shortfall_by") == 500
    assert found.value("soon_new.member_shortfall_by") == 300


def test_a_period_that_ends_after_the_year_is_not_in_it() -> None:
    found = sized({**DATED, "timing.start": "2027-07-01"})
    assert found.value("soon.invested_by") == pytest.approx(1000)
