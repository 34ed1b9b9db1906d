"""Target debt service: the weaker of the lenders' cases decides, period by period."""

import pytest

from tests.model.small_case import sized

DOWNSIDE = {"dscr": 1.1, "revenue_factor": 0.8, "cost_factor": 1.2}


def test_the_downside_binds_where_it_allows_less() -> None:
    """Base: 250 ÷ 1.3 = 192.3; downside: (240 − 60) ÷ 1.1 = 163.6."""
    found = sized({"facilities.senior.sizing": {"dscr": 1.3, "downside": DOWNSIDE}})
    assert found.series("senior.base_debt_service")[3] == pytest.approx(250 / 1.3)
    assert found.series("senior.downside_debt_service")[3] == pytest.approx(180 / 1.1)
    assert found.series("senior.target_debt_service")[3] == pytest.approx(180 / 1.1)
    assert found.series("dscr")[3] == pytest.approx(250 / (180 / 1.1))


def test_the_base_case_binds_where_the_downside_is_mild() -> None:
    mild = {"dscr": 1.1, "revenue_factor": 0.98}
    found = sized({"facilities.senior.sizing": {"dscr": 1.3, "downside": mild}})
    assert found.series("senior.target_debt_service")[3] == pytest.approx(250 / 1.3)


def test_each_period_may_be_bound_by_another_case() -> None:
    """Costs of 50 a year until 2031, then 150: dearer costs weigh more in the later years."""
    dear = {"dscr": 1.3, "cost_factor": 1.5}
    found = sized(
        {
            "opex.staff.unit_cost": {"by_year": {2027: 0, 2031: 100}},
            "facilities.senior.sizing": {"dscr": 1.31, "downside": dear},
        }
    )
    assert found.series("senior.target_debt_service")[3] == pytest.approx(300 / 1.31)
    assert found.series("senior.target_debt_service")[5] == pytest.approx(150 / 1.3)


def test_a_period_without_cash_serves_no_debt() -> None:
    found = sized(
        {"opex.staff.unit_cost": {"by_year": {2027: 50, 2031: 350}}, "facilities.senior.sizing": {"dscr": 1.3}}
    )
    assert list(found.series("senior.target_debt_service")[4:]) == pytest.approx([0] * 7)
