"""``finmodel schema`` gives editors what they need to complete a case."""

import json
from pathlib import Path

from tests.cli.conftest import Finmodel


def test_the_schema_is_printed_or_written(finmodel: Finmodel, tmp_path: Path) -> None:
    printed = finmodel("schema").out
    assert "timing" in json.loads(printed)["properties"]
    assert finmodel("schema", "-o", "case.schema.json").err == "Written: case.schema.json\n"
    assert (tmp_path / "case.schema.json").read_text(encoding="utf-8") == printed


def test_an_issuance_has_a_schema_of_its_own(finmodel: Finmodel) -> None:
    headings = json.loads(finmodel("schema", "issuance").out)["properties"]
    assert {"bonds", "issuance", "green"} <= headings.keys()
    assert "capex" not in headings
