"""Taxonomy files: what comes with the program, what may replace it, and what is said of a bad file."""

from pathlib import Path

import pytest

from finmodel.errors import CaseError, UsageError
from finmodel.inputs.taxonomy import (
    COLUMNS,
    INDICATORS,
    OPERATORS,
    Criterion,
    Taxonomy,
    read_taxonomy,
    shipped,
    taxonomies,
)

ROW = {
    "code": "1.3",
    "category": "Renewable energy",
    "activity_ru": "Геотермальная энергетика",
    "activity_en": "Geothermal energy",
    "indicator": "life_cycle_emissions",
    "operator": "<=",
    "threshold": "100",
    "unit": "g CO2e/kWh",
    "reference": "Annex, line 1.3",
    "decree_version": "Decree of 2026",
    "status": "seen",
}


def written(folder: Path, *rows: dict[str, str], separator: str = ",") -> Path:
    path = folder / "authority.csv"
    lines = [COLUMNS, *(tuple(row.get(column, "") for column in COLUMNS) for row in rows)]
    path.write_text("\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines), encoding="utf-8")
    return path


def only(folder: Path, changes: dict[str, str]) -> Criterion:
    (row,) = read_taxonomy(written(folder, ROW | changes), "authority").criteria
    return row


def said(folder: Path, changes: dict[str, str]) -> list[str]:
    with pytest.raises(CaseError) as caught:
        only(folder, changes)
    return [str(problem).partition("authority.csv:")[2] for problem in caught.value.problems]


def test_three_taxonomies_come_with_the_program() -> None:
    assert shipped() == ("cbi", "eu", "kz")
    assert all(taxonomy.criteria and taxonomy.versions for taxonomy in taxonomies().values())


def test_only_what_was_seen_is_called_verified_in_kazakhstans() -> None:
    kz = taxonomies()["kz"]
    assert [row.code for row in kz.criteria if row.verified] == ["2.2.3"]
    assert {row.code.partition(".")[0] for row in kz.criteria} == set("1234567")


def test_every_indicator_that_comes_with_the_program_has_a_label() -> None:
    named = {row.indicator for taxonomy in taxonomies().values() for row in taxonomy.criteria if row.indicator}
    assert named == INDICATORS.keys()


def test_every_activity_is_named_in_three_languages() -> None:
    rows = [row for taxonomy in taxonomies().values() for row in taxonomy.criteria]
    assert all(set(row.activity.translations) == {"en", "ru", "kk"} for row in rows)


@pytest.mark.parametrize(
    ("operator", "met", "failed"), [("<=", 100, 100.1), ("<", 99.9, 100), (">=", 100, 99.9), (">", 100.1, 100)]
)
def test_a_threshold_is_met_at_its_limit_or_only_beyond_it(
    operator: str, met: float, failed: float, tmp_path: Path
) -> None:
    row = only(tmp_path, {"operator": operator})
    assert row.compares
    assert row.met_by(met)
    assert not row.met_by(failed)


def test_an_authoritys_file_replaces_one_or_joins_them(tmp_path: Path) -> None:
    path = written(tmp_path, ROW)
    joined = taxonomies([str(path)])
    assert set(joined) == {"authority", *shipped()}
    assert taxonomies([f"kz={path}"])["kz"].criteria == joined["authority"].criteria


def test_a_file_saved_with_semicolons_is_read_alike(tmp_path: Path) -> None:
    plain = read_taxonomy(written(tmp_path, ROW), "authority")
    assert read_taxonomy(written(tmp_path, ROW, separator=";"), "authority") == plain


def test_what_is_to_be_shown_is_told_in_words(tmp_path: Path) -> None:
    row = only(tmp_path, {"operator": "shown", "threshold": "ISO 50001", "indicator": "energy_standard"})
    assert (row.wanted, row.threshold, row.compares, row.label) == ("ISO 50001", None, False, "Energy standard")


def test_codes_below_a_category_are_known(tmp_path: Path) -> None:
    taxonomy = read_taxonomy(written(tmp_path, ROW, ROW | {"code": "1.3.1"}), "authority")
    assert taxonomy.below("1") == ("1.3", "1.3.1")
    assert taxonomy.below("1.3") == ("1.3.1",)
    assert [row.code for row in taxonomy.of("1.3")] == ["1.3"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"code": ""}, "2:1: code: is empty or no code; write a code such as 2.2.3"),
        (
            {"operator": "at most"},
            '2:8: operator: "at most" is not known here; write one of: <=, <, >=, >, shown, none',
        ),
        ({"status": "checked"}, '2:13: status: "checked" is not known here; write one of: seen, unverified'),
        ({"status": "Seen"}, '2:13: status: "Seen" is not one of: seen, unverified; did you mean seen?'),
        ({"threshold": "100 g"}, '2:9: threshold: "100 g" has words in it; write 100 alone'),
        ({"threshold": ""}, "2:9: threshold: has no value"),
        ({"reference": ""}, "2:11: reference: is empty; write a few words"),
        ({"decree_version": ""}, "2:12: decree_version: is empty; write a few words"),
        ({"indicator": "CO2 a km"}, "2:7: indicator: is empty or no name; write small letters"),
        ({"operator": "none"}, "2:9: threshold: stands beside operator none; leave it empty, or write an operator"),
        ({"operator": "shown", "threshold": ""}, "2:9: threshold: is empty; write what is to be shown"),
        ({"activity_en": "", "activity_ru": ""}, "2:5: activity_en: is empty in every language"),
        (
            {"operator": "unknown", "threshold": ""},
            "2:13: status: says seen of a threshold that is not known; write unverified",
        ),
    ],
)
def test_a_bad_row_is_answered_with_its_place(changes: dict[str, str], message: str, tmp_path: Path) -> None:
    (problem,) = said(tmp_path, changes)
    assert problem.startswith(message)


def test_columns_that_are_missing_twice_or_unknown_are_told(tmp_path: Path) -> None:
    path = tmp_path / "authority.csv"
    path.write_text("code,code,treshold\n1,1,1\n", encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_taxonomy(path, "authority")
    told = str(caught.value)
    assert "code: is there twice; keep one column" in told
    assert '"treshold" is not one of' in told
    assert "did you mean threshold?" in told
    assert "status: this column is missing; add it to the first line" in told


def test_files_that_cannot_be_read_are_answered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        taxonomies([str(tmp_path / "none.csv")])
    with pytest.raises(UsageError, match="cannot be read"):
        taxonomies([f"kz={tmp_path}"])
    with pytest.raises(UsageError, match="give a name of small letters"):
        taxonomies([f"KZ 2026={written(tmp_path, ROW)}"])
    path = tmp_path / "old.csv"
    path.write_bytes("code\nэнергия".encode("cp1251"))
    with pytest.raises(CaseError, match="is not written in UTF-8"):
        read_taxonomy(path, "old")
    path.write_text(",".join(COLUMNS), encoding="utf-8")
    with pytest.raises(CaseError, match="has no rows"):
        read_taxonomy(path, "old")


def test_a_taxonomy_lists_its_versions_once() -> None:
    assert len(taxonomies()["eu"].versions) == 1
    assert Taxonomy("empty", "empty.csv", ()).versions == ()


def test_the_manual_explains_every_column_and_operator() -> None:
    page = (Path(__file__).parents[2] / "docs" / "taxonomy.md").read_text(encoding="utf-8")
    assert [word for word in (*COLUMNS, *OPERATORS) if f"`{word}`" not in page] == []
