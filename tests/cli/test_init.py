"""``finmodel init`` begins a case that runs as it is, and never overwrites one."""

import json
from pathlib import Path

from tests.cli.conftest import Finmodel


def test_a_new_case_is_valid_and_knows_its_schema(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("init", "bridge")
    assert answer.out == "Made bridge/case.yaml. Edit it, then: finmodel run bridge\n"
    text = (tmp_path / "bridge" / "case.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=case.schema.json\n")
    assert json.loads((tmp_path / "bridge" / "case.schema.json").read_text(encoding="utf-8"))
    assert finmodel("check", "bridge", "--strict").code == 0


def test_a_deal_in_layers_is_valid_as_it_begins(finmodel: Finmodel) -> None:
    assert finmodel("init", "hub", "--template", "blended").code == 0
    checked = finmodel("check", "hub", "--strict")
    assert (checked.code, checked.err) == (0, "")


def test_a_case_that_is_there_is_kept_unless_forced(finmodel: Finmodel, tmp_path: Path) -> None:
    finmodel("init", "bridge")
    case = tmp_path / "bridge" / "case.yaml"
    case.write_text("mine\n")
    answer = finmodel("init", "bridge")
    assert (answer.code, case.read_text()) == (2, "mine\n")
    assert "bridge/case.yaml is there already" in answer.err
    assert finmodel("init", "bridge", "--force").code == 0
    assert case.read_text(encoding="utf-8") != "mine\n"


def test_an_unknown_template_is_met_with_those_there_are(finmodel: Finmodel) -> None:
    answer = finmodel("init", "bridge", "--template", "toll")
    assert answer.code == 2
    assert "There is no template 'toll'; choose one of: blended, ppp" in answer.err
