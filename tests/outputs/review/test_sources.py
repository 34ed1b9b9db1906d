"""Figures of a review with their sources: the unverified ones apart, others only of the headings it rests on."""

from finmodel.outputs.language import translator
from finmodel.outputs.review.sources import sources_tables, unverified_counts
from finmodel.outputs.term_sheet.view import View
from finmodel.questions import review_case
from tests.analysis.review.cases import COMPLIANT


def test_unverified_figures_stand_apart_with_their_sources(view: View) -> None:
    unverified, others = sources_tables(view)
    assert {record["status"] for record in unverified.records} == {"unverified"}
    assert "unverified" not in {record["status"] for record in others.records}
    assert len(unverified.rows) == unverified_counts(view)[0]


def test_of_other_headings_only_what_is_unverified_is_told(view: View) -> None:
    _, others = sources_tables(view)
    headings = {str(record["path"]).partition(".")[0] for record in others.records}
    assert headings == {"carbon_prices", "emissions", "economics", "green"}


def test_defaults_are_counted_apart_from_what_is_stated(view: View) -> None:
    found, stated = unverified_counts(view)
    assert found > stated


def test_figures_of_a_project_are_told_by_its_label_in_every_language() -> None:
    review = review_case(COMPLIANT)
    for lang, words in (
        ("en", "Solar plant: Renewable electricity generated: With the project"),
        ("ru", "Solar plant: "),
    ):
        tables = {table.key: table for table in sources_tables(View(review.results, translator(lang)))}
        told = {str(record["path"]): str(record["figure"]) for record in tables["sources"].records}
        assert told["green.projects.solar.indicators.electricity_generated.with_project"].startswith(words)
        assert told["green.allocations.solar_2027.amount"].startswith("Solar plant, 2027: ")
