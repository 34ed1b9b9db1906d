"""Evidence for taxonomies: one indicator of one project, by number or by document."""

from pathlib import Path
from typing import Any

import yaml

from tests.inputs.good_case import load, said
from tests.inputs.green_heading import with_green

STATED = {"project": "solar", "indicator": "life_cycle_emissions", "value": 41, "document": "Study of 2026"}


def with_evidence(**entries: dict[str, Any]) -> str:
    return yaml.safe_dump(yaml.safe_load(with_green({})) | {"taxonomy": entries}, sort_keys=False, allow_unicode=True)


def messages(folder: Path, **entries: dict[str, Any]) -> list[str]:
    return [message.split(": ", 1)[1] for message in said(folder, with_evidence(**entries))]


def test_a_number_and_its_document_are_read(tmp_path: Path) -> None:
    found = load(tmp_path, with_evidence(solar_study=STATED)).case.taxonomy["solar_study"]
    assert found.value is not None
    assert (found.project, found.indicator, found.value.number, found.document) == (
        "solar", "life_cycle_emissions", 41, "Study of 2026",
    )  # fmt: skip


def test_evidence_is_of_a_project_that_the_case_has(tmp_path: Path) -> None:
    assert messages(tmp_path, study=STATED | {"project": "solr"}) == [
        "taxonomy.study.project: there is no solr under green.projects; did you mean solar?"
    ]


def test_evidence_states_a_number_or_a_document(tmp_path: Path) -> None:
    assert messages(tmp_path, study={"project": "solar", "indicator": "power_density"}) == [
        "taxonomy.study: states neither value nor document; state value:, document: or both"
    ]


def test_one_indicator_of_a_project_is_stated_once(tmp_path: Path) -> None:
    assert messages(tmp_path, study=STATED, again=STATED) == [
        "taxonomy.again: is of the same project and indicator as study; keep one of the two"
    ]
