"""Brings the catalogues up to date with the messages: ``python -m tests.outputs.catalogues`` rewrites them in place.

Translations are kept; a message that is new stands with an empty one, a message that is gone goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from finmodel.outputs.language import LANGUAGES
from finmodel.resources import templates_folder
from tests.outputs.messages import messages

__all__ = ["catalogue_text", "translations", "update"]

Translation = str | tuple[str, ...]
_LOCALE = templates_folder() / "locale"


def po_path(language: str) -> Path:
    """Where the catalogue of a language stands; the template of messages stands under no language."""
    return _LOCALE / language / "LC_MESSAGES/finmodel.po" if language else _LOCALE / "finmodel.pot"


def translations(language: str) -> dict[str, Translation]:
    """What a catalogue says now, by the English text (of a plural, that for one)."""
    with po_path(language).open("rb") as file:
        found = read_po(file, locale=language)
    return {m.id if isinstance(m.id, str) else m.id[0]: _fixed(m.string or "") for m in found if m.id}


def _fixed(translation: str | Sequence[str]) -> Translation:
    return translation if isinstance(translation, str) else tuple(translation)


def catalogue_text(language: str, known: Mapping[str, Translation]) -> bytes:
    """The catalogue as it should be: every message in order, with its translation."""
    catalog = Catalog(locale=language or None, fuzzy=False, header_comment="# Messages of finmodel's documents.")
    for message, place in messages().items():
        key = message if isinstance(message, str) else message[0]
        catalog.add(message, known.get(key, ""), locations=[(place, 0)])
    text = BytesIO()
    write_po(text, catalog, width=110, include_lineno=False, omit_header=False)
    lines = text.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING)).encode()


_CHANGING = (
    '"Generated-By',
    '"Language-Team',
    '"Last-Translator',
    '"PO-Revision-Date',
    '"POT-Creation-Date',
    '"Project-Id-Version',
    '"Report-Msgid',
)
"""Lines of the header that say when and by whom, and not what."""


def update() -> None:
    """Writes the template of messages and every catalogue."""
    po_path("").write_bytes(catalogue_text("", {}))
    for language in LANGUAGES:
        po_path(language).write_bytes(catalogue_text(language, translations(language)))


if __name__ == "__main__":
    update()
