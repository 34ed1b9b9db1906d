"""Whatever bonds an issuance has, money adds up, principal is redeemed, and a price leads to a yield and back."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.small_issuance import issued

CURVES: dict[str, Any] = {
    "tonia": {"type": "rate_path", "rate": {"by_year": {2026: 0.16, 2028: 0.10, 2030: 0.12}}},
    "cpi": {"type": "price_index", "rate": {"by_year": {2026: 0.09, 2029: 0.05}}, "rate_before": 0.1},
    "government": {"type": "yield_curve", "tenor_years": [1, 3, 7], "zero_rates": [0.15, 0.14, 0.12]},
}
COUPONS = st.one_of(
    st.fixed_dictionaries({"type": st.just("fixed"), "rate": st.floats(0, 0.25)}),
    st.fixed_dictionaries(
        {"type": st.just("floating"), "curve": st.just("tonia"), "margin": st.floats(-0.02, 0.05),
         "fixing": st.sampled_from(["compounded", "in_advance"])}
    ),
    st.fixed_dictionaries(
        {"type": st.just("inflation_linked"), "curve": st.just("cpi"), "rate": st.floats(0, 0.06),
         "lag_months": st.integers(0, 6)}
    ),
)  # fmt: skip
REDEMPTIONS = st.sampled_from(
    [{"profile": "bullet"}, {"profile": "amortising", "grace_months": 12},
     {"profile": "sinking_fund", "fund_rate": 0.07}]
)  # fmt: skip
DAYS = st.sampled_from(["30_360", "30e_360", "act_365", "act_360", "act_act_icma"])


@st.composite
def bonds(draw: st.DrawFn) -> dict[str, Any]:
    """One bond of one to eight years, issued on any day of the first year, with costs and a trade."""
    issue = date(2026, 9, 15) + timedelta(days=draw(st.integers(0, 360)))
    maturity = issue + timedelta(days=draw(st.integers(760, 3000)))
    settlement = issue + timedelta(days=draw(st.integers(0, (maturity - issue).days - 1)))
    return {
        "type": draw(st.sampled_from(["bond", "green_bond", "social_bond"])),
        "principal": draw(st.floats(1, 1e5)),
        "issue_date": issue.isoformat(),
        "maturity_date": maturity.isoformat(),
        "coupon": draw(COUPONS),
        "coupons_a_year": draw(st.sampled_from([1, 2])),
        "day_count": draw(DAYS),
        "redemption": draw(REDEMPTIONS),
        "issue_price": draw(st.floats(0.7, 1.2)),
        "costs": {"placement_rate": draw(st.floats(0, 0.03)), "listing_yearly": draw(st.floats(0, 0.01))},
        "benchmark": "government",
        "trades": {"sold": {"settlement_date": settlement.isoformat(), "price": draw(st.floats(60, 130))}},
    }


@settings(max_examples=15, deadline=None)
@given(st.lists(bonds(), min_size=1, max_size=2))
def test_money_adds_up_whatever_bonds_there_are(drawn: list[dict[str, Any]]) -> None:
    changes = {"bonds": {f"bond_{number}": one for number, one in enumerate(drawn)}, "curves": CURVES}
    run = issued(changes)
    assert run.value("master_check") == 1
    for number, one in enumerate(drawn):
        name = f"bond_{number}"
        assert run.series(f"{name}.face_redeemed").sum() == pytest.approx(one["principal"])
        assert run.series(f"{name}.outstanding")[-1] == pytest.approx(0, abs=1e-6)
        for valued in (f"{name}_at_issue", f"{name}_sold"):
            assert run.value(f"{valued}.value_at_yield") == pytest.approx(run.value(f"{valued}.dirty_price"), rel=1e-9)
            assert run.series(f"{valued}.spread_value").sum() == pytest.approx(
                run.value(f"{valued}.dirty_price"), rel=1e-9
            )
            assert run.value(f"{valued}.modified_duration") > 0
        cost, rate = (run.value(f"{name}_at_issue.{line}") for line in ("all_in_cost_rate", "yield_to_maturity"))
        assert cost >= rate or math.isclose(cost, rate, abs_tol=1e-12)
