"""Which fiscal sections a case is made of: the State's flows, then whatever budget and limits the case states."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.model.fiscal.accepted_before import accepted_before
from finmodel.model.fiscal.affordability import affordability
from finmodel.model.fiscal.budget import budget
from finmodel.model.fiscal.ceiling import ceiling, commitments_value
from finmodel.model.fiscal.contingent import contingent
from finmodel.model.fiscal.fiscal_year import fiscal_year
from finmodel.model.fiscal.gdp import gdp
from finmodel.model.fiscal.households import households
from finmodel.model.fiscal.limit import headroom, limit_stated, share_limit

__all__ = ["fiscal_parts"]


def fiscal_parts(case: Case) -> Iterable[Part]:
    """Nothing, unless the case has the heading ``fiscal``."""
    stated = case.fiscal
    if stated is None:
        return
    yield fiscal_year.part()
    if case.termination is not None:
        yield contingent.part()
    if stated.budget is not None:
        yield budget.part()
    if stated.gdp is not None:
        yield gdp.part()
    yield accepted_before.part()
    if stated.ppp_limit is not None:
        yield limit_stated.part()
        yield headroom.part(links={"limit_held": "limit_of_year"})
    elif stated.ppp_limit_share is not None:
        yield share_limit.part()
        yield headroom.part(links={"limit_held": "limit_by_share"})
    if stated.affordability_limit is not None:
        yield affordability.part()
    if stated.fiscal_discount_rate is not None:
        yield commitments_value.part()
    if stated.payment_ceiling is not None:
        yield ceiling.part()
    if stated.households is not None:
        yield households.part()
