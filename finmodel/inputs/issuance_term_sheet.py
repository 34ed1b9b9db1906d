"""Words for the term sheet of an issuance: what its documents say that is not a number."""

from __future__ import annotations

from finmodel.inputs.block import Block, InstanceName, Text
from finmodel.inputs.figure import word

__all__ = ["IssuanceTermSheet"]


class IssuanceTermSheet(Block):
    """The heading ``term_sheet`` of an issuance; whatever is not said stands as "to be agreed"."""

    parties: dict[InstanceName, Text] = word("Names of the parties, by key", default={})
    issuer: Text | None = word("Issuer", default=None)
    arranger: Text | None = word("Arranger", default=None)
    trustee: Text | None = word("Bondholders' representative", default=None)
    paying_agent: Text | None = word("Paying agent", default=None)
    investors: Text | None = word("Investors", default=None)
    external_reviewer: Text | None = word("External reviewer", default=None)
    guarantor: Text | None = word("Guarantor", default=None)
    listing: Text | None = word("Listing and trading", default=None)
    form: Text | None = word("Form and denomination", default=None)
    ranking: Text | None = word("Ranking", default=None)
    purpose: Text | None = word("Purpose", default=None)
    credit_support: Text | None = word("Credit support", default=None)
    early_redemption: Text | None = word("Early redemption", default=None)
    business_days: Text | None = word("Business days", default=None)
    security: list[Text] = word("Security", default=[])
    undertakings: list[Text] = word("Undertakings", default=[])
    conditions_precedent: list[Text] = word("Conditions of the issue", default=[])
    events_of_default: list[Text] = word("Events of default", default=[])
    approvals: list[Text] = word("Approvals and registration", default=[])
    taxation: Text | None = word("Taxation", default=None)
    selling_restrictions: Text | None = word("Selling restrictions", default=None)
    governing_law: Text | None = word("Governing law", default=None)
    disputes: Text | None = word("Disputes", default=None)
    validity: Text | None = word("Validity", default=None)
    costs: Text | None = word("Costs", default=None)
