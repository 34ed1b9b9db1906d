"""Every rule of a review in one list, and what they find in a case, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.analysis.review.allocation_rules import ALLOCATION_RULES
from finmodel.analysis.review.claim_rules import CLAIM_RULES
from finmodel.analysis.review.emission_rules import EMISSION_RULES
from finmodel.analysis.review.framework_rules import FRAMEWORK_RULES
from finmodel.analysis.review.impact_rules import IMPACT_RULES
from finmodel.analysis.review.material import Material
from finmodel.analysis.review.rule import Rule
from finmodel.analysis.review.taxonomy_rules import TAXONOMY_RULES
from finmodel.review import COMPONENTS, SEVERITIES, Finding

__all__ = ["RULES", "findings"]

RULES: Sequence[Rule] = (
    *ALLOCATION_RULES,
    *TAXONOMY_RULES,
    *IMPACT_RULES,
    *EMISSION_RULES,
    *CLAIM_RULES,
    *FRAMEWORK_RULES,
)
"""In the order in which their findings are told, within a severity and a component."""


def findings(material: Material) -> tuple[Finding, ...]:
    """What every rule finds: by severity, then in the order of the components."""
    grave, place = list(SEVERITIES), list(COMPONENTS)
    found = [finding for rule in RULES for finding in rule.findings(material)]
    return tuple(sorted(found, key=lambda one: (grave.index(one.severity), place.index(one.component))))
