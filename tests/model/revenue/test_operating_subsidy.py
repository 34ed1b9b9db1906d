"""Operating subsidy: an amount, a rate for each use, and what revenue lacks, by hand; caps; when it is paid."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

CPI = {"indices": {"cpi": {"rate": 0.1}}}
TRAM = {"type": "usage", "volume": {"by_year": {2027: 1000.0, 2030: 400.0, 2032: 2000.0}}, "tariff": 0.1}
"""Users pay 100 in 2029, 40 in 2030 and 2031, 200 from 2032 on; operation costs 50 a year."""


def subsidised(terms: dict[str, Any], more: dict[str, Any] | None = None) -> Batch:
    """The small deal with a tram and its operating subsidy."""
    subsidy = {"type": "operating_subsidy", **terms}
    return sized({"revenue.tram": TRAM, "revenue.help": subsidy, **CPI, **(more or {})})


def test_a_fixed_subsidy_is_paid_a_year_indexed_by_its_weights() -> None:
    found = subsidised({"mode": "fixed", "amount": 20.0, "indexation": {"cpi": 0.5}})
    assert list(found.series("help.revenue")[1:4]) == pytest.approx([0, 20 * 1.105, 20 * (0.5 + 0.5 * 1.331)])
    assert found.series("party_authority.paid")[2] == pytest.approx(300 + 20 * 1.105)


def test_a_rate_is_paid_for_each_use_whether_paid_for_or_not() -> None:
    found = subsidised({"mode": "per_unit", "stream": "tram", "rate": 0.05}, {"revenue.tram": TRAM | {"leakage": 0.5}})
    assert list(found.series("help.revenue")[1:7]) == pytest.approx([0, 50, 20, 20, 100, 100])


def test_the_gap_is_what_revenue_lacks_of_a_share_of_costs_and_never_negative() -> None:
    """Cover of 120 % of 50 is 60: 20 are lacking with 40, nothing with 100 or 200."""
    found = subsidised({"mode": "gap", "streams": ["tram"], "cost_share": 1.2})
    assert list(found.series("help.revenue")[1:7]) == pytest.approx([0, 0, 20, 20, 0, 0])


def test_costs_are_those_named_replacements_too_or_all_of_them() -> None:
    more = {
        "opex": {"staff": {"unit_cost": 50.0}, "power": {"unit_cost": 30.0}},
        "lifecycle": {"rails": {"unit_cost": 25.0, "interval_years": 2}},
    }
    gap = {"mode": "gap", "streams": ["tram"], "cost_share": 1.0}
    assert list(subsidised(gap, more).series("help.revenue")[2:6]) == pytest.approx([0, 65, 40, 0])
    named = subsidised({**gap, "costs": ["staff", "rails"]}, more)
    assert list(named.series("help.revenue")[2:6]) == pytest.approx([0, 35, 10, 0])


def test_a_required_revenue_is_indexed_and_the_authority_may_pay_a_share_of_the_gap() -> None:
    gap = {"mode": "gap", "streams": ["tram"], "required": 150.0, "share": 0.8, "indexation": {"cpi": 1.0}}
    found = subsidised(gap)
    lacking = [150 * 1.21 - 100, 150 * 1.331 - 40, 150 * 1.1**4 - 40, 150 * 1.1**5 - 200]
    assert list(found.series("help.revenue")[2:6]) == pytest.approx([0.8 * gap for gap in lacking])


def test_caps_by_year_and_in_total_hold_back_what_is_above_them() -> None:
    gap = {"mode": "gap", "streams": ["tram"], "required": 150.0, "cap": 80.0, "total_cap": 190.0}
    found = subsidised(gap)
    assert list(found.series("help.gap")[2:7]) == pytest.approx([50, 110, 110, 0, 0])
    assert list(found.series("help.revenue")[2:7]) == pytest.approx([50, 80, 60, 0, 0])
    assert found.series("help.total_cap_left")[-1] == pytest.approx(0)


def test_settled_by_year_a_good_half_makes_up_for_a_bad_one() -> None:
    tram = TRAM | {"volume": {"by_period": [0] * 4 + [400, 2000] + [400] * 15}}
    more = {"timing.period": "half_year", "revenue.tram": tram}
    gap = {"mode": "gap", "streams": ["tram"], "required": 110.0}
    assert list(subsidised(gap, more).series("help.revenue")[4:8]) == pytest.approx([35, 0, 35, 35])
    yearly = subsidised({**gap, "settlement": "year", "cap": 60.0}, more)
    assert list(yearly.series("help.revenue")[4:8]) == pytest.approx([0, 0, 0, 60])


def test_a_lag_pays_whole_periods_later_and_until_then_it_is_owed() -> None:
    found = subsidised({"mode": "gap", "streams": ["tram"], "cost_share": 1.2, "lag_periods": 2})
    assert list(found.series("help.received")[3:8]) == pytest.approx([0, 0, 20, 20, 0])
    assert list(found.series("help.receivable")[2:7]) == pytest.approx([0, 20, 40, 20, 0])
    assert found.value("master_check") == 1


def test_top_ups_of_a_guarantee_count_as_revenue_when_it_is_named() -> None:
    mrg = {"streams": ["tram"], "forecast": 100.0, "floors": {"low": {"upper": 0.5}}}
    gap = {"mode": "gap", "streams": ["tram", "mrg"], "cost_share": 1.2}
    found = subsidised(gap, {"revenue_guarantees": {"mrg": mrg}})
    assert list(found.series("mrg.revenue")[2:5]) == pytest.approx([0, 10, 10])
    assert list(found.series("help.revenue")[2:5]) == pytest.approx([0, 10, 10])


def test_a_cap_in_total_is_in_the_currency_of_the_subsidy() -> None:
    """Two dollars a year at 500 tenge, and five dollars in total: two and a half years, whatever the dollar costs."""
    terms = {"type": "operating_subsidy", "mode": "fixed", "amount": 2.0, "currency": "usd", "total_cap": 5.0}
    found = sized(
        {
            "currencies.usd": {"spot": 500.0, "path": "given", "rates": [500.0] * 3 + [600.0, 700.0] + [800.0] * 6},
            "revenue.help": terms,
        }
    )
    assert found.series("help.revenue")[:7] == pytest.approx([0, 0, 1000, 1200, 700, 0, 0])
