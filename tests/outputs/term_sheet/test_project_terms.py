"""Parties, the PPP agreement and governing law: named by the case, or left open."""

from dataclasses import replace

from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.project_terms import closing_sections, parties_section, vehicle_section
from finmodel.outputs.term_sheet.view import View


def terms(section: Section) -> dict[str, tuple[str, ...]]:
    return {term.label: term.texts for term in section.terms}


def closing(view: View, key: str) -> dict[str, tuple[str, ...]]:
    return terms(next(section for section in closing_sections(view) if section.key == key))


def test_parties_are_named_by_the_case_and_a_missing_one_is_left_open(view: View) -> None:
    found = terms(parties_section(view))
    assert found["Public partner"] == ("Alatau City Authority",)
    assert found["Agent"] == ()


def test_a_name_that_only_repeats_the_role_is_no_name(view: View) -> None:
    assert terms(parties_section(view))["Sponsors"] == ()


def test_parties_without_a_role_in_the_loan_are_listed_together(view: View) -> None:
    assert "Advisers and designers" in terms(parties_section(view))["Other parties"]


def test_without_words_every_party_is_left_open(view: View) -> None:
    silent = View(replace(view.results, details={}), view.language)
    assert set(terms(parties_section(silent)).values()) == {()}


def test_the_ppp_terms_state_operation_and_who_pays(view: View) -> None:
    found = closing(view, "ppp")
    assert "180\N{NO-BREAK SPACE}months" in found["Operation"][0]
    assert found["Payments"] == ("Availability payment – Alatau City Authority",)


def test_governing_law_is_worded_by_the_case(view: View) -> None:
    assert closing(view, "law")["Governing law"] == ("AIFC law (English common law)",)


def test_the_tax_regime_assumed_is_said(view: View) -> None:
    assert closing(view, "change_of_law")["Tax regime assumed"] == ("Special economic zone, then the standard rate",)


def test_several_lenders_and_shareholders_are_named_with_what_they_lend_and_hold(layered: View) -> None:
    terms = {term.label: term.texts for term in parties_section(layered).terms}
    assert terms["Lenders"][0] == "Astana Commercial Bank – Commercial senior loan"
    assert len(terms["Lenders"]) == 4
    assert terms["Sponsors"] == ("Hub Sponsors 80.0%", "Smart Systems Holding 20.0%")


def test_the_home_of_the_company_is_told_with_what_nobody_has_verified(layered: View, view: View) -> None:
    assert vehicle_section(view) == []
    (section,) = vehicle_section(layered)
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Courts"] == ("AIFC Court",)
    assert terms["To be confirmed: tax"][0].endswith("(unverified)")


def test_an_only_lender_is_named_whatever_it_is_called(view: View) -> None:
    """The lender of the one facility, not a party that happens to be called senior_lender."""
    lent = {key: line for key, line in view.results.graph.lines.items() if line.name != "senior.drawdown"}
    drawdown = view.results.graph.lines["senior.drawdown"]
    tags = {**drawdown.tags, "payer": "city_bank"}
    graph = replace(view.results.graph, lines={**lent, "senior.drawdown": replace(drawdown, tags=tags)})
    details = {**view.results.details, "parties": {"city_bank": "City Bank"}}
    found = parties_section(View(replace(view.results, graph=graph, details=details), view.language))
    assert terms(found)["Lender"] == ("City Bank",)
