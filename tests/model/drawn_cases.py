"""Whole cases drawn at random: any timing, any items and streams, any facility, reserve, tax and order of drawdown."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

__all__ = ["cases", "sculpted_cases"]

Draw = Any
Data = dict[str, Any]

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_MOST_PERIODS = 60


def _number(low: float, high: float) -> st.SearchStrategy[float]:
    """Numbers as people write them: a few hundred steps from low to high."""
    return st.integers(0, 400).map(lambda step: float(f"{low + (high - low) * step / 400:.4g}"))


def _maybe(strategy: st.SearchStrategy[Any], otherwise: Any) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(otherwise), strategy)


def _named(prefix: str, block: st.SearchStrategy[Data], least: int, most: int) -> st.SearchStrategy[Data]:
    return st.lists(block, min_size=least, max_size=most).map(
        lambda blocks: {f"{prefix}_{number}": found for number, found in enumerate(blocks)}
    )


_SHARE = _number(0.0, 1.0)
_INDEX = st.sampled_from([None, "cpi", "wages"])


@st.composite
def _timing(draw: Draw) -> Data:
    period = draw(st.sampled_from(sorted(_MONTHS)))
    longest = _MONTHS[period] * _MOST_PERIODS
    construction = draw(st.integers(1, min(36, longest // 3)))
    operation = draw(st.integers(4 * _MONTHS[period] + 12, min(longest, 240) - construction))
    year, month = draw(st.integers(2026, 2029)), draw(st.integers(1, 12))
    return {
        "start": f"{year}-{month:02d}-01",
        "period": period,
        "construction_months": construction,
        "operation_months": operation,
        "delay_months": draw(_maybe(st.integers(0, min(12, operation // 3)), 0)),
        "delay_extends_concession": draw(st.booleans()),
        "ramp_up_months": draw(_maybe(st.integers(0, 36), 0)),
        "ramp_up_start": draw(_number(0.3, 1.0)),
        "spare_months": draw(st.integers(0, 12)),
    }


_CAPEX = st.fixed_dictionaries(
    {
        "unit_cost": _number(10, 1000),
        "quantity": _number(0.5, 3),
        "contingency": _maybe(_number(0, 0.2), 0.0),
        "overrun": _maybe(_number(0, 0.3), 0.0),
        "vat_share": _SHARE,
        "index": _INDEX,
        "spend": st.sampled_from([None, [1.0], [0.25, 0.75], [0.5, 0.25, 0.25]]),
        "tax_pool": st.sampled_from(["machinery", "buildings", "none"]),
    }
)
_LIFECYCLE = st.fixed_dictionaries(
    {"unit_cost": _number(1, 60), "interval_years": _number(0.5, 9), "index": _INDEX, "overrun": _maybe(_SHARE, 0.0)}
)


def _opex(capex: float) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(
        {"unit_cost": _number(0.0, 0.06).map(lambda x: x * capex), "index": _INDEX, "overrun": _maybe(_SHARE, 0.0)}
    )


@st.composite
def _stream(draw: Draw, capex: float, timing: Data) -> Data:
    """A stream that earns between nothing and a third of the capital cost a year."""
    kind = draw(
        st.sampled_from(
            ["availability_payment", "operating_cost_compensation", "management_remuneration", "plain_stream",
             "investment_cost_compensation", "rent"]
        )
    )  # fmt: skip
    yearly = capex * draw(_number(0.0, 0.35))
    found: Data = {
        "type": kind,
        "payer": draw(st.sampled_from(["authority", "users"])),
        "indexation": draw(st.sampled_from([{}, {"cpi": 0.6}, {"cpi": 0.3, "wages": 0.7}])),
        "amount": yearly,
    }
    if kind == "plain_stream":
        found |= {"amount": yearly * _MONTHS[timing["period"]] / 12, "indexation": {}}
    if kind == "rent":
        found |= {"space": 10.0, "share_let": draw(_number(0, 1)), "rent_per_unit": found.pop("amount") / 10}
    if kind == "investment_cost_compensation":
        found |= {"amount": yearly * 5, "instalment_years": draw(_number(1, 12))}
    if kind == "availability_payment":
        found["deduction_cap"] = draw(_maybe(_number(0.05, 0.5), 1.0))
        found["areas"] = draw(
            _named("area", st.fixed_dictionaries(
                {"weight": _number(0, 0.5), "time_out_of_use": _maybe(_number(0, 0.2), 0.0),
                 "ratchet": _number(1, 1.5), "occurrences": _number(1, 3)}
            ), 0, 2)
        )  # fmt: skip
        found["kpis"] = draw(
            _named("kpi", st.fixed_dictionaries({"points": _number(0, 30), "point_price": _number(0, 0.01)}), 0, 1)
        )
    return found


def _completed(timing: Data) -> int:
    """Months to the end of the period of completion."""
    step = _MONTHS[timing["period"]]
    return int(-((timing["construction_months"] + timing["delay_months"]) // -step) * step)


def _repayments(facility: Data, timing: Data) -> int:
    """Whole periods between completion with grace and final maturity."""
    step = _MONTHS[timing["period"]]
    return int((facility["tenor_months"] // step * step - _completed(timing) - facility["grace_months"]) // step)


@st.composite
def _facility(draw: Draw, capex: float, timing: Data) -> Data:
    built, operated, step = timing["construction_months"], timing["operation_months"], _MONTHS[timing["period"]]
    completed = _completed(timing)
    last = (built + operated) // step * step
    grace = draw(_maybe(st.integers(0, (last - completed) // 2), 0))
    tenor = draw(st.integers(completed + grace + step, built + operated))
    profile = draw(st.sampled_from(["sculpted", "sculpted", "annuity", "equal", "balloon", "given"]))
    limits = draw(st.sets(st.sampled_from(["dscr", "gearing", "llcr", "amount"]), min_size=1))
    if profile == "sculpted":
        limits.add("dscr")
    values = {
        "dscr": _number(1.05, 2.0), "gearing": _number(0.3, 0.95), "llcr": _number(1.05, 2.0),
        "amount": _number(0.1, 1.5).map(lambda x: x * capex),
    }  # fmt: skip
    sizing: Data = {name: draw(values[name]) for name in sorted(limits)}
    sizing["tax"] = draw(st.sampled_from(["levered", "unlevered", "none"]))
    if "dscr" in limits and draw(st.booleans()):
        sizing["downside"] = {
            "dscr": draw(_number(1.0, 1.3)),
            "revenue_factor": draw(_number(0.7, 1)),
            "cost_factor": draw(_number(1, 1.3)),
        }
    repayment: Data = {"profile": profile, "balloon": draw(_SHARE)}
    if profile == "given":
        repayments = _repayments({"tenor_months": tenor, "grace_months": grace}, timing)
        repayment["schedule"] = draw(st.sampled_from([[1.0], [0.5, 0.5], [0.0, 0.4, 0.6]][: max(repayments, 1)]))
    return {
        "type": "term_loan",
        "base_rate": draw(_number(0.0, 0.25)),
        "margin": draw(_number(0.0, 0.05)),
        "day_count": draw(st.sampled_from(["act_365", "act_360", "30_360"])),
        "upfront_fee_rate": draw(_number(0, 0.03)),
        "commitment_fee_rate": draw(_number(0, 0.02)),
        "agency_fee_amount": draw(_maybe(_number(0, 2), 0.0)),
        "tenor_months": tenor,
        "grace_months": grace,
        "sizing": sizing,
        "repayment": repayment,
    }


@st.composite
def _tax(draw: Draw) -> Data:
    found: Data = {
        "regime": draw(st.sampled_from(["kz_standard", "sez"])),
        "cit_rate": draw(st.sampled_from([0.0, 0.2, 0.3])),
        "loss_carry_forward_years": draw(st.integers(0, 12)),
        "write_off_at_end": draw(st.booleans()),
        "financing_pool": draw(st.sampled_from(["machinery", "buildings", "none"])),
    }
    if found["regime"] == "sez":
        found |= {"category": draw(st.sampled_from(["A", "B", "C"])), "relief_rate": draw(st.sampled_from([0.0, 0.1]))}
    return found


_RESERVES = st.fixed_dictionaries(
    {
        "dsra": st.fixed_dictionaries(
            {
                "type": st.sampled_from(["cash", "letter_of_credit"]),
                "months": st.sampled_from([0, 3, 6, 8, 12]),
                "initial_funding": st.sampled_from([0.0, 0.5, 1.0]),
                "letter_of_credit_fee": _number(0, 0.04),
            }
        ),
        "mra": st.fixed_dictionaries({"funded": st.booleans(), "months": st.integers(1, 60)}),
        "reserve_rate": _maybe(_number(0, 0.1), 0.0),
        "reserve_interest_taxable": st.booleans(),
    }
)
_FUNDING = st.fixed_dictionaries(
    {
        "drawdown": st.sampled_from(["pro_rata", "equity_first", "debt_first"]),
        "opening_cash": _maybe(_number(0, 30), 0.0),
        "shareholder_loan_share": _maybe(_SHARE, 0.0),
        "shareholder_loan_rate": _number(0, 0.2),
        "shareholder_loan_deductible": st.booleans(),
    }
)
_DISTRIBUTIONS = st.fixed_dictionaries(
    {
        "limit": st.sampled_from(["cash", "retained_earnings"]),
        "lockup_test": st.sampled_from(["historic", "forward"]),
        "lockup_dscr": st.sampled_from([0.0, 1.1, 1.3]),
        "lockup_months": st.sampled_from([6, 12, 24]),
        "default_dscr": st.sampled_from([0.0, 1.05]),
        "minimum_cash": _maybe(_number(0, 20), 0.0),
    }
)
_RATES = st.one_of(_number(-0.02, 0.2), st.just({"by_year": {2027: 0.1, 2030: 0.05}}))


def _fitting(spend: list[float] | None, periods: int) -> list[float] | None:
    """A spend profile no longer than construction; without one, spend is even."""
    return spend if spend is not None and len(spend) <= periods else None


@st.composite
def cases(draw: Draw) -> Data:
    """One case as the data of its file."""
    timing = draw(_timing())
    capex = draw(_named("item", _CAPEX, 1, 3))
    cost = sum(item["unit_cost"] * item["quantity"] for item in capex.values())
    periods = -(-timing["construction_months"] // _MONTHS[timing["period"]])
    capex = {name: item | {"spend": _fitting(item["spend"], periods)} for name, item in capex.items()}
    facility, reserves = draw(_facility(cost, timing)), draw(_RESERVES)
    if facility["repayment"]["profile"] in ("given", "balloon") or _repayments(facility, timing) < 6:
        # A reserve funded for a bullet is a second loan: the uses it makes may have no end.
        reserves = reserves | {"dsra": reserves["dsra"] | {"initial_funding": 0.0}}
    return {
        "project": {"title": "Drawn at random"},
        "timing": timing,
        "valuation": {"convention": draw(st.sampled_from(["dates", "periods"]))},
        "indices": {"cpi": {"rate": draw(_RATES)}, "wages": {"rate": draw(_RATES)}},
        "vat": {"vat_rate": draw(_maybe(_number(0, 0.2), 0.0)), "vat_refund_months": draw(st.integers(0, 18))},
        "capex": capex,
        "opex": draw(_named("running", _opex(cost), 0, 2)),
        "lifecycle": draw(_named("renewal", _LIFECYCLE, 0, 2)),
        "working_capital": {
            "receivable_days": draw(_maybe(st.integers(0, 120), 0)),
            "payable_days": draw(_maybe(st.integers(0, 120), 0)),
        },
        "revenue": draw(_named("stream", _stream(cost, timing), 1, 2)),
        "funding": draw(_FUNDING),
        "facilities": {"senior": facility},
        "reserves": reserves,
        "distributions": draw(_DISTRIBUTIONS),
        "tax_pools": {
            "machinery": {"rate": draw(_number(0.05, 0.5))},
            "buildings": {"method": "straight_line", "life_years": draw(_number(1, 40))},
        },
        "tax": draw(_tax()),
    }  # fmt: skip


@st.composite
def sculpted_cases(draw: Draw) -> Data:
    """Cases whose debt is sculpted to one cover, on level cash after tax: no running fee, no grace, no reserve."""
    found: Data = draw(cases())
    timing = found["timing"]
    yearly = sum(item["unit_cost"] for item in found["capex"].values()) * draw(_number(0.05, 0.1))
    facility = found["facilities"]["senior"] | {
        "agency_fee_amount": 0.0,
        "grace_months": 0,
        "sizing": {"dscr": draw(_number(1.05, 2.0))},
        "repayment": {"profile": "sculpted"},
    }
    return found | {
        "timing": timing | {"ramp_up_months": 0},
        "revenue": {"stream": {"type": "operating_cost_compensation", "amount": yearly}},
        "opex": {},
        "lifecycle": {},
        "working_capital": {},
        "vat": {},
        "facilities": {"senior": facility},
        "reserves": {},
        "funding": found["funding"] | {"shareholder_loan_deductible": False},
    }
