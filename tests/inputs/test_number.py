"""Single values: numbers, percentages, days and years as a case file writes them."""

from datetime import date

import pytest

from finmodel.inputs.number import BadValueError, as_day, day_number, parse_day, parse_number, parse_year, shown
from finmodel.units import Unit


@pytest.mark.parametrize(
    ("raw", "unit", "number"),
    [
        (12, Unit.MONEY, 12.0),
        (-0.5, Unit.MONEY, -0.5),
        (1e6, Unit.COUNT, 1_000_000.0),
        ("12 %", Unit.RATE, 0.12),
        ("12%", Unit.SHARE, 0.12),
        ("-3.5 %", Unit.RATE, -0.035),
        ("7\u00a0%", Unit.RATE, 0.07),
        (True, Unit.FLAG, 1.0),
        (False, Unit.FLAG, 0.0),
    ],
)
def test_a_number_is_read_as_it_is_written(raw: object, unit: Unit, number: float) -> None:
    assert parse_number(raw, unit) == number


def test_a_percentage_is_the_number_nearest_to_what_is_written() -> None:
    assert parse_number("5.7 %", Unit.RATE) == 0.057
    assert parse_number("0.1 %", Unit.RATE) == 0.001


@pytest.mark.parametrize(
    ("raw", "remedy"),
    [
        ("1 000", "write 1000,"),
        ("1\u202f000\u202f000", "write 1000000,"),
        ("1,5", "write 1.5,"),
        ("1,000", "write 1000,"),
        ("1,000.5", "write 1000.5,"),
        ("1.000,5", "write 1000.5,"),
        ("1.000.000", "write 1000000,"),
        ("1_000", "write 1000,"),
        ("1'000", "write 1000,"),
        ("\u22125", "write -5,"),
        ("12", "write 12 without quotes"),
        ("12 years", "write 12 alone"),
        ("about ten", "write a number"),
        ("", "write a number"),
        (None, "write a number"),
        (True, "write a number"),
        ([1], "write a number"),
        (float("nan"), "write a number"),
        (float("inf"), "write a number"),
        (10**400, "write a number below 1e15"),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_write(raw: object, remedy: str) -> None:
    with pytest.raises(BadValueError) as refused:
        parse_number(raw, Unit.MONEY)
    assert refused.value.remedy.startswith(remedy)
    assert str(refused.value) == f"{refused.value.what}; {refused.value.remedy}"


def test_a_day_is_its_serial_number() -> None:
    assert parse_day("2027-01-01") == 46388
    assert parse_day(date(2027, 1, 1)) == 46388
    assert as_day(46388) == date(2027, 1, 1)
    assert day_number(date(1900, 3, 1)) == 61


@pytest.mark.parametrize("raw", ["2027-02-29", "2027-00-10", "2027-04-31", "1.2.2027", "2027", "27-01-01", None, 5, ""])
def test_what_is_no_day_is_refused(raw: object) -> None:
    with pytest.raises(BadValueError):
        parse_day(raw)


def test_the_leap_day_exists_in_leap_years_only() -> None:
    assert as_day(parse_day("2028-02-29")) == date(2028, 2, 29)
    with pytest.raises(BadValueError, match="February 2100 has 28 days"):
        parse_day("2100-02-29")


def test_a_year_is_four_digits_between_1900_and_2200() -> None:
    assert parse_year("2027") == parse_year(2027) == 2027
    for raw in ("27", "1899", 2201, True, "year", 2027.0):
        with pytest.raises(BadValueError):
            parse_year(raw)


def test_a_value_is_quoted_short_and_without_what_cannot_be_seen() -> None:
    assert shown("a\nb\x07") == '"a\ufffdb\ufffd"'
    assert len(shown("x" * 500)) <= 42
    raws: list[object] = [None, True, {}, [], 2.50, 12]
    assert list(map(shown, raws)) == ["nothing", "true", "a mapping", "a list", "2.5", "12"]
