"""A case is a file, or a folder with case.yaml; a wrong name is met with the nearest right one."""

from pathlib import Path

import pytest

from finmodel.cli.options import case_file
from finmodel.errors import UsageError
from tests.cli.conftest import Finmodel

ISSUANCE = Path(__file__).parents[1] / "inputs" / "good_issuance.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lighting").mkdir()
    (tmp_path / "lighting" / "case.yaml").write_text("project:\n")
    (tmp_path / "empty").mkdir()
    return tmp_path


def test_a_folder_stands_for_its_case(folder: Path) -> None:
    assert case_file(folder / "lighting") == folder / "lighting" / "case.yaml"
    assert case_file(folder / "lighting" / "case.yaml") == folder / "lighting" / "case.yaml"


def test_a_folder_without_a_case_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"empty is a folder without a case\.yaml.*finmodel init"):
        case_file(folder / "empty")


def test_a_misspelt_case_is_met_with_the_nearest(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no case .*ligthing\. Did you mean .*lighting\?"):
        case_file(folder / "ligthing")


def test_a_case_in_no_folder_is_refused_plainly(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no case .*nowhere.x\.yaml\.$"):
        case_file(tmp_path / "nowhere" / "x.yaml")


@pytest.mark.parametrize("words", [["risks"], ["outcomes"], ["economics"], ["support"], ["minimum-support"], ["ocds"]])
def test_questions_about_a_project_are_not_asked_of_an_issuance(words: list[str], finmodel: Finmodel) -> None:
    asked = ["export", ISSUANCE, "ocds", "-o", "-"] if words == ["ocds"] else [*words, ISSUANCE]
    answer = finmodel(*asked)
    assert answer.code == 2
    assert "good_issuance is an issuance of bonds" in answer.err


def test_an_issuance_is_checked_and_explained_as_a_case_is(finmodel: Finmodel) -> None:
    assert "a valid case; all" in finmodel("check", ISSUANCE).out
    assert "60.0 KZT million" in finmodel("explain", ISSUANCE, "own_funds_paid", "--period", "2").out
