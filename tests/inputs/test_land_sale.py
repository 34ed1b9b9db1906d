"""What is said of land for sale whose instalments or areas do not add up."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

SITES = "type: land_sale, area: 10, price: 5"


def test_land_is_sold_by_the_year_and_its_agent_is_a_party(tmp_path: Path) -> None:
    sites = f"revenue.sites={{{SITES}, sold: 2}}"
    assert said(tmp_path, overrides=[sites]) == []
    assert load(tmp_path, overrides=[sites]).case.revenue["sites"].parties == ("buyers", "agent")


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("sold: -2", "sold", "-2 is below 0"),
        ("sold: 0", "sold", "no land is planned to be sold"),
        ("sold: 2, share_at_signing: 40 %", "share_at_signing", "not said when the rest is paid"),
        ("sold: 2, rest_after_periods: 2", "rest_after_periods", "all is paid at signing"),
        ("sold: 2, share_at_signing: 120 %", "share_at_signing", "above 100 %"),
        ("sold: 2, cost_share: 101 %", "cost_share", "above 100 %"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.sites={{{SITES}, {terms}}}"])
    assert f"revenue.sites.{place}: " in message
    assert what in message


def test_the_grid_reaches_to_the_last_instalment(tmp_path: Path) -> None:
    at_once = load(tmp_path, overrides=[f"revenue.sites={{{SITES}, sold: 2}}"]).case
    later = f"revenue.sites={{{SITES}, sold: 2, share_at_signing: 0.4, rest_after_periods: 3}}"
    assert load(tmp_path, overrides=[later]).case.grid().periods == at_once.grid().periods + 3
