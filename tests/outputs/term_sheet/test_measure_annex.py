"""The annex on blended finance: the measures of each loan and of the deal; none for a deal without support."""

from finmodel.outputs.term_sheet.measure_annex import measure_annex
from finmodel.outputs.term_sheet.view import View


def test_a_deal_with_one_commercial_loan_has_no_such_annex(view: View) -> None:
    assert list(measure_annex(view)) == []


def test_grant_elements_stand_by_loan_at_each_rate(layered: View) -> None:
    (section,) = measure_annex(layered)
    loans = section.tables[0]
    rows = {row.label: row.cells for row in loans.rows}
    assert loans.columns == ("Concessional loan",)
    assert rows["Grant element, DAC"] == layered.texts("development_dac.grant_element_share")
    assert rows["Reaches the least grant element, IMF"] == ("no",)
    assert rows["Subsidy"] == layered.texts("development_market.grant_equivalent")


def test_measures_of_the_deal_say_how_they_are_measured(layered: View) -> None:
    (section,) = measure_annex(layered)
    rows = {row.label: row.cells for row in section.tables[1].rows}
    value, note = rows["Concessionality"]
    assert value == layered.shown("concessionality_share")
    assert str(note).startswith("Subsidy in total divided by total uses")
    assert "Commitment counted" not in rows


def test_the_deal_stands_beside_itself_without_each_instrument(layered: View) -> None:
    (section,) = measure_annex(layered)
    tables = {table.key: table for table in section.tables}
    without = tables["table-with-and-without"].columns
    assert without == (
        "With all support",
        "Without Concessional loan",
        "Without Preparation grant",
        "Without Capital grant",
        "Without First-loss guarantee",
    )
    assert tables["table-support-moves"].stub == "Party"
    assert tables["table-support-first_loss"].rows[0].label == "No risk happens"
