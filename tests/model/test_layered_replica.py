"""Deals in layers against a second model, in plain loops: every main line, sized, and as contracted in shocks."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from finmodel.engines.numpy_engine import Batch
from finmodel.errors import NotConvergedError
from finmodel.model.assembly import Model, assemble
from tests.model.layered_cases import layered_cases
from tests.model.layered_replica import LayeredReplica, replicate_layers
from tests.model.layered_replica_sizing import NotSettledError
from tests.model.small_case import small
from tests.model.test_replica import FACTORS, RETURNS, agreed, run, run_held, same, times
from tests.modelled import case_of
from tests.sizes import drawn

Data = dict[str, Any]

STANDARD_TAX = {"regime": "kz_standard", "cit_rate": 0.20}
DOLLARS = {"usd": {"spot": 500.0, "depreciation": 0.06}}

MEZZANINE = {
    "facilities.senior.sizing": {"amount": 300.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.mezzanine": {
        "type": "mezzanine_loan", "base_rate": 0.20, "pik_margin": 0.03, "construction_interest": "added",
        "tenor_months": 96, "grace_months": 24, "day_count": "30_360", "upfront_fee_rate": 0.01,
        "sizing": {"dscr": 1.3, "gearing": 0.5}, "repayment": {"profile": "annuity"},
    },
    "reserves": {"dsra": {"months": 6}},
    "tax": STANDARD_TAX,
}  # fmt: skip
"""A senior loan of a stated amount, and a mezzanine loan that grows until its level payments begin."""

PARI_PASSU = {
    "timing.period": "half_year",
    "facilities.senior.sizing": {"dscr": 1.4, "gearing": 0.5},
    "facilities.senior.agency_fee_amount": 1.0,
    "facilities.senior.commitment_fee_rate": 0.01,
    "currencies": DOLLARS,
    "facilities.dollar": {
        "type": "vendor_loan", "currency": "usd", "base_rate": 0.05, "tenor_months": 84, "upfront_fee_rate": 0.01,
        "commitment_fee_rate": 0.005, "agency_fee_amount": 0.001,
        "sizing": {"amount": 0.4}, "repayment": {"profile": "balloon", "balloon": 0.3},
    },
    "funding": {"minimum_equity_share": 0.1, "shareholder_loan_share": 0.5, "shareholder_loan_rate": 0.1},
    "grants": {
        "city": {"type": "capital_grant", "share": 0.1, "drawn": "pro_rata"},
        "fund": {"type": "capital_grant", "amount": 40.0, "drawn": "first", "grantor": "green_fund"},
    },
    "reserves": {"dsra": {"months": 6}, "reserve_rate": 0.05},
    "distributions": {"lockup_dscr": 1.2, "default_dscr": 1.05, "limit": "retained_earnings"},
    "tax": STANDARD_TAX,
}  # fmt: skip
"""Two loans of one rank, one of them in dollars, after two grants."""

GUARANTEED = {
    "facilities.senior.sizing": {"dscr": 1.4, "gearing": 0.5},
    "currencies": DOLLARS,
    "facilities.dollar": {
        "type": "concessional_loan", "currency": "usd", "base_rate": 0.02, "tenor_months": 84,
        "construction_interest": "added", "sizing": {"share": 0.2}, "repayment": {"profile": "equal"},
    },
    "facilities.junior": {
        "type": "mezzanine_loan", "base_rate": 0.15, "tenor_months": 96,
        "sizing": {"dscr": 1.15, "tax": "none", "share": 0.15}, "repayment": {"profile": "sculpted"},
    },
    "guarantees": {
        "loss": {
            "type": "first_loss_guarantee", "covers": ["senior", "dollar"], "amount": 60.0, "fee_rate": 0.01,
            "upfront_fee_rate": 0.01, "claim_rate": 0.05,
        },
        "part": {
            "type": "partial_credit_guarantee", "guarantor": "fund", "covers": ["dollar", "junior"], "coverage": 0.5,
            "cap_share": 0.6, "from_month": 48, "fee_rate": 0.01, "claim_rate": 0.08,
        },
    },
    "reserves": {"dsra": {"months": 6}},
    "tax": STANDARD_TAX,
}  # fmt: skip
"""Three loans in two ranks, one guarantee behind the senior ones, another behind parts of both ranks."""

SWEPT = {
    **PARI_PASSU,
    "timing.period": "quarter",
    "facilities.senior.sizing": {"llcr": 1.5, "gearing": 0.4},
    "facilities.senior.repayment": {"profile": "annuity"},
    "facilities.senior.sweep": {"share": 0.4},
    "facilities.senior.prepayment_order": "in_order",
    "facilities.dollar.sweep": {"share": 0.6},
    "facilities.dollar.prepayment_order": "in_order",
    "facilities.rest": {
        "type": "term_loan", "rank": 2, "base_rate": 0.12, "tenor_months": 96,
        "sweep": {"share": 0.5, "from_month": 48}, "prepayment_order": "in_order",
        "agency_fee_amount": 1.0, "default_margin": 0.05,
        "sizing": {"remainder": True, "amount": 150.0}, "repayment": {"profile": "equal"},
    },
    "funding": {"minimum_equity_share": 0.2, "drawdown": "equity_first", "opening_cash": 5.0},
    "distributions": {"lockup_dscr": 1.2, "lockup_test": "forward", "minimum_cash": 10.0},
}  # fmt: skip
"""Three loans swept in the order of rank and balance, the last of which pays what the others leave."""

VALUED = {
    "capex.plant.unit_cost": 2000.0,
    "facilities.senior.pik_margin": 0.04,
    "facilities.senior.grace_months": 24,
    "facilities.senior.sizing": {"amount": 300.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "currencies": DOLLARS,
    "facilities.junior": {
        "type": "mezzanine_loan", "currency": "usd", "base_rate": 0.06, "tenor_months": 96,
        "construction_interest": "added", "sizing": {"llcr": 1.3}, "repayment": {"profile": "annuity"},
    },
    "tax": STANDARD_TAX,
}  # fmt: skip
"""A loan in dollars limited by the value of cash flow over its life, after one that grows beyond completion."""

DEALS: dict[str, Data] = {
    "mezzanine": MEZZANINE,
    "pari passu": PARI_PASSU,
    "guaranteed": GUARANTEED,
    "swept": SWEPT,
    "valued": VALUED,
}

SHOCKS: dict[str, Data] = {
    "revenue halves": {"revenue.payment.amount": 150.0},
    "bad years": {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 90, 2031: 40, 2032: 450}}},
    "dear": {"capex.plant.overrun": 0.25},
    "cheap": {"capex.plant.overrun": -0.25},
    "late": {"timing.delay_months": 12},
    "dear money": {"facilities.senior.margin": 0.06},
}
EXCHANGE: dict[str, Data] = {
    "dear dollars": {"currencies.usd.shock": 0.5, "currencies.usd.shock_from_month": 36},
    "dear dollars from the start": {"currencies.usd.shock": 0.3},
    "cheap dollars": {"currencies.usd.shock": -0.3},
}
BEFALLEN = [
    pytest.param(name, {**deal, **shock}, id=f"{name}, {what}")
    for name, deal in DEALS.items()
    for what, shock in (SHOCKS | (EXCHANGE if "currencies" in deal else {})).items()
]


def difference(found: Batch, expected: LayeredReplica, *, within: float = 1e-6) -> Data:
    """The lines in which the two differ, each with both values; nothing if the two agree."""
    differing: Data = {}
    for name, values in expected.series.items():
        theirs = np.array([np.nan if value is None else value for value in values])
        if not same(found.series(name), theirs, within):
            differing[name] = (found.series(name), theirs)
    for name, value in expected.values.items():
        if not same(found.value(name), np.nan if value is None else value, within):
            differing[name] = (found.value(name), value)
    return differing


@cache
def sized_by_both(deal: str) -> tuple[Model, Batch, LayeredReplica]:
    case = case_of(small(DEALS[deal]))
    model = assemble(case)
    return model, run(model), replicate_layers(case)


@pytest.mark.parametrize("deal", DEALS)
def test_deals_in_layers_are_sized_alike_by_both_models(deal: str) -> None:
    _, found, expected = sized_by_both(deal)
    assert difference(found, expected) == {}
    assert len(expected.series) > 50
    assert min(expected.agreed.commitments.values()) > 1


@pytest.mark.parametrize(("deal", "changes"), BEFALLEN)
def test_what_befalls_deals_in_layers_is_the_same_in_both_models(deal: str, changes: Data) -> None:
    shocked = case_of(small(changes))
    model, base, replica = sized_by_both(deal)
    found = run_held(assemble(shocked), agreed(model, base))
    assert difference(found, replicate_layers(shocked, replica.agreed)) == {}


def test_the_shocks_reach_every_part_that_is_compared() -> None:
    """Were nothing ever called, drawn or overdue, agreement would say little."""
    signed = sized_by_both("guaranteed")[2].agreed
    found = replicate_layers(case_of(small({**GUARANTEED, **SHOCKS["bad years"]})), signed).series
    for name in (
        "dsra_drawn",
        "loss.paid",
        "part.paid",
        "loss.claim_repaid",
        "part.claim_repaid",
        "rank_2.rank_arrears",
    ):
        assert sum(value or 0.0 for value in found[name]) > 1, name
    swept = sized_by_both("swept")[2].series
    for name in ("senior.swept", "dollar.swept", "rest.swept"):
        assert sum(value or 0.0 for value in swept[name]) > 1, name


GRANTS = st.dictionaries(
    st.sampled_from(["city", "climate"]),
    st.fixed_dictionaries(
        {
            "type": st.just("capital_grant"),
            "capex_share": st.sampled_from([0.05, 0.2]),
            "drawn": st.sampled_from(["first", "pro_rata"]),
            "grantor": st.sampled_from(["authority", "green_fund"]),
        }
    ),
    max_size=2,
)
EXTRAS = st.fixed_dictionaries(
    {
        "grants": GRANTS,
        "foreign": st.sampled_from([None, "senior", "loan_0"]),
        "depreciation": st.sampled_from([-0.03, 0.0, 0.08]),
        "shock": st.sampled_from([-0.3, 0.0, 0.4]),
        "shock_from_month": st.sampled_from([0, 24, 60]),
        "sweeps": st.dictionaries(st.sampled_from(["senior", "loan_0"]), st.sampled_from([0.3, 1.0]), max_size=2),
    }
)
KNOWN = ("first_loss_guarantee", "partial_credit_guarantee")


def within_reach(data: Data, extras: Data) -> Data:
    """A drawn deal with the extras, without what the replica does not know: other reserves and guarantees."""
    facilities = {name: dict(terms) for name, terms in data["facilities"].items()}
    if extras["foreign"]:
        facilities[extras["foreign"]]["currency"] = "usd"
    for name, share in extras["sweeps"].items():
        facilities[name] |= {"sweep": {"share": share}, "prepayment_order": "in_order"}
    guarantees = {name: terms for name, terms in data["guarantees"].items() if terms["type"] in KNOWN}
    reserves = data["reserves"] | {"dsra": data["reserves"]["dsra"] | {"type": "cash"}}
    money = {"usd": {"spot": 2.0, "depreciation": extras["depreciation"]}}
    more = {"currencies": money, "grants": extras["grants"], "guarantees": guarantees, "reserves": reserves}
    return data | more | {"facilities": facilities}


@pytest.mark.slow
@settings(
    max_examples=drawn(25), deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(layered_cases(), EXTRAS, FACTORS)
def test_any_deal_in_layers_and_a_shock_to_it_are_the_same_in_both_models(
    drawn: Data, extras: Data, factors: dict[str, float]
) -> None:
    """Internal rates are left out, as for deals of one loan; deals that do not settle are drawn again."""
    data = within_reach(drawn, extras)
    case = case_of(data)
    model = assemble(case)
    try:
        base, replica = run(model), replicate_layers(case)
    except (NotConvergedError, NotSettledError):
        assume(False)
    assert difference(base, replica, within=1e-5).keys() <= RETURNS
    struck = {key: extras[key] for key in ("shock", "shock_from_month")}
    shocked = case_of(times(data | {"currencies": {"usd": data["currencies"]["usd"] | struck}}, factors))
    found = run_held(assemble(shocked), agreed(model, base))
    assert difference(found, replicate_layers(shocked, replica.agreed), within=1e-5).keys() <= RETURNS
