"""The replica's results: cover ratios as sums of discounted flows, returns on dates, payback counted along the way."""

from __future__ import annotations

import pyxirr

from finmodel.inputs.case import Case
from tests.model.replica_cash import Cash
from tests.model.replica_debt import Loan
from tests.model.replica_operation import Clock, Operation, Series
from tests.model.replica_tax import carried_periods, tax_depreciation, tax_of, tax_rates

__all__ = ["Ratios", "Values", "lows_of", "ratios_of", "returns_of"]

Ratios = dict[str, list[float | None]]
Values = dict[str, float | None]


def ratios_of(case: Case, clock: Clock, loan: Loan, cash: Cash) -> Ratios:
    """Every cover ratio of every period; none where there is nothing to cover."""
    nothing = case.project.tolerance.number
    cfads, owed = cash.lines["cfads"], [0.0, *cash.lines["closing"]]
    found: Ratios = {"dscr": [], "icr": [], "llcr": [], "plcr": []}
    for t in clock.periods:
        debt = owed[t] if loan.served[t] and owed[t] > nothing else 0.0
        repaid = loan.interest[t] + loan.principal[t] > nothing
        found["dscr"].append(cfads[t] / loan.service(t) if repaid else None)
        found["icr"].append(cfads[t] / loan.interest[t] if loan.interest[t] > nothing else None)
        for name, counts in (("llcr", loan.served), ("plcr", [not clock.building(u) for u in clock.periods])):
            found[name].append(_value(cfads, loan.rate, counts, t) / debt if debt else None)
    return found


def _value(cfads: Series, rate: Series, counts: list[bool], start: int) -> float:
    """At the start of a period, what the periods from there on are worth at the loan's own rates."""
    value, factor = 0.0, 1.0
    for t in range(start, len(cfads)):
        factor /= 1 + rate[t]
        value += cfads[t] * factor if counts[t] else 0.0
    return value


def lows_of(ratios: Ratios) -> Values:
    """The weakest of each ratio, and the mean of the cover ratios."""
    known = {name: [value for value in values if value is not None] for name, values in ratios.items()}
    found: Values = {f"{name}_minimum": min(values, default=None) for name, values in known.items()}
    return found | {"dscr_average": sum(known["dscr"]) / len(known["dscr"]) if known["dscr"] else None}


def returns_of(case: Case, clock: Clock, operation: Operation, cash: Cash) -> Values:
    """Internal rates on dates, present values at financial close, payback and multiple."""
    before_tax = [
        operation.received[t]
        - operation.opex_paid[t]
        - operation.lifecycle[t]
        - operation.capex[t]
        - operation.vat_paid[t]
        + operation.vat_refund[t]
        for t in clock.periods
    ]
    wear = tax_depreciation(case, clock, operation, [0.0 for _ in clock.periods])
    profit = [operation.ebitda(t) - wear[t] for t in clock.periods]
    tax = tax_of(profit, tax_rates(case, clock), carried_periods(case, clock))
    after_tax = [before_tax[t] - tax[t] for t in clock.periods]
    line = cash.lines
    paid_in = [line["equity_drawdown"][t] + line["shareholder_loan_drawdown"][t] for t in clock.periods]
    paid_out = [
        line["dividends"][t] + line["shareholder_loan_paid"][t] + line["share_redemption"][t] for t in clock.periods
    ]
    sponsors = [out - put for out, put in zip(paid_out, paid_in, strict=True)]
    years = [(day - clock.first[0]).days / 365 for day in clock.last]
    if case.valuation.convention == "periods":
        years = [t * clock.step / 12 for t in clock.periods]
    project, equity = case.valuation.project_discount_rate.number, case.valuation.equity_discount_rate.number
    return {
        "project_irr_pre_tax": _rate(clock, before_tax),
        "project_irr": _rate(clock, after_tax),
        "equity_irr": _rate(clock, sponsors),
        "project_npv": _npv(after_tax, years, project),
        "equity_npv": _npv(sponsors, years, equity),
        "equity_multiple": sum(paid_out) / sum(paid_in) if sum(paid_in) > case.project.tolerance.number else None,
        "payback_years": _payback(sponsors, years),
    }


def _rate(clock: Clock, flows: Series) -> float | None:
    """The internal rate on the last days of the periods; none where the flows never change sign."""
    if min(flows) >= 0 or max(flows) <= 0:
        return None
    return pyxirr.xirr(clock.last, flows)


def _npv(flows: Series, years: Series, rate: float) -> float:
    return sum((flow / (1 + rate) ** year for flow, year in zip(flows, years, strict=True)), 0.0)


def _payback(flows: Series, years: Series) -> float | None:
    """When the sum of flows first comes back to 0, in a straight line inside the period."""
    total = 0.0
    for t, flow in enumerate(flows):
        if total < 0 <= total + flow:
            return years[t - 1] - total / flow * (years[t] - years[t - 1])
        total += flow
    return None
