"""What is said of development rights that nobody would pay for."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

TERMS = "offered: 100, auction_price: 0.3, floor_area_gain: 1.2, sale_price: 1, build_cost: 0.5"


def messages(folder: Path, terms: str) -> list[str]:
    return said(folder, overrides=[f"land={{development_rights: {{towers: {{{terms}}}}}}}"])


def test_rights_with_something_left_for_land_are_a_good_case(tmp_path: Path) -> None:
    assert messages(tmp_path, f"{TERMS}, margin: 20 %, supply: 500, sold_share: 57.6 %") == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        (f"{TERMS}, margin: 50 %", "sale_price", "after the margin 0.5 is left, and building costs 0.5"),
        (f"{TERMS}, margin: 20 %, sold_share: 120 %", "sold_share", "120 % is above 100 %"),
        (f"{TERMS}, margin: 20 %, supply: -1", "supply", "-1 is below 0"),
        (TERMS, "margin", "is missing"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = messages(tmp_path, terms)
    assert f"land.development_rights.towers.{place}: " in message
    assert what in message
