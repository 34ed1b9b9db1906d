"""The company's home: what is seen has its source and date, what is not is marked to be confirmed."""

from pathlib import Path

from finmodel.inputs.provenance import STATUSES
from finmodel.inputs.vehicle import vehicle_facts
from tests.inputs.good_case import load, said

AIFC = "project.vehicle=aifc_spv"


def test_a_case_that_names_no_home_has_no_facts(tmp_path: Path) -> None:
    assert vehicle_facts(load(tmp_path).case) == ()
    assert vehicle_facts(load(tmp_path, overrides=["project.vehicle=local_company"]).case) == ()


def test_a_company_of_the_aifc_has_its_law_courts_arbitration_and_registration(tmp_path: Path) -> None:
    facts = vehicle_facts(load(tmp_path, overrides=[AIFC]).case)
    told = " ".join(fact.text for fact in facts)
    for words in ("English common law", "AIFC Court", "International Arbitration Centre", "AFSA"):
        assert words in told


def test_every_fact_has_a_source_and_whatever_is_not_seen_is_to_be_confirmed(tmp_path: Path) -> None:
    for fact in vehicle_facts(load(tmp_path, overrides=[AIFC]).case):
        assert fact.source
        assert fact.status in STATUSES
        assert fact.label.startswith("To be confirmed") == (fact.status == "unverified")


def test_relief_in_the_zone_is_in_question_for_a_company_of_the_aifc(tmp_path: Path) -> None:
    in_zone = vehicle_facts(load(tmp_path, overrides=[AIFC]).case)
    outside = vehicle_facts(load(tmp_path, overrides=[AIFC, "tax={regime: kz_standard}"]).case)
    assert [fact.label for fact in in_zone if fact not in outside] == ["To be confirmed: economic zone"]


def test_a_home_that_is_not_known_is_refused(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["project.vehicle=aifc"])
    assert "aifc_spv" in message
