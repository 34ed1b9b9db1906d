"""A second model of a PPP deal, written out in plain loops from the methods, to check the definitions against.

It reads the same case and shares nothing with the model: months are counted one by one, losses keep their age,
present values are sums. ``replicate`` gives every main line under the name that the model gives it.
"""

from __future__ import annotations

from dataclasses import dataclass

from finmodel.inputs.case import Case
from tests.model.replica_cash import Cash
from tests.model.replica_debt import Contract
from tests.model.replica_operation import clock_of, operation_of
from tests.model.replica_returns import lows_of, ratios_of, returns_of
from tests.model.replica_sizing import contracted, forecast, sized

__all__ = ["Replica", "replicate"]


@dataclass(frozen=True, slots=True)
class Replica:
    """What a deal does: series by period and single values, by the names of the model's lines."""

    contract: Contract
    series: dict[str, list[float | None]]
    values: dict[str, float | None]


def replicate(case: Case, contract: Contract | None = None) -> Replica:
    """The deal sized, or under a contract agreed before."""
    clock = clock_of(case)
    operation = operation_of(case, clock)
    if contract is None:
        contract, loan = sized(case, clock, operation)
    else:
        loan = contracted(case, clock, operation, contract)
    cash = Cash(case, clock, operation, loan, contract.reserve, forecast(case, clock, operation, loan, None))
    name = next(iter(case.facilities))
    kept: dict[str, list[float | None]] = {key: list(values) for key, values in cash.lines.items()}
    for key in ("interest_paid", "principal_paid", "interest_arrears", "closing"):
        kept[f"{name}.{key}"] = kept.pop(key)
    for key, row in {
        "uses": loan.uses,
        "debt_drawdown": loan.drawdown,
        f"{name}.upfront_fee": loan.upfront_fee,
        f"{name}.commitment_fee": loan.commitment_fee,
        f"{name}.interest_during_construction": loan.building_interest,
        f"{name}.scheduled_interest": loan.interest,
        f"{name}.scheduled_principal": loan.principal,
        f"{name}.scheduled_closing": loan.closing,
        "revenue_total": operation.revenue,
        "revenue_received": operation.received,
        "opex_paid": operation.opex_paid,
        "lifecycle_total": operation.lifecycle,
        "capex_total": operation.capex,
        "vat_paid": operation.vat_paid,
        "vat_refund": operation.vat_refund,
        "mra_target": operation.mra_target,
    }.items():
        kept[key] = list(row)
    ratios = ratios_of(case, clock, loan, cash)
    values: dict[str, float | None] = {
        "total_uses": contract.uses,
        f"{name}.commitment": contract.commitment,
        "dsra_initial": contract.reserve,
        "sponsor_commitment": contract.sponsors,
        **lows_of(ratios),
        **returns_of(case, clock, operation, cash),
    }
    return Replica(contract, {**kept, **ratios}, values)
