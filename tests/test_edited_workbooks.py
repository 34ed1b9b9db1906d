"""A workbook that a reader has edited: figures typed into its input cells size the debt again, as the engine does."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.results import Results
from tests.outputs.workbook.agreement import disagreements
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import Cells, planted, together_by_libreoffice
from tests.runs import results_of

CASE = Path(__file__).parents[1] / "cases" / "alatau_gate_lighting" / "case.yaml"

TYPED = {
    "senior.margin": 0.055,
    "luminaires.unit_cost": 0.75,
    "senior.tenor_months": 150.0,
    "construction_months": 24.0,
    "street_lighting.amount": 3300.0,
}
"""Five figures as a reader might type them over those of the case."""

pytestmark = pytest.mark.slow


@cache
def lighting() -> Results:
    return results_of(CASE)


def typed_over(folder: Path) -> list[Cells]:
    """The cells of the case's own workbook, five of its inputs typed over and nothing else touched, recalculated.

    First as it is, then with the switch turned that holds the debt.
    """
    path, held = folder / "edited.xlsx", folder / "held.xlsx"
    write_workbook(lighting(), path, cached=planted)
    book = openpyxl.load_workbook(path)
    for name, value in TYPED.items():
        sheet, cell = book.defined_names[f"in_{name}"].attr_text.replace("$", "").split("!")
        assert not str(book[sheet.strip("'")][cell].value).startswith("="), f"{name} is a formula"
        book[sheet.strip("'")][cell] = value
    book.save(path)
    switch = next(row for row in book["Inputs"].iter_rows() if row[2].value == "frozen~switch")
    switch[5].value = 1
    book.save(held)
    return together_by_libreoffice([path, held])


def expected(*, held: bool) -> Results:
    base = replace(lighting(), frozen=held)
    return with_inputs(base, **{name.replace(".", "__"): value for name, value in TYPED.items()})


def test_figures_typed_into_the_workbook_size_the_debt_again_or_with_the_switch_turned_leave_it_as_signed(
    tmp_path: Path,
) -> None:
    sized, frozen = expected(held=False), expected(held=True)
    assert sized.values["senior.commitment"] != pytest.approx(lighting().values["senior.commitment"], rel=0.01)
    assert frozen.values["senior.commitment"] == lighting().values["senior.commitment"]
    sized_again, as_signed = typed_over(tmp_path)
    assert disagreements(sized_again, sized, tolerance=1e-8) == []
    assert disagreements(as_signed, frozen, tolerance=1e-8) == []
