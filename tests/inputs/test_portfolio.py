"""A portfolio file says what is wrong with itself, all at once."""

from pathlib import Path

from tests.pools import CASES, SMALL, pool_said

KIOSKS = CASES / "wifi_kiosks"


def test_the_small_pool_has_no_problem(tmp_path: Path) -> None:
    assert pool_said(tmp_path, SMALL) == []


def test_a_key_that_is_none_and_a_group_that_only_some_name_are_told_together(tmp_path: Path) -> None:
    text = SMALL.replace("sector: kiosks, city: shymkent", "sectr: kiosks, city: shymkent")
    said = pool_said(tmp_path, text)
    assert [line.split(": ", 2)[1:] for line in said] == [
        ["cases.south", "states no sector, and north does; add sector: to every case, or to none"],
        ["cases.south.sectr", "is not a key of south; did you mean sector?"],
    ]


def test_the_pool_s_own_currency_is_not_converted(tmp_path: Path) -> None:
    assert pool_said(tmp_path, SMALL + "currencies: {KZT: {rate: 1}}\n") == [
        "portfolio.yaml:5:19: currencies.KZT: is the currency of the pool; take it out"
    ]


def test_a_rate_of_exchange_has_years(tmp_path: Path) -> None:
    said = pool_said(tmp_path, SMALL + "currencies: {USD: {rate: [480, 500]}}\n")
    assert "currencies.USD.rate: lists periods, and the pool has calendar years" in said[0]


def test_no_case_is_no_pool(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("cases:")] + "cases: {}\n"
    assert pool_said(tmp_path, text) == ["portfolio.yaml:2:8: cases: is empty; name the case files that are pooled"]


def test_cash_is_promised_once(tmp_path: Path) -> None:
    bond = "green_bond: {amount: 5, coupon: 9 %, issue_year: 2029, tenor_years: 3, paid_from: cfads}\n"
    assert pool_said(tmp_path, f"{SMALL}{bond}trust: {{}}\n") == [
        "portfolio.yaml:5:83: green_bond.paid_from: is cfads, of which the distributions that pay for trust are a part"
        "; write distributions, or pay both from cfads"
    ]
