"""The pack put together: what it is, its facts, and the figures at its head."""

from dataclasses import replace

from finmodel.inputs.text import Text
from finmodel.outputs.review.document import Pack
from finmodel.review import ReviewColumn, ReviewRow, ReviewTable
from tests.outputs.review.packs import faulty_review, pack_of


def headlines(pack: Pack) -> dict[str, tuple[str, str]]:
    return {each.label: (each.value, each.remark) for each in pack.headlines}


def test_the_head_counts_findings_components_and_verdicts(faulty: Pack) -> None:
    found = headlines(faulty)
    assert found["Findings"] == ("4", "of which 2 must be corrected")
    assert found["Components stated"] == ("3 of 6", "")
    assert found["Eligible under a taxonomy"] == ("1 of 3", "of screened codes")
    assert found["Proceeds allocated"] == ("82.8%", "over all years, planned ones included")
    assert found["GHG avoided, share financed"] == ("400", "t CO2e a year of the lifetimes, before construction")
    assert found["Unverified figures"][0] == "12"


def test_a_pack_of_a_year_is_an_annual_report(faulty: Pack) -> None:
    assert faulty.kind == "Reviewer's pack"
    annual = pack_of(replace(faulty_review(), year=2028))
    assert annual.kind == "Annual report for review, 2028"
    assert ("Year", ("2028",)) in [(fact.label, fact.texts) for fact in annual.facts]


def test_it_says_that_it_is_no_opinion(faulty: Pack) -> None:
    assert "not itself a second-party opinion" in faulty.status[0]


def test_findings_without_a_fault_say_so() -> None:
    notes = replace(faulty_review(), findings=faulty_review().findings[2:])
    assert headlines(pack_of(notes))["Findings"] == ("2", "nothing must be corrected")


def test_instruments_at_the_head_have_their_names_of_the_language() -> None:
    columns = (ReviewColumn("instrument", "Instrument"), ReviewColumn("proceeds", "Proceeds"))
    named = Text("Series A", {"en": "Series A", "kk": "А сериясы"})
    table = ReviewTable("instruments", "Proceeds by instrument", columns, (ReviewRow((named, 1.0)),))
    review = replace(faulty_review(), tables={**faulty_review().tables, "instruments": table})
    facts = {fact.label: fact.texts for fact in pack_of(review, "kk").facts}
    assert ("А сериясы",) in facts.values()
