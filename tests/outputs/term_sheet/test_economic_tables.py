"""What is shown of the appraisal: shares, haircuts, groups, and a reason for each conversion factor."""

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.table import Cell, Table
from finmodel.outputs.term_sheet.economic_tables import appraised, economic_tables, emission_tables
from finmodel.outputs.term_sheet.view import View
from tests.economic_deal import appraised_deal


def tables() -> dict[str, Table]:
    view = View(appraised_deal(), translator("en"))
    return {table.key: table for table in (*economic_tables(view), *emission_tables(view))}


def number(cells: tuple[Cell, ...]) -> float:
    """The number in the first column."""
    assert isinstance(cells[0], float)
    return cells[0]


def test_the_internal_rate_stands_under_the_rates() -> None:
    table = tables()["table-economics"]
    assert table.columns == ("At the lower rate", "At the social discount rate", "At the higher rate")
    assert table.rows[-1].cells == ("", appraised_deal().values["economic_irr"], "")


def test_benefits_are_shown_with_their_share_and_their_haircut_and_add_up() -> None:
    rows = {row.label: row.cells for row in tables()["table-benefits"].rows}
    assert rows["Crashes"][2] == "50.0%"
    assert rows["Economic benefits"][1] == "100.0%"
    added = sum(number(cells) for label, cells in rows.items() if label != "Economic benefits")
    assert added == pytest.approx(number(rows["Economic benefits"]))


def test_every_conversion_factor_has_its_reason() -> None:
    shown = tables()["table-conversion"].rows
    assert [row.label for row in shown if row.kind == "heading"] == [
        "Capital expenditure", "Operating expenditure", "Revenue", "Transfers",
    ]  # fmt: skip
    rows = {row.label: row.cells for row in shown}
    assert rows["Plant"][1:2] + rows["Plant"][3:] == ("0.980", "60.0% traded; 40.0% not traded, at 0.950")
    assert rows["Staff"][3] == "90.0% labour, at the shadow wage; 10.0% not traded, at 0.950"
    assert rows["Payment"][3] == "As stated in the case"
    assert rows["Tax"][3] == "Transfer: changes hands and uses nothing up"


def test_a_group_is_named_by_the_party_that_it_is() -> None:
    assert [row.label for row in tables()["table-groups"].rows][:2] == ["Users", "Environment"]


def test_emissions_are_shown_with_the_share_avoided() -> None:
    (row,) = tables()["table-emissions"].rows
    assert (row.label, row.cells[-1]) == ("Fuel", "97.0%")


def test_a_case_without_an_appraisal_has_none_of_it(view: View) -> None:
    assert not appraised(view)
    assert list(emission_tables(view)) == []
