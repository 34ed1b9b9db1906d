"""Calendar years: a period belongs to the year in which it ends; flows are added, of balances the last counts."""

from datetime import date

from finmodel.results import Period
from finmodel.yearly import Gather, by_year, years

PERIODS = [
    Period(date(2027, 7, 1), date(2027, 12, 31)),
    Period(date(2028, 1, 1), date(2028, 6, 30)),
    Period(date(2028, 7, 1), date(2028, 12, 31)),
]


def test_a_period_belongs_to_the_year_in_which_it_ends() -> None:
    assert years(PERIODS) == {2027: [0], 2028: [1, 2]}


def test_flows_of_a_year_are_added() -> None:
    assert by_year([1.0, 2.0, 3.0], PERIODS, Gather.SUM) == (1.0, 5.0)


def test_of_balances_the_last_of_the_year_counts() -> None:
    assert by_year([1.0, 2.0, 3.0], PERIODS, Gather.LAST) == (1.0, 3.0)


def test_of_ratios_the_lowest_of_the_year_counts_and_blanks_are_passed_over() -> None:
    assert by_year([None, 1.4, 1.3], PERIODS, Gather.LOWEST) == (None, 1.3)
    assert by_year([1.2, None, 1.3], PERIODS, Gather.LOWEST) == (1.2, 1.3)


def test_a_year_of_blanks_is_blank() -> None:
    assert by_year([None, None, None], PERIODS, Gather.SUM) == (None, None)
