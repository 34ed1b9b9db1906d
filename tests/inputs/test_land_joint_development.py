"""What is said of a plot granted too late, and of a share in a profit that nobody states."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said

TERMS = "land: plot, area: 10, value_before: 20, value_after: 50, market_growth: 5 %, premium: 50 %"


def messages(folder: Path, terms: str) -> list[str]:
    return said(folder, overrides=[f"land={{joint_development: {{plot: {{{TERMS}, {terms}}}}}}}"])


def test_a_plot_with_a_premium_and_a_share_of_profit_is_a_good_case(tmp_path: Path) -> None:
    assert messages(tmp_path, "granted_month: 24, profit_share: 25 %, sales: 90, costs: 60") == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("granted_month: 100", "granted_month", "month 100 is after the model's last, 84"),
        ("granted_month: 24, profit_share: 25 %", "profit_share", "no sales are stated"),
        ("granted_month: 0", "granted_month", "0 is below 1"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = messages(tmp_path, terms)
    assert f"land.joint_development.plot.{place}: " in message
    assert what in message
