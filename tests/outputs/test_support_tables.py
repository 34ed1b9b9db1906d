"""Support in tables: every row under its name, with and without side by side, and the answer in a sentence."""

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.support_tables import (
    answer_text,
    measures_table,
    minimum_table,
    moved_table,
    risk_tables,
    with_and_without_table,
)
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results
from tests.outputs.support_case import supported


def view(results: Results | None = None) -> View:
    return View(results or supported(), translator("en"))


def test_measures_stand_under_their_names() -> None:
    rows = {row.label: row.cells[0] for row in measures_table(view()).rows}
    assert rows["Concessionality"] == supported().values["concessionality_share"]
    assert rows["Cost of debt"] == supported().values["cost_of_debt_average"]
    assert "Private ÷ own account" in rows


def test_the_deal_stands_with_all_support_and_without_each() -> None:
    table = with_and_without_table(view())
    assert table.columns == ("With all support", "Without Soft loan", "Without Cover")
    irr = table.rows[0]
    assert irr.label == "Equity IRR"
    assert irr.cells[0] == pytest.approx(supported().values["equity_irr"])
    assert isinstance(irr.cells[1], float)
    assert irr.cells[1] < (supported().values["equity_irr"] or 0)


def test_what_moves_adds_to_zero_and_is_told_for_each_unit() -> None:
    table = moved_table(view())
    heading = next(n for n, row in enumerate(table.rows) if row.kind == "heading")
    money = [row.cells[0] for row in table.rows[: heading - 1]]
    units = {row.label: row.cells[0] for row in table.rows[heading + 1 :]}
    assert sum(x for x in money if isinstance(x, float)) == pytest.approx(0, abs=1e-4)
    assert units["Concessional lender"] == pytest.approx(-1)


def test_each_instrument_has_a_table_by_risk() -> None:
    soft, cover = risk_tables(view())
    assert cover.caption == "What Cover moves in the deal as signed"
    assert [row.label for row in soft.rows] == ["No risk happens", "R1 Less revenue"]
    assert cover.rows[0].cells[0] == "n/a"
    assert cover.rows[1].cells[0] not in ("n/a", "–")


def test_the_answer_is_one_sentence() -> None:
    assert answer_text(view()).startswith("The least support that is enough: Soft loan: Base rate ")
    assert answer_text(view()).endswith("The binding limit is: Target equity IRR 40.00%, reached: 40.00%.")
    none = answer_text(view(supported(irr=0.1)))
    assert none == "None needed: every target is reached with Soft loan: Base rate 15.00%, without the support sought."
    said = answer_text(view(supported(dscr=3.0)))
    assert said.startswith("Not reachable: the binding limit is: Target lowest DSCR 3.00x, reached: ")


def test_the_lever_and_every_target_stand_beside_what_is_reached() -> None:
    table = minimum_table(view())
    rows = {row.label: row.cells for row in table.rows}
    assert table.columns == ("Target", "Without", "Least support", "Most support")
    assert rows["Soft loan: Base rate"][1] == 0.15
    assert rows["Target equity IRR"][0] == 0.40
    assert rows["Target equity IRR"][2] == pytest.approx(0.40)
    assert minimum_table(view(supported(dscr=3.0))).columns[2] == "Nearest"
