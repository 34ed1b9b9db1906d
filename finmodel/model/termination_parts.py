"""Which termination sections a case is made of: what is at stake, and one instance for each of the five cases."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.model.termination.authority_default import authority_default
from finmodel.model.termination.claims import claims
from finmodel.model.termination.corruption import corruption
from finmodel.model.termination.equity_at_stake import equity_at_stake
from finmodel.model.termination.equity_compensation.contributed_compounded import contributed_compounded
from finmodel.model.termination.equity_compensation.market_value import market_value
from finmodel.model.termination.equity_compensation.npv_at_base_irr import npv_at_base_irr
from finmodel.model.termination.exposure import exposure
from finmodel.model.termination.force_majeure import force_majeure
from finmodel.model.termination.outcome import outcome
from finmodel.model.termination.private_default_book_value import private_default_book_value
from finmodel.model.termination.private_default_debt import private_default_debt
from finmodel.model.termination.private_default_market_value import private_default_market_value

__all__ = ["termination_parts"]

_EQUITY = {
    "npv_at_base_irr": npv_at_base_irr,
    "contributed_compounded": contributed_compounded,
    "market_value": market_value,
}
_PRIVATE = {
    "debt": private_default_debt,
    "market_value": private_default_market_value,
    "book_value": private_default_book_value,
}


def termination_parts(case: Case) -> Iterable[Part]:
    """Nothing, unless the case states its terms of termination."""
    stated = case.termination
    if stated is None:
        return
    by_choice = stated.voluntary_equity_compensation or stated.equity_compensation
    yield claims.part()
    yield equity_at_stake.part()
    for name, label, sections in (
        ("termination_authority", "Authority's default", (authority_default, _EQUITY[stated.equity_compensation])),
        ("termination_voluntary", "Voluntary termination by the authority", (authority_default, _EQUITY[by_choice])),
        ("termination_private", "Private partner's default", (_PRIVATE[stated.private_default],)),
        ("termination_force_majeure", "Termination for force majeure", (force_majeure,)),
        ("termination_corruption", "Termination for corruption", (corruption,)),
    ):
        first, *others = sections
        yield first.instance(name, *others, outcome, label=label)
    yield exposure.part()
