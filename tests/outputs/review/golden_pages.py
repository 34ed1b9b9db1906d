"""Golden pages: what the packs of a case without fault and of one with seeded faults say, down to the screening.

``python -m tests.outputs.review.golden_pages`` writes them anew; then read what has changed.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.review.pack import review_pack
from finmodel.outputs.review.writer import render_pack
from finmodel.questions import review_case
from tests.analysis.review.cases import COMPLIANT, FAULTY

__all__ = ["CASES", "golden_path", "page_words"]

CASES = {"compliant": COMPLIANT, "faulty": FAULTY}
_FOLDER = Path(__file__).parent / "golden"
_AUTHORITY = COMPLIANT.with_name("authority.csv")
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "li", "dt", "dd", "tr", "caption", "figcaption", "nav"}
_CELLS = {"th", "td", "span"}


class _Words(HTMLParser):
    """The text of a page: a line for each block, cells of a row apart."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as called
        self._silent += tag in {"style", "svg", "head"}
        self.text += "\n" if tag in _BLOCKS else " | " if tag in _CELLS else ""

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"style", "svg", "head"}
        self.text += "\n" if tag in _BLOCKS else ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._silent else data


def page_words(name: str) -> str:
    """What the page of a case says, down to the sources of its figures."""
    review = review_case(CASES[name], taxonomy_files=[str(_AUTHORITY)])
    language = translator("en")
    words = _Words()
    words.feed(render_pack(review_pack(review, language), language).partition('id="part-sources"')[0])
    lines = (
        re.sub(r"[ \t]+", " ", line).strip(" |") for line in words.text.replace("\N{NO-BREAK SPACE}", " ").split("\n")
    )
    return "\n".join(line for line in lines if line) + "\n"


def golden_path(name: str) -> Path:
    """Where the golden page of a case stands."""
    return _FOLDER / f"{name}.txt"


if __name__ == "__main__":
    for case in CASES:
        golden_path(case).write_text(page_words(case), encoding="utf-8")
