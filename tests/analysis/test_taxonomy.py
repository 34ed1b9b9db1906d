"""Screening: what a taxonomy makes of a project, and that nothing unverified is ever eligible."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finmodel.analysis.taxonomy import Screening, screenings
from finmodel.inputs.figure import Figure
from finmodel.inputs.green import Green
from finmodel.inputs.taxonomy import OPERATORS, Criterion, Taxonomy, taxonomies
from finmodel.inputs.taxonomy_evidence import TaxonomyEvidence
from finmodel.inputs.text import Text

THRESHOLD = Criterion(
    "1.3", "Renewable energy", Text("Geothermal energy"), "", "life_cycle_emissions", "<=", 100.0, "", "g CO2e/kWh",
    "Annex", "Decree of 2026", "seen", 2,
)  # fmt: skip
SHOWN = replace(THRESHOLD, indicator="no_harm", operator="shown", threshold=None, wanted="An assessment")
ITSELF = replace(THRESHOLD, indicator="", operator="none", threshold=None)


def green(code: str = "1.3", taxonomy: str = "kz") -> Green:
    project = {
        "category": "renewable_energy",
        "taxonomy": {taxonomy: code},
        "total_cost": 100.0,
        "signed_amount": 100.0,
        "eligible_share": 1.0,
        "lifetime_years": 25.0,
    }
    return Green.model_validate({"projects": {"plant": project}})


def stated(
    indicator: str, value: float | None = None, *, document: str | None = "Study", project: str = "plant"
) -> TaxonomyEvidence:
    figure = None if value is None else Figure(value)
    words = {"project": project, "indicator": indicator, "document": document and Text(document)}
    return TaxonomyEvidence.model_validate({**words, "value": figure})


def screened(*rows: Criterion, evidence: Sequence[TaxonomyEvidence] = (), code: str = "1.3") -> Screening:
    (found,) = screenings(green(code), evidence, {"kz": Taxonomy("kz", "kz.csv", rows)})
    return found


def test_a_number_that_meets_a_seen_threshold_with_a_document_is_eligible() -> None:
    assert screened(THRESHOLD, evidence=[stated("life_cycle_emissions", 41)]).verdict == "eligible"
    assert screened(THRESHOLD, evidence=[stated("life_cycle_emissions", 100)]).verdict == "eligible"


def test_a_number_that_fails_a_seen_threshold_is_not_eligible() -> None:
    found = screened(THRESHOLD, evidence=[stated("life_cycle_emissions", 101)])
    assert found.verdict == "not_eligible"
    assert "fails the threshold" in found.reason
    assert (found.reason.told["value"].value, found.reason.told["value"].measure) == (101, "g CO2e/kWh")


def test_without_a_number_or_its_document_evidence_is_needed() -> None:
    assert screened(THRESHOLD).verdict == "needs_evidence"
    undocumented = screened(THRESHOLD, evidence=[stated("life_cycle_emissions", 41, document=None)])
    assert undocumented.verdict == "needs_evidence"
    assert "no document shows it" in undocumented.reason
    elsewhere = [stated("life_cycle_emissions", 41, project="other"), stated("power_density", 41)]
    assert screened(THRESHOLD, evidence=elsewhere).verdict == "needs_evidence"


def test_an_unverified_threshold_decides_nothing() -> None:
    row = replace(THRESHOLD, status="unverified")
    for value, word in ((41, "meets"), (101, "fails")):
        found = screened(row, evidence=[stated("life_cycle_emissions", value)])
        assert found.verdict == "needs_evidence"
        assert word in found.reason
        assert "not verified" in found.reason


def test_a_threshold_that_is_not_known_needs_to_be_read() -> None:
    row = replace(THRESHOLD, operator="unknown", threshold=None, status="unverified")
    assert screened(row, evidence=[stated("life_cycle_emissions", 41)]).verdict == "needs_evidence"


def test_an_activity_that_counts_as_it_is_needs_no_evidence_if_that_was_seen() -> None:
    assert screened(ITSELF).verdict == "eligible"
    assert screened(replace(ITSELF, status="unverified")).verdict == "needs_evidence"


def test_what_is_to_be_shown_is_shown_by_a_document() -> None:
    assert screened(SHOWN, evidence=[stated("no_harm")]).verdict == "eligible"
    assert screened(SHOWN).verdict == "needs_evidence"
    assert screened(replace(SHOWN, status="unverified"), evidence=[stated("no_harm")]).verdict == "needs_evidence"
    assert screened(SHOWN, evidence=[stated("no_harm", 1, document=None)]).verdict == "needs_evidence"


def test_every_row_of_an_activity_must_be_met() -> None:
    study, assessment = stated("life_cycle_emissions", 41), stated("no_harm")
    assert screened(THRESHOLD, SHOWN, evidence=[study, assessment]).verdict == "eligible"
    assert screened(THRESHOLD, SHOWN, evidence=[study]).verdict == "needs_evidence"
    failing = stated("life_cycle_emissions", 300)
    assert screened(SHOWN, THRESHOLD, evidence=[failing]).verdict == "not_eligible"


def test_of_alternatives_one_is_enough() -> None:
    rows = (
        replace(THRESHOLD, any_of="plant", operator="<"),
        replace(THRESHOLD, any_of="plant", indicator="power_density", operator=">", threshold=5.0),
    )
    dense, dirty = stated("power_density", 6), stated("life_cycle_emissions", 300)
    assert screened(*rows, evidence=[dense, dirty]).verdict == "eligible"
    assert screened(*rows, evidence=[dirty]).verdict == "needs_evidence"
    assert screened(*rows, evidence=[dirty, stated("power_density", 2)]).verdict == "not_eligible"


def test_the_reason_tells_of_the_alternative_for_which_something_is_stated() -> None:
    rows = (
        replace(THRESHOLD, any_of="plant", status="unverified"),
        replace(THRESHOLD, any_of="plant", indicator="power_density", status="unverified"),
    )
    assert "not verified" in screened(*rows, evidence=[stated("power_density", 6)]).reason


def test_a_code_that_the_taxonomy_does_not_have_needs_evidence() -> None:
    assert screened(THRESHOLD, code="9.9").reason.startswith("The taxonomy has no activity")
    category = screened(THRESHOLD, code="1")
    assert category.verdict == "needs_evidence"
    assert category.reason.told["codes"].value == ("1.3",)
    (other,) = screenings(green(taxonomy="mars"), (), {})
    assert (other.verdict, other.known) == ("needs_evidence", False)


def test_electric_buses_meet_the_unions_threshold_and_solar_power_needs_none() -> None:
    shipped = taxonomies()
    harmless = stated("no_significant_harm")
    (buses,) = screenings(green("6.3", "eu"), [stated("tailpipe_co2", 0), harmless], shipped)
    assert [one.verdict for one in buses.criteria] == ["eligible", "eligible"]
    (unassessed,) = screenings(green("6.3", "eu"), [stated("tailpipe_co2", 0)], shipped)
    assert unassessed.verdict == "needs_evidence"
    (solar,) = screenings(green("4.1", "eu"), [harmless], shipped)
    assert solar.verdict == "eligible"
    (diesel,) = screenings(green("6.3", "eu"), [stated("tailpipe_co2", 1070), harmless], shipped)
    assert diesel.verdict == "not_eligible"


@given(
    operator=st.sampled_from([*OPERATORS]),
    value=st.floats(0, 1e4) | st.none(),
    documented=st.booleans(),
    unverified=st.booleans(),
)
def test_nothing_unverified_is_ever_eligible(
    operator: str, value: float | None, documented: bool, unverified: bool
) -> None:
    row = replace(
        THRESHOLD,
        operator=operator,
        threshold=100.0 if operator in ("<", "<=", ">", ">=") else None,
        wanted="An assessment" if operator == "shown" else "",
        status="unverified" if unverified or operator == "unknown" else "seen",
    )
    evidence = [] if value is None and not documented else [
        stated("life_cycle_emissions", value, document="Study" if documented else None)
    ]  # fmt: skip
    found = screened(row, evidence=evidence)
    if not row.verified:
        assert found.verdict == "needs_evidence"
    if found.verdict == "eligible":
        assert documented or operator == "none"


@pytest.mark.parametrize("taxonomy", ["kz", "eu", "cbi"])
def test_every_reason_tells_all_it_names(taxonomy: str) -> None:
    shipped = taxonomies()
    for row in shipped[taxonomy].criteria:
        for evidence in ((), (stated(row.indicator or "none", 1),)):
            (found,) = screenings(green(row.code, taxonomy), evidence, shipped)
            assert found.known
            for reason in (found.reason, *(one.reason for one in found.criteria)):
                assert reason % {name: told.value for name, told in reason.told.items()}
