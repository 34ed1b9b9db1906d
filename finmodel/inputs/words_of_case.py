"""Words of a case: what it says that is not a number, under the headings that documents read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from finmodel.inputs.block import Block
from finmodel.inputs.declarations import blocks_of, declarations
from finmodel.inputs.document import dotted
from finmodel.inputs.stated_words import stated_words

__all__ = ["words_of"]


def words_of(case: Any) -> dict[str, object]:
    """What a project case or an issuance says in words: names of parties, terms, labels, definitions chosen."""
    sheet = dict(case.term_sheet)
    texts = {"project": dict(case.project), "parties": sheet.pop("parties"), "term_sheet": sheet}
    labels = {name: risk.label for name, risk in _under(case, "risks").items() if risk.label}
    chosen = {"definitions": _definitions(case), "currencies": _currencies(case), "stated_words": stated_words(case)}
    green = {"green": case.green} if getattr(case, "green", None) is not None else {}
    return {**texts, "labels": labels, **chosen, **_of_support(case), **green}


def _under(case: Any, heading: str) -> Mapping[str, Any]:
    """What stands under a heading; nothing where this kind of case has none of it."""
    found: Mapping[str, Any] = getattr(case, heading, {})
    return found


def _of_support(case: Any) -> dict[str, object]:
    """Of guarantees, grants, hedges and refinancing by name: events, who gives them, the facility they are for."""
    guarantees, grants = _under(case, "guarantees"), _under(case, "grants")
    subsidies = ((name, getattr(grant, "facility", None)) for name, grant in grants.items())
    return {
        "events": {name: terms.events for name, terms in guarantees.items() if hasattr(terms, "events")},
        "grantors": {name: grant.givers for name, grant in grants.items()},
        "subsidised": {name: facility for name, facility in subsidies if facility},
        "replaced": {name: new.facility for name, new in _under(case, "refinancing").items()},
        "hedged": {name: hedge.facility for name, hedge in _under(case, "hedges").items()},
    }


def _currencies(case: Block) -> dict[str, str]:
    """The foreign currency in which the amounts of an instance are stated, for those that have one."""
    stated = ((path[-1], getattr(block, "currency", None)) for path, block in blocks_of(case) if len(path) > 1)
    return {str(name): currency.upper() for name, currency in stated if currency}


def _definitions(case: Block) -> dict[str, object]:
    """The words that choose definitions, by their path, e.g. ``facilities.senior.repayment.profile``: ``sculpted``."""
    return {
        dotted((*path, name)): getattr(block, name)
        for path, block in blocks_of(case)
        for name, declared in declarations(type(block)).items()
        if declared.words
    }
