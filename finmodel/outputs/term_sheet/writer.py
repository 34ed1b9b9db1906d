"""Composing the term sheet from results and writing it as one HTML file that fetches nothing."""

from __future__ import annotations

from pathlib import Path

from finmodel.outputs.files import write_text
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.cover import cover_page
from finmodel.outputs.term_sheet.document import TermSheet
from finmodel.outputs.term_sheet.economic_annex import economic_annex
from finmodel.outputs.term_sheet.green_terms import green_annex, green_sections
from finmodel.outputs.term_sheet.innovation_terms import innovation_sections
from finmodel.outputs.term_sheet.issuance_sheet import issuance_sheet
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
from finmodel.outputs.term_sheet.thematic_terms import thematic_sections
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.web_page import rendered
from finmodel.results import Results

__all__ = ["render_term_sheet", "term_sheet", "write_term_sheet"]


def write_term_sheet(results: Results, path: Path | str, lang: str) -> None:
    """The term sheet of one run in ``en``, ``ru`` or ``kk``; ``UsageError`` for another language or a bad place."""
    write_text(Path(path), render_term_sheet(results, lang))


def render_term_sheet(results: Results, lang: str) -> str:
    """The term sheet as one HTML text, the same for the same results."""
    language = translator(lang)
    return rendered("term_sheet/term_sheet.html", language, sheet=term_sheet(View(results, language)))


def term_sheet(view: View) -> TermSheet:
    """The document as sections and annexes, before it is laid out."""
    page = cover_page(view)
    if view.results.is_issuance:
        return issuance_sheet(view, page)
    opening = (parties_section(view), *vehicle_section(view))
    protecting = protection_sections(view)
    sections = (
        *opening,
        *loan_sections(view),
        *thematic_sections(view),
        revenue_section(view),
        *land_sections(view),
        *innovation_sections(view),
        *green_sections(view),
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
            *green_annex(view),
            *risk_annex(view),
            assumptions_annex(view),
            checks_annex(view),
            version_annex(view),
        ),
        colophon=page.colophon,
    )
