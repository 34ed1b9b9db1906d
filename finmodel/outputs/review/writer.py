"""Writing the reviewer's pack as one HTML file that fetches nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from finmodel.outputs.files import write_text
from finmodel.outputs.language import Language
from finmodel.outputs.review.cells import cell_text
from finmodel.outputs.review.document import Pack, marked_column
from finmodel.outputs.web_page import rendered

__all__ = ["render_pack", "write_pack"]


def write_pack(pack: Pack, path: Path, language: Language) -> None:
    """The pack in a language; ``UsageError`` for a bad place."""
    write_text(path, render_pack(pack, language))


def render_pack(pack: Pack, language: Language) -> str:
    """The pack as one HTML text, the same for the same pack."""
    return rendered("review/review.html", language, pack=pack, shown=partial(cell_text, language), marked=marked_column)
