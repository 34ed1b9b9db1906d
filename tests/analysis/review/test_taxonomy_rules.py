"""Rules on taxonomies: which code, which indicator, and that one thing is asked for at a time."""

from typing import Any

from finmodel.review import Finding, Sentence
from tests.analysis.review.cases import found

SOLAR = "green.projects.solar.taxonomy"


def of(changes: dict[str, Any]) -> dict[str, Finding]:
    return {finding.code: finding for finding in found(changes)}


def test_an_unverified_threshold_names_taxonomy_code_and_indicator() -> None:
    finding = of({SOLAR: {"kz": "1.3"}})["threshold_unverified"]
    told = finding.told
    assert finding.where == "green.projects.solar.taxonomy.kz"
    assert (told["taxonomy"].value, told["code"].value) == ("KZ", "1.3")
    assert told["indicators"].value == ("Life-cycle emissions",)


def test_an_unverified_threshold_is_found_though_evidence_meets_it() -> None:
    study = {"project": "solar", "indicator": "life_cycle_emissions", "value": 41, "document": "Study"}
    assert of({SOLAR: {"kz": "1.3"}, "taxonomy.study": study}).keys() == {"threshold_unverified"}


def test_evidence_is_asked_for_where_the_threshold_is_verified() -> None:
    finding = of({SOLAR: {"eu": "4.1"}})["taxonomy_evidence_missing"]
    assert finding.told["indicators"].value == ("No significant harm",)


def test_of_alternatives_that_are_not_met_all_are_named() -> None:
    finding = of({"taxonomy.water_energy": None})["taxonomy_evidence_missing"]
    assert finding.told["indicators"].value == ("Energy used for water", "Infrastructure leakage index")


def test_a_project_that_fails_tells_why() -> None:
    reason = of({"taxonomy.bus_type_approval.value": 1070})["not_eligible"].told["reason"].value
    assert isinstance(reason, Sentence)
    assert reason.told["value"].value == 1070


def test_a_category_and_an_unknown_taxonomy_are_no_activity() -> None:
    assert of({SOLAR: {"kz": "1"}}).keys() == {"unknown_taxonomy_code"}
    assert of({SOLAR: {"mars": "1.1"}}).keys() == {"unknown_taxonomy_code"}


def test_a_second_code_is_screened_beside_the_first() -> None:
    assert of({SOLAR: {"authority": "A.1", "kz": "1.2"}}).keys() == {"threshold_unverified"}
