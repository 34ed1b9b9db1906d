"""Composing the term sheet from results and writing it as one HTML file that fetches nothing."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase

import jinja2

from finmodel.outputs.files import write_text
from finmodel.outputs.language import translator
from finmodel.outputs.palette import INK, PALETTE
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import TermSheet
from finmodel.outputs.term_sheet.economic_annex import economic_annex
from finmodel.outputs.term_sheet.innovation_terms import innovation_sections
from finmodel.outputs.term_sheet.loan_terms import loan_sections
from finmodel.outputs.term_sheet.measure_annex import measure_annex
from finmodel.outputs.term_sheet.money_annexes import money_annexes
from finmodel.outputs.term_sheet.project_terms import closing_sections, parties_section, vehicle_section
from finmodel.outputs.term_sheet.protection_terms import protection_sections
from finmodel.outputs.term_sheet.public_annexes import public_annexes
from finmodel.outputs.term_sheet.record_annexes import (
    assumptions_annex,
    checks_annex,
    results_annex,
    version_annex,
)
from finmodel.outputs.term_sheet.revenue_terms import land_sections, revenue_section
from finmodel.outputs.term_sheet.risk_annex import risk_annex
from finmodel.outputs.term_sheet.view import View
from finmodel.resources import template_path, templates_folder
from finmodel.results import Results

__all__ = ["render_term_sheet", "term_sheet", "write_term_sheet"]

_FONT = "fonts/golos-text"


@dataclass(frozen=True, slots=True)
class _Face:
    """One file of the embedded font: its data and the characters it is for."""

    data: str
    range: str


def write_term_sheet(results: Results, path: Path | str, lang: str) -> None:
    """The term sheet of one run in ``en``, ``ru`` or ``kk``; ``UsageError`` for another language or a bad place."""
    write_text(Path(path), render_term_sheet(results, lang))


def render_term_sheet(results: Results, lang: str) -> str:
    """The term sheet as one HTML text, the same for the same results."""
    language = translator(lang)
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
    return environment.get_template("term_sheet/term_sheet.html").render(
        sheet=term_sheet(View(results, language)),
        language=language,
        letters=ascii_uppercase,
        faces=_faces(),
        colours=(*PALETTE, *INK),
    )


def term_sheet(view: View) -> TermSheet:
    """The document as sections and annexes, before it is laid out."""
    page = cover_page(view)
    opening = (parties_section(view), *vehicle_section(view))
    protecting = protection_sections(view)
    sections = (
        *opening,
        *loan_sections(view),
        revenue_section(view),
        *land_sections(view),
        *innovation_sections(view),
        *protecting,
        *closing_sections(view),
    )
    return TermSheet(
        title=page.title,
        subtitle=page.subtitle,
        facts=page.facts,
        status=page.status,
        headlines=page.headlines,
        sections=sections,
        annexes=(
            results_annex(view),
            *money_annexes(view),
            *measure_annex(view),
            *public_annexes(view),
            *economic_annex(view),
            *risk_annex(view),
            assumptions_annex(view),
            checks_annex(view),
            version_annex(view),
        ),
        colophon=page.colophon,
    )


def _faces() -> tuple[_Face, ...]:
    ranges = json.loads(template_path(f"{_FONT}/ranges.json").read_text(encoding="utf-8"))
    files = {name: template_path(f"{_FONT}/golos-text-{name}-wght-normal.woff2") for name in ranges}
    return tuple(_Face(base64.b64encode(files[name].read_bytes()).decode(), ranges[name]) for name in ranges)


def _css_string(text: str) -> str:
    """The text for use between double quotes in a style sheet."""
    return "".join(c if c.isalnum() or c in " ,.-" else f"\\{ord(c):x} " for c in text)
