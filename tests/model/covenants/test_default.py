"""Default of one facility, and the equity cure: what cover lacks is paid in, as often as it is allowed."""

from collections.abc import Mapping
from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.prepayment.deals import EQUAL, JUNIOR
from tests.model.small_case import held


def paid(revenue: Mapping[int, float], covenants: dict[str, Any], **more: Any) -> Batch:
    """The deal contracted at 300 a year, and the payments of the years that turn out otherwise; costs are 50."""
    years = {year: revenue.get(year, 300.0) for year in range(2027, 2038)}
    changes = {**EQUAL, "facilities.senior.covenants": covenants, **more}
    return held(changes, {"revenue.payment.amount": {"by_year": years}})


def test_cover_below_the_facilitys_level_is_its_default_and_locks_up() -> None:
    """2030: 155 ÷ 150 = 1.03 is below 1.05 although the lender is paid."""
    found = paid({2030: 205}, {"default_dscr": 1.05})
    assert list(found.series("senior.covenant_default_flag")[2:5]) == [0, 1, 0]
    assert found.value("senior.covenant_defaults") == 1
    assert found.series("distributions_paid")[3] == 0
    assert found.series("default_flag")[3] == 0


def test_a_lender_who_is_not_paid_in_full_is_in_default_whatever_the_level() -> None:
    found = paid({2030: 150}, {})
    assert found.series("senior.own_arrears")[3] == pytest.approx(50)
    assert list(found.series("senior.covenant_default_flag")[2:5]) == [0, 1, 0]


def test_a_junior_lender_may_be_in_default_where_the_senior_one_is_not() -> None:
    junior = {**JUNIOR, "covenants": {"default_dscr": 1.05}}
    found = paid({2030: 205}, {}, **{"facilities.second": junior})
    assert found.series("senior.covenant_default_flag")[3] == 0
    assert found.series("second.own_arrears")[3] == pytest.approx(30 - 5)
    assert found.series("second.covenant_default_flag")[3] == 1


def test_the_cure_lifts_cover_to_the_level_and_serves_debt() -> None:
    """2030: 100 of cash; 1.10 times 150 takes 65 more. They pay the lender, what is left waits for the next year."""
    found = paid({2030: 150}, {"default_dscr": 1.10, "cure": {"most_cures": 2}})
    assert found.series("senior.cure_paid")[3] == pytest.approx(65)
    assert found.series("senior.covenant_default_flag")[3] == 0
    assert found.series("arrears")[3] == pytest.approx(0)
    assert found.series("distributions_paid")[3] == 0
    assert found.series("cash_closing")[3] == pytest.approx(15)
    assert found.series("equity_invested")[3] == pytest.approx(65)
    assert found.series("dscr")[3] == pytest.approx(100 / 150)
    assert found.value("senior.cures_total") == pytest.approx(65)
    assert found.value("master_check") == 1


def test_cures_are_limited_in_succession() -> None:
    """One in succession: 2031 is left, 2032 may be cured again, and what 2031 left unpaid keeps it in default."""
    cure = {"default_dscr": 1.10, "cure": {"most_cures": 5}}
    found = paid({2030: 150, 2031: 150, 2032: 150}, cure)
    assert list(found.series("senior.cured_flag")[3:6]) == [1, 0, 1]
    assert list(found.series("senior.covenant_default_flag")[3:6]) == [0, 1, 1]
    assert found.series("senior.own_arrears")[4] == pytest.approx(140 - 100 - 15)


def test_cures_are_limited_in_number() -> None:
    cure = {"default_dscr": 1.10, "cure": {"most_cures": 2, "most_in_succession": 9}}
    found = paid({2030: 150, 2031: 150, 2032: 150}, cure)
    assert list(found.series("senior.cures_made")[3:6]) == [1, 2, 2]
    assert found.series("senior.covenant_default_flag")[5] == 1


def test_over_two_years_an_earlier_cure_counts() -> None:
    """Over 24 months: 250 + 100 lack nothing to 1.10 × 310; 100 + 100 lack 119 to 1.10 × 290, and 2032 builds on it."""
    cure = {"default_dscr": 1.10, "default_months": 24, "cure": {"most_cures": 5, "most_in_succession": 5}}
    found = paid({2030: 150, 2031: 150, 2032: 150}, cure)
    assert found.series("senior.cure_paid")[3:6] == pytest.approx([0, 119, 0])
    assert found.series("senior.covenant_default_cfads")[5] == pytest.approx(100 + 119 + 100)


def test_nothing_is_cured_in_a_good_deal() -> None:
    found = paid({}, {"default_dscr": 1.10, "cure": {"most_cures": 2}})
    assert found.value("senior.cures_total") == 0
    assert found.value("senior.covenant_defaults") == 0


def test_what_cures_a_senior_loan_counts_for_the_junior_one() -> None:
    """2029 and 2030: 140 a year against 160 and 192, then 150 and 180; 1.05 times takes 28 + 33.6, then 17.5 + 31.5."""
    cured = {"default_dscr": 1.05, "cure": {"most_cures": 5, "most_in_succession": 5}}
    second = {"facilities.second": {**JUNIOR, "covenants": cured}}
    found = paid({2029: 190, 2030: 190}, cured, **second)
    assert found.series("senior.cure_paid")[2:4] == pytest.approx([28, 17.5])
    assert found.series("second.cure_paid")[2:4] == pytest.approx([33.6, 31.5])
    assert found.series("second.covenant_default_flag")[2:4] == pytest.approx([0, 0])
    assert found.value("master_check") == 1


def test_what_cured_a_junior_loan_counts_in_later_tests_of_the_senior_one() -> None:
    """Two years tested: of 1.05 × 310 for the senior loan 280 + 61.6 are there in 2030, so that it lacks nothing."""
    cured = {"default_dscr": 1.05, "default_months": 24, "cure": {"most_cures": 5, "most_in_succession": 5}}
    found = paid({2029: 190, 2030: 190}, cured, **{"facilities.second": {**JUNIOR, "covenants": cured}})
    assert found.series("senior.cure_paid")[2:4] == pytest.approx([28, 0])
    assert found.series("second.cure_paid")[2:4] == pytest.approx([33.6, 1.05 * 372 - 280 - 61.6])
