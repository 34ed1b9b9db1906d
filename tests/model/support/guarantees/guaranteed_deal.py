"""The small deal with one loan of 600 at 10 %, repaid in six parts of 100 from 2029 on, and guarantees behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

__all__ = ["LOAN", "as_planned", "guarantee", "shocked"]

LOAN: dict[str, Any] = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.default_margin": 0.0,
}
"""Debt service of 160, 150, 140, 130, 120 and 110 in 2029 to 2034, on CFADS of 250 a year as planned."""


def guarantee(kind: str, **words: Any) -> dict[str, Any]:
    """A guarantee of the loan."""
    return {"type": kind, "covers": ["senior"], **words}


def as_planned(*, deal: Mapping[str, Any] | None = None, **guarantees: Mapping[str, Any]) -> Batch:
    """The deal sized, with these guarantees by name."""
    return sized({**LOAN, **(deal or {}), "guarantees": guarantees})


def shocked(
    cfads: Mapping[int, float], *, deal: Mapping[str, Any] | None = None, shock: Mapping[str, Any] | None = None,
    **guarantees: Mapping[str, Any],
) -> Batch:  # fmt: skip
    """The deal as contracted, met by years in which CFADS is not 250 but as given, and by other changed figures."""
    years = {year: cfads.get(year, 250.0) + 50.0 for year in range(2027, 2038)}
    planned = {"revenue.payment.amount": {"by_year": dict.fromkeys(years, 300.0)}}
    changes = {"revenue.payment.amount": {"by_year": years}, **(shock or {})}
    return held({**LOAN, **(deal or {}), **planned, "guarantees": guarantees}, changes)
