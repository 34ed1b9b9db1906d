"""The annex on risk sharing stands where the case states risks, and only there."""

from dataclasses import replace

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.risk_annex import risk_annex
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.term_sheet.writer import render_term_sheet
from finmodel.results import Results, RiskSharing


def test_the_annex_has_findings_the_matrix_and_who_bears_what(view: View) -> None:
    (annex,) = risk_annex(view)
    assert annex.title == "Risk sharing"
    assert [table.key for table in annex.tables] == ["table-risk-matrix", "table-risk-sharing", "table-risk-words"]
    assert annex.terms[0].label == "Findings"
    assert len(annex.terms[0].texts) == 5
    assert "falls on the private side" in annex.note


def test_a_case_without_risks_has_no_such_annex(lighting: Results) -> None:
    plain = View(replace(lighting, risk_sharing=RiskSharing()), translator("en"))
    assert list(risk_annex(plain)) == []


def test_risks_borne_as_intended_are_said_to_be(lighting: Results) -> None:
    as_meant = [replace(risk, findings=()) for risk in lighting.risk_sharing.risks]
    results = replace(lighting, risk_sharing=replace(lighting.risk_sharing, risks=as_meant))
    (annex,) = risk_annex(View(results, translator("en")))
    assert annex.terms[0].texts == ("Every computed risk is borne as intended.",)


def test_the_term_sheet_shows_it_in_its_language(lighting: Results) -> None:
    text = render_term_sheet(lighting, "kk")
    assert "Тәуекелдерді бөлу" in text
    assert "Қай тәуекелді кім көтереді" in text
