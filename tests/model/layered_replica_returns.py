"""The layered replica's results: cover of senior and of all debt, returns, and what each party's flows are worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.model.layered_replica_cash import LayeredCash
from tests.model.layered_replica_plan import Plan
from tests.model.layered_replica_terms import Deal
from tests.model.replica_operation import Series, operation_of
from tests.model.replica_returns import Ratios, Values

__all__ = ["parties_of", "ratios_of"]


def ratios_of(deal: Deal, plan: Plan, cash: LayeredCash) -> Ratios:
    """Every cover ratio of every period; none where there is nothing to cover."""
    nothing, clock = deal.case.project.tolerance.number, deal.clock
    cfads, names = cash.lines["cfads"], [one.name for one in deal.senior]
    served = [any(one.served[t] for one in deal.senior) for t in clock.periods]
    rates = [_senior_rate(deal, plan, cash, t) for t in clock.periods]
    found: Ratios = {"dscr": [], "icr": [], "llcr": [], "plcr": []}
    if len(deal.ranks) > 1:
        found["total_dscr"] = []
    for t in clock.periods:
        interest = sum(cash.lines[f"{name}.restated_interest"][t] for name in names)
        service = cash.lines["tested_debt_service"][t]
        fees = service - sum(cash.lines[f"{name}.restated_service"][t] for name in names)
        every = sum(cash.lines[f"{name}.restated_service"][t] for name in deal.tranches)
        owed = sum(cash.lines[f"{name}.closing"][t - 1] for name in names) if t and served[t] else 0.0
        found["dscr"].append(cfads[t] / service if service - fees > nothing else None)
        found["icr"].append(cfads[t] / interest if interest > nothing else None)
        if "total_dscr" in found:
            found["total_dscr"].append(cfads[t] / (every + fees) if every > nothing else None)
        for name, counts in (("llcr", served), ("plcr", [not clock.building(u) for u in clock.periods])):
            found[name].append(_value(cfads, rates, counts, t) / owed if owed > nothing else None)
    return found


def _senior_rate(deal: Deal, plan: Plan, cash: LayeredCash, t: int) -> float:
    """Senior rates in the case's currency, weighted by scheduled balance at the start, or by commitment."""
    weights = {one.name: plan.schedules[one.name].closing[t - 1] if t else 0.0 for one in deal.senior}
    if sum(weights.values()) <= deal.case.project.tolerance.number:
        weights = {one.name: cash.agreed.commitments[one.name] for one in deal.senior}
    total = sum(weights.values())
    return sum(weights[one.name] * one.case_rate(t) for one in deal.senior) / total if total else 0.0


def _value(cfads: Series, rates: Series, counts: list[bool], start: int) -> float:
    value, factor = 0.0, 1.0
    for t in range(start, len(cfads)):
        factor /= 1 + rates[t]
        value += cfads[t] * factor if counts[t] else 0.0
    return value


def parties_of(deal: Deal, plan: Plan, cash: LayeredCash) -> Values:
    """The present value of what each party receives less what it pays, at the project's discount rate."""
    clock, operation, line = deal.clock, deal.operation, cash.lines
    net: dict[str, Series] = defaultdict(lambda: [0.0 for _ in clock.periods])

    def receives(party: str, flow: Series, sign: float = 1.0) -> None:
        net[party] = [before + sign * amount for before, amount in zip(net[party], flow, strict=True)]

    for party, flow in _suppliers(deal):
        receives(party, flow)
    for flow, sign in ((line["tax_paid"], 1), (operation.vat_paid, 1), (operation.vat_refund, -1)):
        receives("state_budget", flow, sign)
    receives("account_bank", line["interest_income"], -1)
    for name, stream in deal.case.revenue.items():
        alone = operation_of(deal.case.model_copy(update={"revenue": {name: stream}}), clock)
        receives(stream.payer, alone.received, -1)
    for name, grant in deal.grants.items():
        receives(grant.grantor, plan.granted[name], -1)
    for put in ("equity_drawdown", "shareholder_loan_drawdown"):
        receives("sponsor", line[put], -1)
    for out in ("dividends", "share_redemption", "shareholder_loan_paid"):
        receives("sponsor", line[out])
    for name, tranche in deal.tranches.items():
        row, lender = plan.schedules[name], tranche.terms.lender
        receives(lender, row.drawdown, -1)
        for flow in (row.upfront_fee, row.commitment_fee, row.funded_interest, line[f"{name}.agency_fee_paid"],
                     line[f"{name}.interest_paid"], line[f"{name}.principal_paid"], line[f"{name}.swept"]):  # fmt: skip
            receives(lender, flow)
    for name, terms in deal.guarantees.items():
        receives(terms.guarantor, line[f"{name}.paid"], -1)
        for flow in (plan.guarantee_upfront[name], plan.guarantee_building[name], plan.guarantee_fee[name],
                     line[f"{name}.claim_repaid"]):  # fmt: skip
            receives(terms.guarantor, flow)
    return {f"party_{party}.present_value": _worth(deal, flow) for party, flow in net.items()}


def _suppliers(deal: Deal) -> Iterator[tuple[str, Series]]:
    """Who is paid what for each item of cost."""
    for heading, paid in (("capex", "capex"), ("opex", "opex_paid"), ("lifecycle", "lifecycle")):
        for name, item in getattr(deal.case, heading).items():
            alone = operation_of(deal.case.model_copy(update={heading: {name: item}}), deal.clock)
            yield item.supplier, getattr(alone, paid)


def _worth(deal: Deal, flow: Series) -> float:
    clock, rate = deal.clock, deal.case.valuation.project_discount_rate.number
    years = [(day - clock.first[0]).days / 365 for day in clock.last]
    if deal.case.valuation.convention == "periods":
        years = [t * clock.step / 12 for t in clock.periods]
    return sum((amount / (1 + rate) ** year for amount, year in zip(flow, years, strict=True)), 0.0)
