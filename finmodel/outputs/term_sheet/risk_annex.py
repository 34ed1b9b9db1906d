"""The annex on risks: the allocation matrix, who bears what as computed, and what differs from what was intended."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.risk_tables import (
    expected_note,
    finding_sentences,
    matrix_table,
    sharing_table,
    words_table,
)
from finmodel.outputs.term_sheet.view import View

__all__ = ["risk_annex"]


def risk_annex(view: View) -> Iterator[Section]:
    """The annex of a case that states risks; none for another, nor for a scenario."""
    if not view.results.risk_sharing.risks:
        return
    found = finding_sentences(view) or [view.say("Every computed risk is borne as intended.")]
    yield Section(
        "annex-risks",
        view.say("Risk sharing"),
        terms=(Term(view.say("Findings"), tuple(found)),),
        tables=(matrix_table(view), sharing_table(view), words_table(view)),
        note=expected_note(view),
    )
