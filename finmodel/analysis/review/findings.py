"""Every rule of a review in one list, and what they find in a case, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.analysis.review.allocation_rules import ALLOCATION_RULES
from finmodel.analysis.review.claim_rules import CLAIM_RULES
from finmodel.analysis.review.emission_rules import EMISSION_RULES
from finmodel.analysis.review.framework_rules import FRAMEWORK_RULES
from finmodel.analysis.review.impact_rules import IMPACT_RULES
from finmodel.analysis.review.linked_material import LinkedMaterial
from finmodel.analysis.review.linked_rules import LINKED_RULES
from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Rule
from finmodel.analysis.review.taxonomy_rules import TAXONOMY_RULES
from finmodel.review import COMPONENTS, SEVERITIES, Finding

__all__ = ["RULES", "findings", "in_order", "linked_findings"]

RULES: Sequence[Rule[Material]] = (
    *ALLOCATION_RULES,
    *TAXONOMY_RULES,
    *IMPACT_RULES,
    *EMISSION_RULES,
    *CLAIM_RULES,
    *FRAMEWORK_RULES,
)
"""In the order in which their findings are told, within a severity and a component."""


def findings(material: Material) -> tuple[Finding, ...]:
    """What every rule on labelled instruments finds: by severity, then in the order of the components."""
    return in_order(finding for rule in RULES for finding in rule.findings(material))


def linked_findings(material: LinkedMaterial) -> tuple[Finding, ...]:
    """What every rule on instruments that are linked to targets finds, in the same order."""
    return in_order(finding for rule in LINKED_RULES for finding in rule.findings(material))


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The gravest first, then in the order of the components."""
    grave, place = list(SEVERITIES), list(COMPONENTS)
    return tuple(sorted(found, key=lambda one: (grave.index(one.severity), place.index(one.component))))
