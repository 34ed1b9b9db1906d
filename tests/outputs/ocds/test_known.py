"""What the export is made from: whole currency, periods to the second, and nothing that is unknown."""

from datetime import date

from finmodel.outputs.ocds.known import between, known, moment, share
from finmodel.results import Period
from tests.outputs.ocds.deal import deal


def test_amounts_are_in_whole_units_of_the_currency() -> None:
    assert deal().money(1.5) == {"amount": 1_500_000, "currency": "KZT"}


def test_nothing_is_no_amount() -> None:
    assert deal().money(None) is None
    assert deal().money(0.0) is None


def test_a_period_begins_and_ends_to_the_second() -> None:
    year = Period(date(2027, 7, 1), date(2027, 12, 31))
    assert between(year, year) == {"startDate": "2027-07-01T00:00:00Z", "endDate": "2027-12-31T23:59:59Z"}
    assert moment(date(2028, 2, 29), ends=True) == "2028-02-29T23:59:59Z"


def test_ratios_are_decimal_fractions_without_noise() -> None:
    assert (share(0.1 + 0.2), share(None)) == (0.3, None)


def test_what_is_unknown_is_left_out_and_zero_is_known() -> None:
    assert known({"a": None, "b": "", "c": [], "d": {}, "e": 0, "f": False}) == {"e": 0, "f": False}


def test_words_days_series_and_parties_are_those_of_the_case() -> None:
    assert deal().words("project", "sector") == "Water supply"
    assert deal().words("project", "honest_note") == ""
    assert deal().day("completion_date") == date(2028, 6, 30)
    assert set(deal().series("senior.margin")) == {0.02}
    assert deal().party("city") == {"id": "city", "name": "Akimat of Alatau City"}
