"""Whole cases with support, drawn at random: grants of every kind, facilities in need and in between, shareholders."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

__all__ = ["supported"]

Draw = Any
Data = dict[str, Any]

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(0, 100).map(lambda step: float(f"{low + (high - low) * step / 100:.4g}"))


_BRIDGE = st.fixed_dictionaries(
    {
        "rate": _number(0, 0.2),
        "upfront_fee_rate": _number(0, 0.02),
        "commitment_fee_rate": _number(0, 0.01),
        "day_count": st.sampled_from(["act_365", "30_360"]),
    }
)


@st.composite
def _capital_grant(draw: Draw, timing: Data) -> Data:
    """Up to a quarter of uses or of capital expenditure, drawn in any way."""
    limit = draw(st.sampled_from(["share", "capex_share", "amount"]))
    found: Data = {
        "type": "capital_grant",
        limit: draw(_number(0, 40) if limit == "amount" else _number(0, 0.25)),
        "drawn": draw(st.sampled_from(["first", "pro_rata", "on_milestone", "reimbursement"])),
        "tax_pool": draw(st.sampled_from(["machinery", "buildings", "none"])),
        "grantor": draw(st.sampled_from(["authority", "green_fund"])),
    }
    if found["drawn"] == "reimbursement":
        found |= {"reimbursement_months": draw(st.integers(1, 12)), "bridge": draw(_BRIDGE)}
    if found["drawn"] == "on_milestone":
        periods = -(-timing["construction_months"] // _MONTHS[timing["period"]])
        shares = draw(st.sampled_from([[1.0], [0.5, 0.5], [0.0, 0.4, 0.6]][: min(periods, 3)]))
        found |= {"milestones": shares, "bridge": draw(_BRIDGE)}
        if shares == [1.0] and draw(st.booleans()):
            del found["bridge"]
    return found


@st.composite
def _gap(draw: Draw, timing: Data) -> Data:
    """A viability gap of two sources, by its share or by a bid, drawn in any way."""
    like = draw(_capital_grant(timing))
    terms: Data = {key: like[key] for key in like if key not in ("type", "amount", "share", "capex_share")}
    sources = {"ministry": {"cap": draw(_number(0, 0.15)), "grantor": "ministry"}, "city": {"cap": 0.1}}
    size = {"bid": draw(_number(0, 30))} if draw(st.booleans()) else {"granted_share": draw(_number(0, 1))}
    return {**terms, "type": "viability_gap", "sources": sources, **size}


@st.composite
def _payments(draw: Draw, timing: Data) -> Data:
    """Milestone payments by progress and by date, taxed in any way; bridged, since nothing says when uses arise."""
    start = date.fromisoformat(timing["start"])
    passed = draw(st.integers(0, timing["construction_months"] - 1))
    day = date(start.year + (start.month - 1 + passed) // 12, (start.month - 1 + passed) % 12 + 1, 15)
    taxed = draw(st.sampled_from(["as_income", "lowers_cost", "exempt"]))
    return {
        "type": "milestone_payments",
        "taxed": taxed,
        "milestones": {
            "frame": {"amount": draw(_number(0, 20)), "progress": draw(_number(0, 1))},
            "roof": {"amount": draw(_number(0, 20)), "date": day.isoformat()},
        },
        "bridge": draw(_BRIDGE),
        **({"tax_pool": "machinery"} if taxed == "lowers_cost" else {}),
    }


_PREPARATION = st.fixed_dictionaries(
    {
        "type": st.just("preparation_grant"),
        "cost": _number(5, 20),
        "amount": _number(0, 5),
        "recoverable": _number(0, 1),
        "success_fee": _number(0, 0.3),
        "repaid": st.sampled_from(["at_close", "after_completion"]),
        "recovery_months": st.integers(0, 36),
    }
)
_SUBSIDY = st.fixed_dictionaries(
    {
        "type": st.just("interest_subsidy"),
        "facility": st.just("senior"),
        "rate": _number(0, 0.1),
        "months": st.integers(0, 120),
    }
)
_STANDBY = st.fixed_dictionaries(
    {
        "amount": _number(0, 300),
        "share": _number(0, 1),
        "base_rate": _number(0, 0.2),
        "repayment_months": st.integers(12, 120),
        "upfront_fee_rate": _number(0, 0.01),
        "commitment_fee_rate": _number(0, 0.01),
        "rank": st.sampled_from([1, 2, 3]),
    }
)
_VAT = st.one_of(
    st.fixed_dictionaries({"rate": _number(0, 0.2), "share": _number(0, 1)}),
    st.fixed_dictionaries({"rate": _number(0, 0.2), "amount": _number(0, 60), "upfront_fee_rate": _number(0, 0.02)}),
)
_SHAREHOLDERS = st.sampled_from([{}, {"technology_partner": 0.15}, {"technology_partner": 0.3, "authority": 0.7}])


@st.composite
def supported(draw: Draw, drawn: st.SearchStrategy[Data]) -> Data:
    """A drawn case with grants and what goes with them."""
    data: Data = draw(drawn)
    grants = {f"grant_{number}": draw(_capital_grant(data["timing"])) for number in range(draw(st.integers(1, 2)))}
    if draw(st.booleans()):
        grants["gap"] = draw(_gap(data["timing"]))
    if draw(st.booleans()):
        grants["works"] = draw(_payments(data["timing"]))
    if draw(st.booleans()):
        grants["studies"] = draw(_PREPARATION)
    if draw(st.booleans()):
        grants["help"] = draw(_SUBSIDY)
    funding = data["funding"] | {"shareholders": draw(_SHAREHOLDERS)}
    if draw(st.booleans()):
        funding["vat_facility"] = draw(_VAT)
    if draw(st.booleans()):
        funding["standby_facility"] = draw(_STANDBY)
    facilities = data["facilities"]
    if draw(st.booleans()):
        facilities = facilities | {"senior": facilities["senior"] | {"sweep": {"share": draw(_number(0, 1))}}}
    return data | {"grants": grants, "funding": funding, "facilities": facilities}
