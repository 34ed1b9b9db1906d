"""Web pages that are whole in themselves: the templates' environment, the embedded font and the colours of charts."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from string import ascii_uppercase

import jinja2

from finmodel.outputs.language import Language
from finmodel.outputs.palette import INK, PALETTE
from finmodel.resources import template_path, templates_folder

__all__ = ["rendered"]

_FONT = "fonts/golos-text"


@dataclass(frozen=True, slots=True)
class _Face:
    """One file of the embedded font: its data and the characters it is for."""

    data: str
    range: str


def rendered(template: str, language: Language, **values: object) -> str:
    """A template below ``templates/`` as one HTML text in a language, the same for the same values."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates_folder()),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["cssstring"] = _css_string
    page = environment.get_template(template)
    return page.render(language=language, letters=ascii_uppercase, faces=_faces(), colours=(*PALETTE, *INK), **values)


def _faces() -> tuple[_Face, ...]:
    ranges = json.loads(template_path(f"{_FONT}/ranges.json").read_text(encoding="utf-8"))
    files = {name: template_path(f"{_FONT}/golos-text-{name}-wght-normal.woff2") for name in ranges}
    return tuple(_Face(base64.b64encode(files[name].read_bytes()).decode(), ranges[name]) for name in ranges)


def _css_string(text: str) -> str:
    """The text for use between double quotes in a style sheet."""
    return "".join(c if c.isalnum() or c in " ,.-" else f"\\{ord(c):x} " for c in text)
