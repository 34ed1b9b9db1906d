"""The schedules of bonds: by day for each of them, by period for all."""

from functools import cache
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.bond_schedule import schedule_annex
from finmodel.outputs.term_sheet.view import View
from tests.runs import results_of

ISSUANCE = Path(__file__).parents[2] / "inputs" / "good_issuance.yaml"


@cache
def seen() -> View:
    return View(results_of(ISSUANCE), translator("en"))


def test_each_bond_has_a_row_for_its_issue_and_for_every_payment() -> None:
    table = schedule_annex(seen()).tables[0]
    assert [row.label for row in table.rows][:2] == ["15\xa0Sep\xa02026", "15\xa0Mar\xa02027"]
    assert [row.cells[1] for row in table.rows] == ["–", *["60.0"] * 6]
    assert table.rows[-1].cells[2] == "1,000.0"


def test_all_bonds_stand_together_by_period() -> None:
    table = schedule_annex(seen()).tables[-1]
    assert "Paid in by the issuer's own funds" in table.columns
    assert len(table.rows) == 7
