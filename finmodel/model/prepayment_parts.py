"""Which sections of prepayment a case is made of: those of a facility, of each rank that is swept, and of the cash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.facilities import Loan
from finmodel.model.prepayment.costs import prepayment_costs
from finmodel.model.prepayment.in_order import in_order
from finmodel.model.prepayment.inverse_order import inverse_order
from finmodel.model.prepayment.pro_rata import pro_rata
from finmodel.model.prepayment.reserve_relief import forward_relief, reserve_relief, service_ahead
from finmodel.model.prepayment.restated import restated
from finmodel.model.prepayment.sweep import sweep, sweep_above, sweep_below, sweep_cash, sweep_test, swept_rank
from finmodel.model.prepayment.voluntary import dated_prepayment, voluntary

__all__ = ["facility_links", "facility_sections", "prepayment_parts"]

_ORDERS = {"in_order": in_order, "inverse_order": inverse_order, "pro_rata": pro_rata}


def facility_sections(case: Case, name: str, tiers: Sequence[str]) -> Iterable[Section]:
    """What prepayment adds to a facility; ``tiers``: its rank and those paid before it."""
    loan = case.facilities[name]
    if loan.prepayable or name in case.replaced():
        yield from (restated, _ORDERS[loan.prepayment_order])
        if len(tiers) == 1:
            yield from _ahead(case)
    if loan.sweep is not None:
        yield sweep
        yield from _sweep_test(loan)
    if loan.prepayments:
        yield voluntary


def _ahead(case: Case) -> Iterable[Section]:
    """What looks ahead to a senior loan's debt service and must stop to when it is prepaid."""
    yield from (service_ahead, reserve_relief)
    if case.distributions.lockup_test == "forward":
        yield forward_relief


def _sweep_test(loan: Loan) -> Iterable[Section]:
    assert loan.sweep is not None
    if loan.sweep.tested:
        yield sweep_test
    if loan.sweep.above_dscr is not None:
        yield sweep_above
    if loan.sweep.below_dscr is not None:
        yield sweep_below


def facility_links(case: Case, name: str, tier: str) -> Mapping[str, str]:
    """Where a facility's prepayment finds its cash."""
    found: dict[str, str] = {}
    if case.facilities[name].sweep is not None:
        found |= {
            "rank_sweep_cash": f"sweep_{tier}.sweep_cash_reaching",
            "rank_swept_balances": f"sweep_{tier}.swept_balances",
        }
    chosen = [other for other, loan in case.facilities.items() if loan.prepayments]
    if name in chosen:
        place = chosen.index(name)
        found["prepayment_cash"] = f"{chosen[place - 1]}.prepayment_cash_left" if place else _first_cash(case)
    return found


def _first_cash(case: Case) -> str:
    """The cash that prepayment by choice begins with."""
    return next((f"{name}.gain_cash_left" for name in case.refinancing), "cash_free")


def prepayment_parts(case: Case, tiers: Mapping[str, str]) -> Iterable[Part]:
    """The cash that is swept, rank by rank, dated prepayments, and what they cost; ``tiers``: each facility's rank."""
    swept = {name: tiers[name] for name, loan in case.facilities.items() if loan.sweep is not None}
    if swept or case.refinancing:
        yield sweep_cash.part()
    cash = "cash_for_sweep"
    for tier in dict.fromkeys(tier for tier in tiers.values() if tier in swept.values()):
        label = f"Sweep, {tier.replace('_', ' ')}"
        yield swept_rank.instance(f"sweep_{tier}", label=label, links={"cash_of_better": cash})
        cash = f"sweep_{tier}.sweep_cash_left"
    for name, loan in case.facilities.items():
        for key in loan.prepayments:
            yield dated_prepayment.instance(f"{name}_{key}", label=key.capitalize(), roles={"loan": name})
    if case.refinancing or any(loan.prepayments for loan in case.facilities.values()):
        yield prepayment_costs.part()
