"""A study of the small deal in which everything occurs: blanks, jumps, never, already, whole months, variance."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from finmodel.analysis.sensitivity.sobol_points import sobol_points
from finmodel.analysis.sensitivity.variance import Sampling
from finmodel.inputs.sensitivity_asked import Words
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.questions import find_sensitivities
from finmodel.results import Results
from finmodel.sensitivities import Sensitivities
from tests.model.small_case import small

__all__ = ["derived", "studied", "view"]

STATED: dict[str, Any] = {
    "kpis": ["equity_irr", "dscr_minimum"],
    "moves": {
        "payment": {
            "label": {"en": "Payment", "ru": "Плата"}, "figures": ["revenue.payment.amount"], "times": [0.2, 1.2],
        },
        "cost": {"figures": ["capex.*.overrun"], "add": ["-10 %", "10 %"]},
        "delay": {"figures": ["timing.delay_months"], "to": [0, 24]},
        "tax": {"figures": ["tax.cit_rate"], "to": [0, 0.2]},
    },
    "two_way": [{"rows": "cost", "columns": "payment", "steps": 3}],
    "break_even": [
        {"kpi": "equity_irr", "equals": "15 %", "figure": "revenue.payment.amount"},
        {"kpi": "equity_irr", "above": "90 %", "move": "cost"},
        {"kpi": "equity_irr", "equals": "90 %", "move": "cost"},
        {"kpi": "dscr_minimum", "below": 2, "move": "payment", "between": [0.9, 1.8]},
        {"until": "default", "move": "delay"},
        {"until": "lock_up", "move": "tax", "between": [0, 0.01]},
        {"kpi": "lockup_periods_count", "equals": 1.5, "move": "delay"},
    ],
}  # fmt: skip


def _found(sensitivity: dict[str, Any], *, sampled: bool) -> tuple[Results, Sensitivities]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deal.yaml"
        path.write_text(json.dumps(small({"sensitivity": sensitivity})), encoding="utf-8")
        sampling = Sampling(64, 1, sobol_points) if sampled else None
        return find_sensitivities(path, Words(), sampling=sampling)


@cache
def studied() -> tuple[Results, Sensitivities]:
    """The results of the small deal, and the study."""
    return _found(STATED, sampled=True)


@cache
def derived() -> tuple[Results, Sensitivities]:
    """The same for a case that states nothing."""
    return _found({}, sampled=False)


def view(lang: str = "en") -> View:
    """The small deal in a language."""
    return View(studied()[0], translator(lang))
