"""The headings of an issuance, and how its grid follows from its bonds."""

from pathlib import Path

import pytest

from finmodel.errors import CaseError
from finmodel.inputs.loader import load_deal
from tests.inputs.good_issuance import GOOD_ISSUANCE, edited_issuance, issuance_said
from tests.model.small_issuance import BOND, issuance_of, small_issuance


def test_the_good_issuance_has_no_problem(tmp_path: Path) -> None:
    assert issuance_said(tmp_path) == []


def test_the_grid_reaches_from_the_issue_to_the_last_redemption() -> None:
    case = issuance_of(small_issuance({"bonds.long": BOND | {"maturity_date": "2036-09-15"}}))
    assert (case.grid().start.isoformat(), case.grid().periods) == ("2026-09-01", 22)


def test_a_kind_of_issuer_that_is_not_known_is_told_with_the_nearest(tmp_path: Path) -> None:
    (line,) = issuance_said(tmp_path, edited_issuance("issuer: municipal", "issuer: municipial"))
    assert line.startswith('case.yaml:6:11: issuance.issuer: "municipial" is not one of:')
    assert line.endswith("; did you mean municipal?")


def test_an_issuance_without_bonds_is_told_so(tmp_path: Path) -> None:
    text = GOOD_ISSUANCE[: GOOD_ISSUANCE.index("bonds:")] + "bonds: {}\n"
    assert issuance_said(tmp_path, text) == ["case.yaml:9:8: bonds: is empty; add at least one bond"]


def test_headings_of_a_project_are_unknown_to_an_issuance(tmp_path: Path) -> None:
    (line,) = issuance_said(tmp_path, GOOD_ISSUANCE + "capex: {}\n")
    assert line.startswith("case.yaml:17:1: capex: ")


def test_a_scenario_that_lasts_longer_than_the_grid_is_told_where_room_is_made(tmp_path: Path) -> None:
    text = GOOD_ISSUANCE + "scenarios:\n  longer: {set: {bonds.green_2029.maturity_date: 2030-09-15}}\n"
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=r"lasts 12 months longer .*; set issuance.months: 60 in the case"):
        load_deal(path)
