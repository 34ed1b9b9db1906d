"""The page of a portfolio: debt and scenarios first, then the pool, its risks, and what it hangs on."""

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.uncertainty.portfolio_page import portfolio_page
from tests.outputs.uncertainty.pooled import drawn_pool
from tests.pools import cities

ENGLISH = translator("en")
PAGE = portfolio_page(PoolView(drawn_pool(), ENGLISH))


def test_the_banner_says_debt_scenarios_and_what_is_left_out() -> None:
    assert "FROZEN" in PAGE.debt
    assert PAGE.banner[:2] == (
        "1,000 scenarios, seed 7", "In 2 of them a deal has no solution; they are left out.",
    )  # fmt: skip


def test_risks_are_shown_only_where_scenarios_were_run() -> None:
    keys = {part.key for part in PAGE.parts}
    plain = {part.key for part in portfolio_page(PoolView(cities(), ENGLISH)).parts}
    assert keys - plain == {"part-fans", "part-losses", "part-diversification", "part-defaults"}


def test_key_results_of_the_pool_stand_at_the_head() -> None:
    assert [headline.label for headline in PAGE.headlines][:2] == ["Total uses of funds", "Highest debt of the deals"]


def test_every_chart_leads_to_a_table_and_no_two_tables_have_one_address() -> None:
    tables = [block.table.key for part in PAGE.parts for block in part.blocks if block.table]
    figures = [block.figure for part in PAGE.parts for block in part.blocks if block.figure]
    assert {figure.table_key for figure in figures} <= set(tables)
    assert len(tables) == len(set(tables))
