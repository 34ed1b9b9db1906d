"""Which sections of covenants a facility is made of: the cover that is tested, lock-up, default and cure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.expr.section import Section
from finmodel.inputs.case import Case
from finmodel.model.covenants.default import covenant_default, cured_before, equity_cure
from finmodel.model.covenants.lockup import covenant_lockup, lockup_ahead, lockup_behind
from finmodel.model.cover import cover_of

__all__ = ["covenant_sections"]


def covenant_sections(case: Case, name: str, tiers: Sequence[str]) -> Iterable[Section]:
    """What covenants and tests of cover add to a facility; ``tiers``: its rank and those paid before it."""
    loan = case.facilities[name]
    stated = loan.covenants
    if stated is not None or (loan.sweep is not None and loan.sweep.tested):
        yield cover_of(tiers)
    if stated is None:
        return
    yield covenant_lockup
    yield lockup_behind if stated.lockup_test == "historic" else lockup_ahead(tiers)
    yield covenant_default
    if stated.cure is not None:
        yield equity_cure
        cured = _cured(case)
        if cured.index(name):
            yield cured_before(cured[: cured.index(name)])


def _cured(case: Case) -> list[str]:
    """The facilities that sponsors may cure, in the order in which they are tested: by rank, then as listed."""
    loans = {name: loan for name, loan in case.facilities.items() if loan.covenants and loan.covenants.cure}
    return sorted(loans, key=lambda name: loans[name].rank)
