"""Small uncertain deals with support, and who bears what in them; made once for the same question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from finmodel.analysis.paired_runs import Asked, sharing
from finmodel.inputs.risks import public_parties
from finmodel.inputs.support import Instrument, instruments, revenue_guarantees
from finmodel.risk_distributions import RiskLoad, Sharing
from tests.model.measures.soft_loan import SOFT
from tests.uncertain_case import RISKS, UNCERTAIN, loaded, plan, results

__all__ = ["BACKED", "TOPPED_UP", "shared", "support_of"]

BACKED: dict[str, Any] = {
    **UNCERTAIN,
    **RISKS,
    "valuation": {"convention": "periods", "project_discount_rate": 0.10},
    "facilities.soft": {**SOFT, "label": "Soft loan"},
    "guarantees.cover": {
        "type": "first_loss_guarantee", "covers": ["senior"], "amount": 100.0, "fee_rate": 0.01, "claim_rate": 0.05,
    },
}  # fmt: skip
"""The small deal with a soft loan and a first-loss guarantee, cost and payment uncertain."""

TOPPED_UP: dict[str, Any] = {
    "valuation": {"convention": "periods", "project_discount_rate": 0.10},
    "revenue": {"fares": {"type": "plain_stream", "payer": "users", "amount": [0.0, 0.0, *[100.0] * 8]}},
    "opex": {},
    "revenue_guarantees.mrg": {"streams": ["fares"], "forecast": 100.0, "floors": {"low": {"upper": 0.8}}},
    "uncertainty.variables.demand": {
        "figures": ["revenue.fares.amount"],
        "way": "times",
        "distribution": {"type": "lognormal", "mean": 1, "deviation": 0.3},
    },
}
"""Fares of 100 a year times a lognormal number, made up to 80."""


def support_of(changes: Mapping[str, Any]) -> tuple[Instrument, ...]:
    """The instruments of a deal, guarantees of revenue included."""
    case, inputs = loaded(changes).case, results(changes).inputs
    return (*instruments(case, inputs), *revenue_guarantees(case, inputs))


def shared(changes: Mapping[str, Any], scenarios: int = 400, asked: Asked | None = None, **wanted: Any) -> Sharing:
    """Who bears what in a deal, and what its support is worth."""
    terms = asked or Asked()
    given = (terms.parties, terms.support, terms.load.kind, terms.load.number, terms.discount_rate)
    return _shared(json.dumps(changes), scenarios, given, json.dumps(wanted))


@cache
def _shared(changes: str, scenarios: int, given: tuple[Any, ...], wanted: str) -> Sharing:
    deal, (parties, support, kind, number, rate) = json.loads(changes), given
    asked = Asked(parties, support, RiskLoad(kind, number), rate)
    made = plan(deal, scenarios, **json.loads(wanted))
    return sharing(results(deal), made, support_of(deal), public_parties(loaded(deal).case), asked)
