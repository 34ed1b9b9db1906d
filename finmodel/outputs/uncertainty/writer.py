"""Writing a page about uncertainty as one HTML file that fetches nothing."""

from __future__ import annotations

from pathlib import Path

from finmodel.outputs.files import write_text
from finmodel.outputs.language import Language
from finmodel.outputs.uncertainty.page import Page
from finmodel.outputs.web_page import rendered

__all__ = ["render_page", "write_page"]


def write_page(page: Page, path: Path, language: Language) -> None:
    """The page in a language; ``UsageError`` for a bad place."""
    write_text(path, render_page(page, language))


def render_page(page: Page, language: Language) -> str:
    """The page as one HTML text, the same for the same page."""
    return rendered("uncertainty/page.html", language, page=page)
