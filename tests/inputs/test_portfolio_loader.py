"""A portfolio is loaded with its cases; problems of the file and of every case are told at once."""

import shutil
from pathlib import Path

import pytest

from finmodel.errors import CaseError, UsageError
from finmodel.inputs.portfolio_loader import load_portfolio
from tests.pools import CASES, CITIES, SMALL, pool_said, small_pool

HEAD = "portfolio: {title: X, currency: USD, money: million, discount_rate: 15 %}\n"


def test_cases_are_found_from_the_folder_of_the_portfolio() -> None:
    found = load_portfolio(CITIES)
    assert found.name == "portfolio_cities"
    assert list(found.deals) == list(found.portfolio.cases)
    assert load_portfolio(CITIES / "portfolio.yaml").hashes == found.hashes


def test_everything_wrong_with_the_cases_is_told_at_once_where_it_stands(tmp_path: Path) -> None:
    text = HEAD + (
        f"cases:\n  a: {{file: {CASES / 'wifi_kiosks'}, set: {{timing.delay: 3}}}}\n  b: {{file: nowhere}}\n"
        f"  c: {{file: {CASES / 'municipal_green_bond'}}}\n  d: {{file: {CASES / 'wifi_kiosks'}}}\n"
    )
    said = pool_said(tmp_path, text)
    assert [line.split(": ", 2)[1] for line in said] == [
        "cases.a.set.timing.delay",
        "cases.b.file",
        "cases.c.file",
        "cases.d",
    ]
    assert "there is no delay in timing" in said[0]
    assert said[1].endswith("there is no case nowhere; give the case file, or its folder, from the portfolio's folder")
    assert said[2].endswith("is an issuance of bonds, and a portfolio pools projects; name the case of a project")
    assert said[3].endswith(
        "is in KZT, and the portfolio does not say what that is worth in USD; state currencies.KZT.rate"
    )


def test_a_problem_of_a_case_file_stands_in_that_file(tmp_path: Path) -> None:
    case = tmp_path / "bad.yaml"
    case.write_text(
        (CASES / "wifi_kiosks" / "case.yaml").read_text("utf-8").replace("currency: KZT", "curency: KZT"), "utf-8"
    )
    said = pool_said(tmp_path, HEAD + "cases: {a: {file: bad.yaml}}\n")
    assert said[0].startswith("bad.yaml:")
    assert "did you mean currency?" in said[0]


def test_a_currency_of_no_case_is_told(tmp_path: Path) -> None:
    said = pool_said(tmp_path, SMALL + "currencies: {EUR: {rate: 550}}\n")
    assert said == ["portfolio.yaml:5:19: currencies.EUR: is the currency of no case; take it out"]


def test_figures_can_be_changed_for_the_portfolio(tmp_path: Path) -> None:
    found = small_pool(
        tmp_path,
        SMALL.replace(
            "sector: kiosks, city: almaty", "sector: kiosks, city: almaty, set: {timing.operation_months: 96}"
        ),
    )
    assert found.deals["north"].case.timing.operation_months.number == 96
    assert found.deals["south"].case.timing.operation_months.number != 96


def test_a_folder_of_cases_is_a_pool_of_all_of_them(tmp_path: Path) -> None:
    for name in ("wifi_kiosks", "alatau_districts"):
        shutil.copytree(CASES / name, tmp_path / name)
    found = load_portfolio(tmp_path)
    assert [(name, member.share.number) for name, member in found.portfolio.cases.items()] == [
        ("alatau_districts", 1.0), ("wifi_kiosks", 1.0)]  # fmt: skip
    assert (found.portfolio.portfolio.money, found.scale("wifi_kiosks")) == ("billion", 0.001)
    rates = [deal.case.valuation.project_discount_rate.number for deal in found.deals.values()]
    assert found.portfolio.portfolio.discount_rate.number == pytest.approx(sum(rates) / 2)


def test_a_folder_of_cases_in_several_currencies_needs_a_portfolio_file(tmp_path: Path) -> None:
    for name in ("wifi_kiosks", "alatau_gate_lighting"):
        shutil.copytree(CASES / name, tmp_path / name)
    file = tmp_path / "wifi_kiosks" / "case.yaml"
    file.write_text(file.read_text("utf-8").replace("currency: KZT", "currency: USD"), "utf-8")
    with pytest.raises(CaseError, match=r"does not say what that is worth in KZT; state currencies\.USD\.rate"):
        load_portfolio(tmp_path)


def test_a_folder_with_an_issuance_needs_a_portfolio_file(tmp_path: Path) -> None:
    for name in ("wifi_kiosks", "municipal_green_bond"):
        shutil.copytree(CASES / name, tmp_path / name)
    with pytest.raises(
        CaseError, match=r"is an issuance of bonds, .*; write a portfolio\.yaml that names the cases of"
    ):
        load_portfolio(tmp_path)


def test_an_empty_folder_is_no_pool(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no portfolio\.yaml and no case file"):
        load_portfolio(tmp_path)
