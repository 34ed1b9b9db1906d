"""Pricing of bonds in the term sheet: at issue, at other yields, in trades."""

from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.bond_pricing import bond_pricing_annex
from finmodel.outputs.term_sheet.view import View
from tests.runs import results_of

ISSUANCE = Path(__file__).parents[2] / "inputs" / "good_issuance.yaml"


def test_bonds_are_priced_at_issue_and_at_other_yields() -> None:
    at_issue, prices = bond_pricing_annex(View(results_of(ISSUANCE), translator("en"))).tables
    said = {row.label: row.cells for row in at_issue.rows}
    assert said["Clean price"] == ("99.0000",)
    assert str(said["Yield to maturity"][0]).startswith("12.41")
    moved = {row.label: row.cells for row in prices.rows}
    assert moved["0"] == ("12.41%", "99.0000")
    assert float(str(moved["+100 basis points"][1])) < 97
    assert len(prices.rows) == 9


def test_trades_of_a_bond_stand_in_a_table_of_their_own() -> None:
    trade = "bonds.green_2029.trades={spring: {settlement_date: 2027-05-01, yield_rate: 14 %}}"
    section = bond_pricing_annex(View(results_of(ISSUANCE, overrides=(trade,)), translator("en")))
    assert [table.key for table in section.tables] == ["table-pricing", "table-prices", "table-trades"]
