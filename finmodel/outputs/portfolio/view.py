"""A portfolio as a document in one language sees it: labels translated, names in words, values with their units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from finmodel.inputs.text import Text, in_words
from finmodel.outputs.language import Language
from finmodel.pooled import Pooled, PooledDeal

__all__ = ["PoolView"]

_MEASURES: Mapping[str, str] = {
    "uses": "share of total uses of funds",
    "debt": "share of the highest debt",
    "cfads": "share of the present value of CFADS",
    "revenue": "share of the present value of revenue",
    "covered": "share of the debt that is guaranteed",
}
_KINDS: Mapping[str, str] = {
    "case": "Case",
    "sector": "Sector",
    "city": "City",
    "currency": "Currency",
    "payer": "Payer",
    "guarantor": "Guarantor",
}


@dataclass(frozen=True, slots=True)
class PoolView:
    """What the builders of tables read: one portfolio in one language."""

    pooled: Pooled
    language: Language

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue, with values put in."""
        return self.language.gettext(message) % values if values else self.language.gettext(message)

    def text(self, label: str) -> str:
        """A label of the program or of the files, in the language."""
        return self.language.text(label) if isinstance(label, Text) else self.language.gettext(label)

    def deal(self, name: str) -> str:
        """What a deal is called."""
        found = next((deal for deal in self.pooled.deals if deal.name == name), None)
        return name if found is None else self.text(found.label)

    def one_of(self, kind: str, name: str) -> str:
        """What one of a kind is called: a case by its label, a party of one case with the case, others in words."""
        if kind == "case":
            return self.deal(name)
        if kind == "currency":
            return name
        deal, dot, party = name.partition(".")
        return f"{self.text(in_words(party))} ({self.deal(deal)})" if dot else self.text(in_words(name))

    def kind(self, kind: str) -> str:
        """A kind of concentration."""
        return self.say(_KINDS[kind])

    def measure(self, measure: str) -> str:
        """What shares are shares of."""
        return self.say(_MEASURES[measure])

    def deals(self) -> list[PooledDeal]:
        """The deals in the order of the file."""
        return list(self.pooled.deals)
