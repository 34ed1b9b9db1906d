"""Every rule finds its fault and nothing else: the case without a fault, with one thing changed at a time."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.analysis.review.findings import RULES, findings
from finmodel.analysis.review.linked_rules import LINKED_RULES
from finmodel.errors import CaseError
from finmodel.pipeline import run_case
from finmodel.questions import review_case
from finmodel.review import COMPONENTS, SEVERITIES, Sentence
from tests.analysis.review.cases import AUTHORITY, COMPLIANT, FAULTY, found, material, reviewed

P = "green.projects"
CLAIM = {"document": "Leaflet", "instrument": "senior", "value": 1.0}
FACTOR = "emissions.bus_energy.without_project.factor"

FAULTS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "over_allocation": ({"green.allocations.solar_2027.amount": 300, "green.claims.loan_allocated.value": 650,
                         "green.claims.solar_output": None, "green.claims.solar_lifetime.value": 120000}, set()),
    "allocated_beyond_eligible_cost": ({f"{P}.solar.eligible_share": "60 %"}, set()),
    "double_counting": ({f"{P}.buses.allocated_elsewhere": 20}, set()),
    "look_back_exceeded": ({f"{P}.solar.spent_from": "2024-12-31"}, set()),
    "look_back_not_stated": ({"green.management.look_back_months": None}, set()),
    "not_allocated_in_time": ({"green.management.allocation_months": 12}, set()),
    "no_placement": ({"green.management.placements": None}, {"missing_evidence"}),
    "never_allocated": ({"green.allocations.water_city": None, "green.claims.water_saved.value": 150000},
                        {"not_allocated_in_time"}),
    "project_without_money": ({f"{P}.park": {"category": "biodiversity", "taxonomy": {"authority": "A.1"}, "sdgs": [15],
                               "total_cost": 10, "signed_amount": 10, "eligible_share": 1, "lifetime_years": 10,
                               "operation_from": "2029-01-01", "indicators": {"area_restored": {
                               "baseline": 0, "with_project": 5, "method": "Map"}}}}, set()),
    "cost_disagrees": ({f"{P}.solar.operation_from": None, f"{P}.solar.total_cost": 5000, "green.claims.solar_output":
                        None, "green.claims.solar_lifetime": None}, set()),
    "no_taxonomy_code": ({f"{P}.solar.taxonomy": None}, set()),
    "unknown_taxonomy_code": ({f"{P}.solar.taxonomy": {"authority": "B.9"}}, set()),
    "not_eligible": ({"taxonomy.bus_type_approval.value": 1070}, set()),
    "threshold_unverified": ({f"{P}.solar.taxonomy": {"kz": "1.2"}}, set()),
    "taxonomy_evidence_missing": ({"taxonomy.bus_type_approval.document": None}, set()),
    "missing_baseline": ({f"{P}.solar.indicators.capacity_installed.baseline": None}, set()),
    "no_core_indicator": ({f"{P}.buses.indicators": {"clean_vehicles": {"baseline": 0, "with_project": 40, "method":
                           "Register"}}}, set()),
    "no_method": ({f"{P}.water.indicators.water_used.method": None}, set()),
    "worse_than_without": ({f"{P}.buses.indicators.passengers.with_project": 7000000}, set()),
    "measured_differs": ({"green.results.solar_output_2029.value": 8000}, set()),
    "result_not_verified": ({"green.results.solar_output_2029.verified": False}, set()),
    "no_emissions": ({f"{P}.buses.ghg": None}, set()),
    "no_ghg_method": ({f"{P}.buses.ghg.method": None}, set()),
    "wrong_factor": ({f"{P}.solar.ghg.method": "consumption_factor"}, set()),
    "no_factor_year": ({f"{FACTOR}.as_of": None}, set()),
    "no_factor_source": ({FACTOR: {"value": 2.68, "as_of": "2024"}}, set()),
    "factor_unverified": ({f"{FACTOR}.status": "unverified"}, set()),
    "no_decline": ({"emissions.solar_power.without_project.factor_decline": 0}, set()),
    "no_range": ({"emissions.solar_power.without_project.factor_low": None,
                  "emissions.solar_power.without_project.factor_high": None}, set()),
    "grid_left_out": ({"emissions.bus_energy.with_project": None}, set()),
    "saves_little": ({"emissions.bus_energy.with_project.factor.value": 0.80,
                      "emissions.bus_energy.with_project.quantity": 6000000,
                      "emissions.bus_energy.with_project.factor_decline": 0}, set()),
    "construction_of_nothing": ({"emissions.bus_energy.construction_tonnes": 0}, set()),
    "spent_after_issue": ({f"{P}.solar.spent_from": "2027-01-02"}, set()),
    "no_change": ({f"{P}.solar.indicators.capacity_installed.with_project": 0}, set()),
    "no_construction": ({"emissions.solar_power.construction_tonnes": None}, set()),
    "emissions_counted_twice": (
        {f"{P}.water.ghg": {"emissions": "solar_power", "method": "consumption_factor"}},
        set(),
    ),
    "energy_disagrees": ({"emissions.solar_power.without_project.quantity": 19100000}, set()),
    "output_disagrees": (
        {
            f"{P}.solar.operation_from": None,
            "revenue.energy": {"type": "energy_sold", "energy": 10500, "price": 0.001},
        },
        set(),
    ),
    "gross_impact_claimed": ({"green.claims.solar_output.value": 10000}, set()),
    "lifetime_mixed_with_annual": ({"green.claims.solar_output.value": 100000}, set()),
    "own_emissions_left_out": ({"green.claims.avoided": CLAIM | {"project": "buses", "indicator": "ghg",
                                "value": 4020}}, set()),
    "claim_disagrees": ({"green.claims.solar_output.value": 7000}, set()),
    "claim_without_model": ({f"{P}.solar.indicators.capacity_installed.baseline": None, "green.claims.capacity": CLAIM
                             | {"project": "solar", "indicator": "capacity_installed", "value": 3}},
                            {"missing_baseline"}),
    "whole_project_claimed": ({"green.claims.solar_output": CLAIM | {"indicator": "electricity_generated",
                               "value": 10000, "share": "whole_project"}}, set()),
    "missing_evidence": ({"green.framework.selection": None}, set()),
    "label_does_not_fit": ({f"{P}.water.category": "basic_infrastructure", f"{P}.water.target_population": "Villages",
                            f"{P}.water.indicators.people_with_access": {"baseline": 0, "with_project": 9000,
                            "method": "Register"}}, set()),
    "no_target_population": ({f"{P}.water.category": "basic_infrastructure", f"{P}.water.indicators.people_with_access":
                              {"baseline": 0, "with_project": 9000, "method": "Register"}, "green.label":
                              "sustainability"}, set()),
    "no_edition": ({"green.framework.principles": "Green Bond Principles"}, set()),
    "review_not_published": ({"green.external_reviews.opinion.state": "mandated"}, set()),
    "review_before_framework": ({"green.external_reviews.opinion.dated": "2026-02-28"}, set()),
    "review_cannot_be_read": ({"green.external_reviews.opinion.document": None}, set()),
    "framework_after_issue": ({"green.framework.adopted": "2027-01-02", "green.external_reviews.opinion.dated":
                               "2027-02-01"}, set()),
    "no_goal": ({f"{P}.water.sdgs": None}, set()),
}  # fmt: skip
"""The code of each rule: what is changed, and what is found beside it because it must be."""
OF_A_YEAR: dict[str, tuple[dict[str, Any], int, set[str]]] = {
    "planned_not_made": ({}, 2028, set()),
    "nothing_measured": ({"green.results": None, f"{P}.buses.operation_from": "2032-01-01", f"{P}.water.operation_from":
                          "2032-01-01"}, 2029, {"planned_not_made"}),
}  # fmt: skip
"""The same for rules that look at an annual report."""


def in_full(told: object) -> str:
    """What is told, in words: of a sentence, with what it tells itself."""
    if isinstance(told, Sentence):
        return told % {name: in_full(one.value) for name, one in told.told.items()}
    return str(told)


def test_nothing_is_found_in_the_case_without_a_fault() -> None:
    assert found() == ()


@pytest.mark.parametrize("code", FAULTS)
def test_each_rule_finds_its_fault_and_nothing_else(code: str) -> None:
    changes, beside = FAULTS[code]
    assert {finding.code for finding in found(changes)} == {code, *beside}


@pytest.mark.parametrize("code", OF_A_YEAR)
def test_each_rule_of_an_annual_report_finds_its_fault(code: str) -> None:
    changes, year, beside = OF_A_YEAR[code]
    assert {finding.code for finding in found(changes, year=year)} == {code, *beside}


OF_AN_ISSUANCE = {"waits_after_maturity"}
"""What only bonds that stand alone can show: tried with the other rules on allocation."""


def test_every_rule_is_tried() -> None:
    assert {rule.code for rule in RULES} == FAULTS.keys() | OF_A_YEAR.keys() | OF_AN_ISSUANCE


def test_findings_are_told_the_gravest_first() -> None:
    worst = {change: value for code in ("no_goal", "no_placement", "look_back_exceeded") for change, value in
             FAULTS[code][0].items()}  # fmt: skip
    grave = [finding.severity for finding in found(worst)]
    assert grave == sorted(grave, key=list(SEVERITIES).index)
    assert {*grave} == SEVERITIES.keys()


@pytest.mark.parametrize("code", FAULTS)
def test_a_finding_tells_all_that_it_names_and_where_it_is(code: str) -> None:
    for finding in findings(material(FAULTS[code][0])):
        told = {name: in_full(one.value) for name, one in finding.told.items()}
        assert "%(" not in finding.what % told + finding.remedy % told
        assert finding.severity in SEVERITIES
        assert finding.component in COMPONENTS
        assert finding.where.partition(".")[0] in {"green", "emissions", "taxonomy"}


def test_the_golden_case_without_a_fault_is_reviewed_from_its_file() -> None:
    review = review_case(COMPLIANT, taxonomy_files=[AUTHORITY])
    assert review.findings == ()
    assert {component.state for component in review.components} == {"complete"}


def test_each_seeded_fault_is_found_and_named_and_no_other() -> None:
    review = review_case(FAULTY, taxonomy_files=[AUTHORITY])
    assert {(finding.code, finding.title, finding.where) for finding in review.findings} == {
        ("over_allocation", "Over-allocation", "green.allocations"),
        ("missing_baseline", "Missing baseline", "green.projects.water.indicators.water_used"),
        ("double_counting", "Double counting", "green.projects.buses"),
        ("gross_impact_claimed", "Gross impact claimed in full", "green.claims.solar_output"),
        ("look_back_exceeded", "Look-back exceeded", "green.projects.solar.spent_from"),
        ("threshold_unverified", "Threshold unverified", "green.projects.solar.taxonomy.kz"),
    }


def test_what_a_review_shows_as_a_finding_a_run_refuses() -> None:
    with pytest.raises(CaseError) as caught:
        run_case(FAULTY)
    assert [problem.key for problem in caught.value.problems] == ["green.projects.buses", "green.allocations"]


def test_the_manual_lists_every_rule_as_it_is() -> None:
    page = (Path(__file__).parents[3] / "docs" / "review.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", page, flags=re.MULTILINE)
    labelled = [(rule.code, rule.severity, rule.title) for rule in RULES]
    linked = [(rule.code, rule.severity, rule.title) for rule in LINKED_RULES]
    assert told == list(dict.fromkeys((*labelled, *linked)))


_OPTIONAL = (
    "green.framework", "green.management", "green.reporting", "green.external_reviews", "green.results", "taxonomy",
    "green.management.placements", "green.management.allocation_months", "green.management.look_back_months",
    f"{P}.solar.ghg", f"{P}.buses.ghg", f"{P}.solar.taxonomy", f"{P}.water.indicators.water_used.baseline",
    f"{P}.solar.indicators.electricity_generated.baseline", f"{P}.solar.operation_from", f"{P}.buses.sdgs",
    "emissions.bus_energy.with_project", "green.allocations.solar_2027", "green.allocations.water_city",
    f"{FACTOR}.source", f"{FACTOR}.as_of", "green.allocations.buses_city",
)  # fmt: skip
"""What a case may leave out."""


@settings(max_examples=20, deadline=None)
@given(gone=st.sets(st.sampled_from(_OPTIONAL)), year=st.sampled_from([None, 2027, 2029, 2036]))
def test_a_review_of_what_is_left_out_tells_so_and_adds_up(gone: set[str], year: int | None) -> None:
    kept = {place: None for place in sorted(gone) if not any(place.startswith(f"{above}.") for above in gone)}
    if f"{FACTOR}.source" in kept:
        kept[f"{FACTOR}.status"] = None
    review = reviewed(kept, year=year)
    rows = [*review.tables["allocation"].records] if "allocation" in review.tables else []
    stated = [one for one in material(kept).green.allocations.values() if year is None or one.year.number <= year]
    assert sum(value for row in rows if isinstance(value := row["allocated"], float)) == pytest.approx(
        sum(one.amount.number for one in stated if one.amount is not None)
    )
    for finding in review.findings:
        assert finding.what % {name: in_full(one.value) for name, one in finding.told.items()}
