"""The appraisal on the screen: every table and the terms, under the title of the case."""

from finmodel.outputs.economics_text import economics_lines
from finmodel.outputs.language import translator
from tests.economic_deal import appraised_deal


def test_tables_and_terms_stand_under_the_title() -> None:
    lines = list(economics_lines(appraised_deal(), translator("en")))
    assert lines[0] == "Small deal · KZT million"
    for caption in ("Economic results", "Benefits to society", "Who benefits", "Greenhouse gases"):
        assert caption in lines
    assert "Values not verified:" in lines
