"""The files of a review in one folder: the page, the workbook, and the tables for a verifier's own tools."""

from __future__ import annotations

from pathlib import Path

from finmodel.outputs.files import replacing, write_text
from finmodel.outputs.language import translator
from finmodel.outputs.review.data import review_json, table_csv
from finmodel.outputs.review.pack import review_pack
from finmodel.outputs.review.workbook import write_review_workbook
from finmodel.outputs.review.writer import write_pack
from finmodel.review import Review

__all__ = ["write_review"]


def write_review(review: Review, directory: Path, *, lang: str = "en") -> tuple[Path, ...]:
    """Page and workbook in a language; JSON and CSV, which programs read, always in English. Returns their paths."""
    language = translator(lang)
    pack = review_pack(review, language)
    plain = pack if lang == "en" else review_pack(review, translator("en"))
    page, book, data = (directory / name for name in ("review.html", "review.xlsx", "review.json"))
    write_pack(pack, page, language)
    with replacing(book) as draft:
        write_review_workbook(pack, draft, language)
    write_text(data, review_json(plain, review.results))
    tables = []
    for table in plain.registers:
        tables.append(directory / f"{table.key}.csv")
        write_text(tables[-1], table_csv(table))
    return (page, book, data, *tables)
