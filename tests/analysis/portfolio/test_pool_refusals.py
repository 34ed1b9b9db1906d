"""Issues outside the years of a pool, and tranches of no debt, are refused where they stand."""

from pathlib import Path

import pytest

from finmodel.errors import CaseError
from finmodel.portfolio import pool_deals
from tests.pools import SMALL, small_pool

TRANCHES = "tranches: {a: {size: 80 %, coupon: 5 %}, b: {size: 20 %, coupon: 0}}"


def refused(folder: Path, text: str) -> str:
    small_pool(folder, SMALL + text)
    with pytest.raises(CaseError) as caught:
        pool_deals(folder)
    return str(caught.value).replace(f"{folder}/", "")


def test_a_bond_is_issued_while_there_is_a_pool(tmp_path: Path) -> None:
    said = refused(tmp_path, "green_bond: {amount: 5, coupon: 9 %, issue_year: 2020, tenor_years: 3}\n")
    assert said.startswith(
        "portfolio.yaml:5:50: green_bond.issue_year: 2020 is outside the years of the pool; give a year from 2027 to "
    )


def test_tranches_of_debt_need_debt(tmp_path: Path) -> None:
    said = refused(tmp_path, f"tranching: {{issue_year: 2039, tenor_years: 3, {TRANCHES}}}\n")
    assert said.endswith(
        "no deal owes anything at the end of 2039; choose a year in which debt is drawn, or state amount"
    )
