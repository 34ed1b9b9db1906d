"""A deal with a concessional loan, a guarantee, a risk, targets and a lever, for tests of what documents say of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.minimum_concessionality import minimum_support
from finmodel.analysis.risk_sharing import share_risks
from finmodel.analysis.support_effects import support_effects
from finmodel.inputs.risks import Risk
from finmodel.inputs.support import instruments
from finmodel.results import Results
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import small_case, small_model

__all__ = ["supported"]

_SHOCK = {"less": {"payment.amount": 120.0}}


@cache
def supported(irr: float = 0.40, dscr: float = 1.0) -> Results:
    """The results of the deal; its lever reaches an equity IRR of about 46 % at most, and a cover of about 1.3."""
    changes: dict[str, Any] = {
        "facilities.soft": {**SOFT, "label": "Soft loan"},
        "guarantees.cover": {"type": "first_loss_guarantee", "covers": ["senior"], "amount": 100.0, "fee_rate": 0.01},
        "concessionality": {
            "targets": {"equity_irr": irr, "dscr_minimum": dscr, "payments": {"payment": 310.0}},
            "lever": {"figure": "facilities.soft.base_rate", "without": "15 %", "most": 0},
        },
    }
    case, model = small_case(changes), small_model(changes)
    results = evaluate(model, About("small", "Small deal", "KZT million"))
    risks = {"less": Risk.model_validate({"id": "revenue", "probability": 0.1, "label": "Less revenue"})}
    assert case.concessionality is not None
    return replace(
        results,
        risk_sharing=share_risks(results, risks, _SHOCK, ("authority",)),
        support_effects=support_effects(results, instruments(case, model.inputs), _SHOCK),
        minimum_support=minimum_support(results, case.concessionality, case),
    )
