"""A deal with one measured loan, drawn at once and repaid in equal parts, for tests of grant elements."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from tests.model.small_case import small_model

__all__ = ["SOFT", "many", "terms"]

SOFT: dict[str, Any] = {
    "type": "concessional_loan",
    "base_rate": 0.02,
    "day_count": "30_360",
    "tenor_months": 96,
    "market_rate": 0.15,
    "sizing": {"share": 0.2},
    "repayment": {"profile": "equal"},
}
"""A loan at 2 % beside the small deal's senior loan; the market would ask 15 %."""

_LENT = {"type": "concessional_loan", "day_count": "30_360", "sizing": {"amount": 100.0}}
_MEASURES = ("soft_dac.grant_element_share", "soft_dac.grant_element_closed", "soft_dac.periods_to_maturity")


def terms(period: str, *, rate: float = 0.02, grace: int = 60, months: int = 240, **more: Any) -> dict[str, Any]:
    """Changes to the small deal: 100 lent at the end of the first period, repaid in equal parts after ``grace``."""
    step = {"year": 12, "half_year": 6}[period]
    loan = {**_LENT, "base_rate": rate, "grace_months": grace, "tenor_months": step + months}
    return {
        "timing": {
            "start": "2027-01-01",
            "period": period,
            "construction_months": step,
            "operation_months": 480,
        },
        "facilities": {"soft": {**loan, "repayment": {"profile": "equal"}, **more}},
    }


@cache
def _engine(period: str) -> tuple[NumpyEngine, dict[str, Any]]:
    model = small_model(terms(period))
    return NumpyEngine(model.graph, model.periods, outputs=_MEASURES), dict(model.inputs.values)


def many(period: str, **inputs: list[float]) -> Batch:
    """The measures of the loan for several values of its inputs, ``soft.`` or ``dac_`` as they are named."""
    engine, values = _engine(period)
    columns = {name.replace("__", "."): np.asarray(column, float) for name, column in inputs.items()}
    return engine.run(values | columns)
