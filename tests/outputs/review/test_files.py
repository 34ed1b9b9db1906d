"""The files of a review: page and workbook in the reader's language, what programs read always the same."""

import json
from pathlib import Path

from finmodel.outputs.review.files import write_review
from tests.outputs.review.packs import compliant_review, faulty_review


def test_a_folder_holds_page_workbook_and_tables(tmp_path: Path) -> None:
    written = write_review(faulty_review(), tmp_path)
    names = [path.name for path in written]
    assert names[:3] == ["review.html", "review.xlsx", "review.json"]
    assert {"allocation.csv", "impact.csv", "screening.csv", "unverified.csv"} <= set(names)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_only_what_people_read_is_translated(tmp_path: Path) -> None:
    for lang in ("en", "ru"):
        write_review(faulty_review(), tmp_path / lang, lang=lang)
    english, russian = tmp_path / "en", tmp_path / "ru"
    for name in ("review.json", "allocation.csv", "screening.csv"):
        assert (english / name).read_bytes() == (russian / name).read_bytes()
    assert '<html lang="ru">' in (russian / "review.html").read_text(encoding="utf-8")
    assert "Солнечные крыши" in (russian / "review.html").read_text(encoding="utf-8")


def test_a_report_of_a_year_says_so(tmp_path: Path) -> None:
    write_review(compliant_review(), tmp_path)
    assert json.loads((tmp_path / "review.json").read_text())["document"] == "Annual report for review, 2028"
