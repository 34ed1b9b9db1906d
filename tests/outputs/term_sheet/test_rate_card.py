"""Rate card: what is measured, against what, by whom it is verified and when, for each outcome."""

from finmodel.outputs.term_sheet.rate_card import rate_card
from finmodel.outputs.term_sheet.stated_terms import groups_of
from finmodel.outputs.term_sheet.view import View


def test_the_card_has_the_fields_of_a_contract_for_outcomes(paid: View) -> None:
    outcomes = next(group for group in groups_of(paid, "revenue", "signals") if group.key == "outcomes")
    (table,) = rate_card(paid, outcomes)
    found = {row.label: row.cells for row in table.rows}
    assert table.caption == "Adaptive signals: rate card"
    assert table.columns == ("Time saved", "Accidents", "Requests")
    assert found["What is measured"][1] == "Accidents with injuries a year"
    assert found["Unit of measurement"] == ("vehicle-hours a day", "", "points")
    assert found["Source of data"][0] == "Probe data of navigators"
    assert found["How often it is measured"][0] == "Every month"
    assert found["How it is attributed"][0] == "Against comparable streets"
    assert found["Baseline"] == ("0", "300", "60")
    assert found["Target level"] == ("", "240", "")
    assert found["Verifier"] == ("City University",) * 3
    assert found["Verified after, in periods"] == ("1",) * 3
    assert str(found["Cap a year"][0]).startswith("KZT")
