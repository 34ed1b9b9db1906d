"""A second model of deals in layers, in plain loops from the documents, to check the definitions against.

Facilities in ranks, grants, guarantees, foreign currency and the sweep; time, operation, tax and returns are those of
the replica of one loan. What it does not know (see ``deal_of``) fails instead of being left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from finmodel.inputs.case import Case
from tests.model.layered_replica_cash import LayeredCash
from tests.model.layered_replica_plan import Plan
from tests.model.layered_replica_returns import parties_of, ratios_of
from tests.model.layered_replica_sizing import contracted, forecast, sized
from tests.model.layered_replica_terms import Agreed, Deal, deal_of
from tests.model.replica_operation import Series, clock_of, operation_of
from tests.model.replica_returns import Ratios, Values, lows_of, returns_of

__all__ = ["LayeredReplica", "replicate_layers"]


@dataclass(frozen=True, slots=True)
class LayeredReplica:
    """What a deal in layers does: series by period and single values, by the names of the model's lines."""

    agreed: Agreed
    series: Ratios
    values: Values


def replicate_layers(case: Case, agreed: Agreed | None = None) -> LayeredReplica:
    """The deal sized, or under what was agreed before."""
    clock = clock_of(case)
    deal = deal_of(case, clock, operation_of(case, clock))
    if agreed is None:
        agreed, plan = sized(deal)
    else:
        plan = contracted(deal, agreed)
    first = deal.senior[0].terms.sizing.tax
    cash = LayeredCash(deal, plan, agreed, forecast(deal, plan, first, None))
    ratios = ratios_of(deal, plan, cash)
    series: Ratios = {name: list(row) for name, row in (_planned(deal, plan) | _happened(deal, cash)).items()}
    return LayeredReplica(agreed, series | ratios, _values(deal, plan, cash, ratios))


def _planned(deal: Deal, plan: Plan) -> dict[str, Series]:
    """Lines of funding and schedules."""
    periods = deal.clock.periods
    found = {
        "uses": plan.uses,
        "debt_drawdown": [plan.drawn(t) for t in periods],
        "dsra_target": [plan.reserve_target(t) for t in periods],
        "scheduled_debt_service": [plan.senior_service(t) for t in periods],
    }
    for name, tranche in deal.tranches.items():
        row, added = plan.schedules[name], tranche.terms.construction_interest == "added"
        found |= {
            f"{name}.upfront_fee": row.upfront_fee,
            f"{name}.commitment_fee": row.commitment_fee,
            f"{name}.drawdown": row.drawdown,
            f"{name}.interest_during_construction": row.added_interest if added else row.funded_interest,
            f"{name}.scheduled_interest": row.interest,
            f"{name}.scheduled_principal": row.principal,
            f"{name}.scheduled_closing": row.closing,
        }
    for name in deal.guarantees:
        found |= {
            f"{name}.guarantee_upfront_fee": plan.guarantee_upfront[name],
            f"{name}.fee_in_construction": plan.guarantee_building[name],
            f"{name}.fee_in_operation": plan.guarantee_fee[name],
        }
    return found | {f"{name}.used": row for name, row in plan.granted.items()}


def _happened(deal: Deal, cash: LayeredCash) -> dict[str, Series]:
    """Lines of the accounts, by the model's names; the first rank has some of its own."""
    first = deal.ranks[0]
    named = {f"rank_{first}.paid": "debt_service_paid", f"rank_{first}.rank_arrears": "arrears"}
    swept = {name for name, one in deal.tranches.items() if one.terms.sweep is not None}
    hidden = (".agency_fee_paid", ".restated_interest", ".restated_service")
    found = {}
    for name, row in cash.lines.items():
        if name.endswith(hidden) or (name.endswith(".swept") and name[: -len(".swept")] not in swept):
            continue
        found[named.get(name, name)] = row
    return found


def _values(deal: Deal, plan: Plan, cash: LayeredCash, ratios: Ratios) -> Values:
    """Single values: what was agreed, the lowest cover, returns, parties."""
    agreed = cash.agreed
    lows = lows_of(ratios)
    return {
        "total_uses": agreed.uses,
        "dsra_initial": agreed.reserve,
        "sponsor_commitment": agreed.sponsors,
        **{f"{name}.commitment": amount for name, amount in agreed.commitments.items()},
        **{f"{name}.agreed": amount for name, amount in agreed.grants.items()},
        **{f"{name}.highest_amount": agreed.highest(terms) for name, terms in deal.guarantees.items()},
        **lows,
        **returns_of(deal.case, deal.clock, deal.operation, cash),
        **parties_of(deal, plan, cash),
    }
