"""Words for the term sheet: what a deal says that is not a number."""

from __future__ import annotations

from finmodel.inputs.block import Block, InstanceName, Text
from finmodel.inputs.figure import word

__all__ = ["TermSheet"]


class TermSheet(Block):
    """The heading ``term_sheet``; whatever is not said stands as "to be agreed"."""

    parties: dict[InstanceName, Text] = word("Names of the parties, by key", default={})
    sponsors: Text | None = word("Sponsors", default=None)
    borrower: Text | None = word("Borrower", default=None)
    public_partner: Text | None = word("Public partner", default=None)
    lender: Text | None = word("Lender", default=None)
    agent: Text | None = word("Agent", default=None)
    guarantor: Text | None = word("Guarantor", default=None)
    ranking: Text | None = word("Ranking", default=None)
    purpose: Text | None = word("Purpose", default=None)
    drawdown: Text | None = word("Conditions of each drawdown", default=None)
    prepayment: Text | None = word("Prepayment", default=None)
    cash_sweep: Text | None = word("Cash sweep", default=None)
    credit_support: Text | None = word("Credit support", default=None)
    accounts: list[Text] = word("Project accounts", default=[])
    security: list[Text] = word("Security", default=[])
    undertakings: list[Text] = word("Information and other undertakings", default=[])
    conditions_precedent: list[Text] = word("Conditions precedent", default=[])
    representations: list[Text] = word("Representations and warranties", default=[])
    events_of_default: list[Text] = word("Events of default", default=[])
    change_of_law: Text | None = word("Change of law", default=None)
    tax_gross_up: Text | None = word("Tax gross-up and increased costs", default=None)
    convertibility: Text | None = word("Convertibility and transfer", default=None)
    ppp_agreement: Text | None = word("PPP agreement", default=None)
    payment_mechanism: Text | None = word("Payment mechanism", default=None)
    termination: Text | None = word("Termination payment", default=None)
    handback: Text | None = word("Hand-back", default=None)
    governing_law: Text | None = word("Governing law", default=None)
    disputes: Text | None = word("Disputes", default=None)
    validity: Text | None = word("Validity", default=None)
    confidentiality: Text | None = word("Confidentiality", default=None)
    costs: Text | None = word("Costs", default=None)
