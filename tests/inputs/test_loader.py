"""Loading case files from disk."""

import hashlib
from pathlib import Path

import pytest

from finmodel.errors import CaseError, UsageError
from finmodel.inputs.case import Case
from finmodel.inputs.issuance import Issuance
from finmodel.inputs.loader import load_case, load_case_as, load_deal
from finmodel.inputs.reader import LARGEST_FILE
from tests.inputs.good_case import GOOD, edited, load, said
from tests.inputs.good_issuance import GOOD_ISSUANCE
from tests.inputs.small_case import SMALL, SmallCase


def test_a_case_comes_with_its_file_its_hash_and_its_scenarios(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()
    assert loaded.path == tmp_path / "case.yaml"
    assert list(loaded.scenarios) == ["dear"]
    assert (loaded.scenario, loaded.overrides) == ("base", ())
    assert loaded.case is loaded.base


def test_a_case_is_called_like_its_file_or_like_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "lighting"
    folder.mkdir()
    assert load(folder).name == "lighting"
    (folder / "phase_two.yaml").write_text(GOOD, encoding="utf-8")
    assert load_case(folder / "phase_two.yaml").name == "phase_two"


def test_a_scenario_can_be_asked_for(tmp_path: Path) -> None:
    loaded = load(tmp_path, scenario="dear")
    assert (loaded.scenario, loaded.case is loaded.scenarios["dear"].case) == ("dear", True)
    assert load(tmp_path, scenario="base").case == loaded.base


def test_another_declaration_of_a_case_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    assert load_case_as(SmallCase, path).case.name == "Small"


def test_a_file_that_is_not_there_is_a_matter_of_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file; check the path, or write one with finmodel init"):
        load_case(tmp_path / "nothing.yaml")


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_case(tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        load_case("a\x00b.yaml")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbf" + GOOD.encode()).case == load(tmp_path).case


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (GOOD.encode("utf-16"), "case.yaml:1:1: the file is written in UTF-16; save it as UTF-8"),
        (
            "name: x\ntitle: Свет\n".encode("cp1251"),
            "case.yaml:2:8: byte 0xD1 is not UTF-8 (the file may be in Windows-1251); save it as UTF-8",
        ),
        (
            b"#" * (LARGEST_FILE + 1),
            "case.yaml:1:1: the file is larger than 2 MB; a case file is far smaller; check the path",
        ),
    ],
    ids=["UTF-16", "Windows-1251", "too large"],
)
def test_a_file_that_is_no_utf_8_text_of_fair_size_is_refused(data: bytes, message: str, tmp_path: Path) -> None:
    assert said(tmp_path, data) == [message]


def test_problems_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        GOOD.replace("base_rate: 14 %", "base_rate: 14")
        .replace("  period: year", "  period: day")
        .replace("tax:", "tx:")
    )
    lines = [int(message.split(":")[1]) for message in said(tmp_path, text)]
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_a_hundred_problems_are_enough(tmp_path: Path) -> None:
    with pytest.raises(CaseError) as refused:
        load(tmp_path, GOOD + "".join(f"unknown_{number}: 1\n" for number in range(500)))
    assert len(refused.value.problems) == 101
    assert refused.value.problems[-1].what == "there are 400 more problems"
    assert refused.value.exit_code == 3


def test_a_file_with_bonds_at_the_top_is_an_issuance(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(GOOD_ISSUANCE, encoding="utf-8")
    assert isinstance(load_deal(path).case, Issuance)
    path.write_text(GOOD, encoding="utf-8")
    assert isinstance(load_deal(path).case, Case)


def test_spare_months_are_the_room_that_a_longer_scenario_needs(tmp_path: Path) -> None:
    longer = edited("      capex.lights.unit_cost: {times: 1.2}", "      timing.operation_months: 84")
    (refused,) = said(tmp_path, longer)
    assert refused.endswith("set timing.spare_months: 24 in the case")
    assert said(tmp_path, longer, overrides=["timing.spare_months=24"]) == []
    (still,) = said(tmp_path, longer, overrides=["timing.spare_months=12"])
    assert still.endswith("set timing.spare_months: 24 in the case")
