"""Procurement of innovation in the term sheet: terms and values by side; nothing where there is none."""

from functools import cache

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.inputs.stated_words import stated_words
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.innovation_terms import innovation_sections
from finmodel.outputs.term_sheet.view import View
from tests.model.innovation.innovation_case import innovation_deal
from tests.model.small_case import small_case, small_model


@cache
def pilot() -> View:
    details = {"stated_words": stated_words(small_case(innovation_deal()))}
    about = About("pilot", "Pilot", "KZT million", details)
    return View(evaluate(small_model(innovation_deal()), about), translator("en"))


def test_values_stand_by_side_and_add_up() -> None:
    (section,) = innovation_sections(pilot())
    terms, values = section.lead
    assert "Probability that the pilot succeeds" in [row.label for row in terms.rows]
    assert values.columns == ("City", "Company", "Together")
    rows = {row.label: row.cells for row in values.rows}
    assert rows["Pilot, present value"] == pytest.approx((-647.9339, -347.9339, -995.8678), abs=1e-4)
    assert rows["Scaled, if it fails"][2] == pytest.approx(-669.7971, abs=1e-4)
    assert rows["Value of the option to scale"][2] == pytest.approx(332.1308, abs=1e-4)


def test_a_case_that_is_no_pilot_has_no_such_section(view: View) -> None:
    assert innovation_sections(view) == []
