"""Risk sharing under uncertainty as plain records for programs: what ``risk_sharing.json`` says."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from finmodel.outputs.json_results import rounded
from finmodel.risk_distributions import Borne, FairFee, MovedParty, RiskDistribution, Sharing, SupportValue
from finmodel.simulated import Spread

__all__ = ["sharing_document"]

_CONVENTIONS = {
    "present_values": "at financial close, at the project's discount rate; those of fees at the rate of the fee",
    "change": "present value in the scenario less that in the case as it stands",
    "loss": "a change below 0 as an amount above 0, without what suppliers are paid for work; gains are never netted",
    "expected_shortfall_95": "mean of the worst 5 % of losses (Rockafellar and Uryasev), turnover left out",
    "stressed_share": "share in the losses of the 5 % of scenarios in which all parties together lose most",
    "outlay": "expected payments less repayments of a guarantee, before fees; of other support, its giver's cost",
    "lenders_loss": "what they are still owed when the periods of the case end, at its present value",
    "paired": "with and without an instrument on the same draws; errors are those of the paired differences",
    "fair_fee": "expected payments less expected repayments, and the load, as one sum at financial close",
    "a_year": "of the cover by schedule for every year that it stands, or of the revenue that is guaranteed",
    "standard_errors": "of simple random draws; Latin hypercube and Sobol draws err less",
}
_FEW = "too few scenarios to tell"


def sharing_document(sharing: Sharing) -> dict[str, Any]:
    """The contents of ``risk_sharing.json``; blanks are null with a reason."""
    document = {
        "case": sharing.case,
        "title": str(sharing.title),
        "currency": sharing.currency,
        "scenario": sharing.scenario,
        "frozen": sharing.frozen,
        "method": sharing.method,
        "seed": sharing.seed,
        "scenarios": sharing.scenarios,
        "counted": sharing.counted,
        "load": asdict(sharing.load),
        "conventions": _CONVENTIONS,
        **({} if sharing.risks is None else {"risks": _risks(sharing.risks)}),
        "support": {each.name: _worth(each) for each in sharing.support},
        "without_comparison": {each.name: {"label": str(each.label), "reason": each.reason} for each in sharing.untold},
    }
    plain: dict[str, Any] = rounded(document)
    return plain


def _risks(risks: RiskDistribution) -> dict[str, Any]:
    return {
        "expected_loss": risks.expected_loss,
        "expected_loss_error": risks.expected_loss_error,
        "stressed_loss": risks.stressed_loss,
        "private_share": risks.private_share,
        "sum_of_changes": {"furthest_from_zero": risks.largest_sum, "mean": risks.mean_sum},
        "parties": {each.party: _borne(each) for each in risks.parties},
        **({"reason": risks.reason} if risks.reason else {}),
    }


def _borne(each: Borne) -> dict[str, Any]:
    record = {
        "label": str(each.label),
        "public": each.public,
        "base": each.base,
        "change": _spread(each.change),
        "expected_shortfall_95": each.shortfall,
        "expected_shortfall_error": each.shortfall_error,
        "expected_loss": each.expected_loss,
        "share": each.share,
        "stressed_share": each.stressed_share,
    }
    if each.turnover is not None:
        record["turnover"] = each.turnover
    return record


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "mean": spread.mean,
        "mean_error": spread.mean_error,
        "standard_deviation": spread.deviation,
        "percentiles": {f"p{share}": value for share, value in spread.percentiles.items()},
        "percentile_errors": {f"p{share}": value for share, value in spread.percentile_errors.items()},
        **({"reason": _FEW} if None in (spread.mean_error, *spread.percentile_errors.values()) else {}),
    }


def _worth(each: SupportValue) -> dict[str, Any]:
    with_it, without_it = each.default
    lenders_with, lenders_without = each.lenders_loss
    return {
        "heading": each.heading,
        "type": each.type,
        "label": str(each.label),
        "provider": each.provider,
        "counted": each.counted,
        **({} if each.drawn is None else {"paid": _spread(each.drawn)}),
        "expected_outlay": each.outlay,
        "cost": _spread(each.cost),
        "public_cost": {"mean": each.public_cost, "error": each.public_cost_error},
        "default": {
            "with": with_it,
            "without": without_it,
            "change": each.default_change,
            "error": each.default_error,
            "per_unit": each.default_per_unit,
        },
        "lenders_loss": {
            "with": lenders_with,
            "without": lenders_without,
            "change": each.lenders_change,
            "error": each.lenders_error,
            "per_unit": each.lenders_per_unit,
        },
        "parties": {party.party: _moved(party) for party in each.parties},
        **({} if each.fee is None else {"fair_fee": _fee(each.fee)}),
        **({"reason": each.reason} if each.reason else {}),
    }


def _moved(party: MovedParty) -> dict[str, Any]:
    return {
        "label": str(party.label),
        "public": party.public,
        "mean": party.mean,
        "error": party.mean_error,
        "change_of_p5": party.stressed,
        "per_unit": party.per_unit,
    }


def _fee(fee: FairFee) -> dict[str, Any]:
    record = {
        **asdict(fee),
        "difference": fee.charged - fee.amount,
    }
    if not fee.reason:
        del record["reason"]
    if fee.cap is None:
        record["cap_reason"] = "no highest amount is stated"
    return record
