"""A review as lines of text: what ``finmodel review`` tells on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.language import Language
from finmodel.outputs.review.document import FindingCard
from finmodel.outputs.review.pack import review_pack
from finmodel.review import Review

__all__ = ["review_lines"]


def review_lines(review: Review, language: Language) -> Iterator[str]:
    """What it is of, the verdict, every finding with its remedy, and how far each component is stated."""
    pack = review_pack(review, language)
    yield " · ".join((pack.title, pack.kind))
    yield pack.verdict
    for finding in pack.findings:
        yield ""
        yield from _told(finding, language)
    yield ""
    width = max((len(block.title) for block in pack.components), default=0)
    for block in pack.components:
        missing = f": {'; '.join(block.missing)}" if block.missing else ""
        yield f"{block.title:{width}}  {block.state_label}{missing}"


def _told(finding: FindingCard, language: Language) -> Iterator[str]:
    yield f"{finding.number}. {finding.severity_label}: {finding.title} ({finding.code})"
    yield f"   {finding.what}"
    yield f"   {language.gettext('Where')}: {finding.where}"
    yield f"   {language.gettext('Remedy')}: {finding.remedy}"
