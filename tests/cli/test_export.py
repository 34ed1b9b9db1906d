"""``finmodel export`` writes one document alone."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Finmodel


@pytest.mark.parametrize(
    ("document", "file", "begins"),
    [
        ("workbook", "alatau_gate_lighting.xlsx", b"PK"),
        ("term-sheet", "alatau_gate_lighting.html", b"<!DOCTYPE html>"),
        ("json", "alatau_gate_lighting.json", b"{"),
        ("ocds", "alatau_gate_lighting.ocds.json", b"{"),
    ],
)
def test_a_document_is_written_under_the_name_of_the_case(
    finmodel: Finmodel, lighting: str, tmp_path: Path, document: str, file: str, begins: bytes
) -> None:
    answer = finmodel("export", lighting, document)
    assert (answer.code, answer.err) == (0, f"Written: {file}\n")
    assert [path.name for path in tmp_path.iterdir()] == [file]
    assert (tmp_path / file).read_bytes().lower().startswith(begins.lower())


def test_json_can_go_to_the_output(finmodel: Finmodel, lighting: str) -> None:
    assert json.loads(finmodel("export", lighting, "json", "--out", "-").out)["case"] == "alatau_gate_lighting"


def test_the_deal_in_the_open_standard_can_go_to_the_output(finmodel: Finmodel, lighting: str) -> None:
    package = json.loads(finmodel("export", lighting, "ocds", "--out", "-").out)
    assert package["releases"][0]["initiationType"] == "ppp"


def test_other_documents_cannot_go_to_the_output(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("export", lighting, "workbook", "-o", "-")
    assert answer.code == 2
    assert "name a file" in answer.err
