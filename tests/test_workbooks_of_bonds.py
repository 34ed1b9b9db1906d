"""The workbook of an issuance of every kind of bond, recalculated: schedules, yields, spreads and costs."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.small_issuance import small_issuance_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer

FIXED = {"type": "fixed", "rate": 0.12}
ISSUANCE: dict[str, Any] = {
    "issuance.placement_rate": 0.05,
    "curves.tonia": {"type": "rate_path", "rate": {"by_year": {2026: 0.16, 2028: 0.12}}},
    "curves.cpi": {"type": "price_index", "rate": 0.08, "rate_before": 0.10},
    "curves.government": {"type": "yield_curve", "tenor_years": [1, 2, 5], "yields": [0.15, 0.14, 0.13],
                          "zero_rates": [0.15, 0.14, 0.13]},
    "bonds.first.costs": {"placement_rate": 0.01, "listing_initial": 1.0, "listing_yearly": 2.0, "review_yearly": 1.0},
    "bonds.first.benchmark": "government",
    "bonds.first.comparable": "plain",
    "bonds.first.trades": {"dear": {"settlement_date": "2027-11-02", "price": 101.5},
                           "cheap": {"settlement_date": "2028-03-15", "yield_rate": 0.16}},
    "bonds.plain": {"type": "bond", "principal": 400.0, "maturity_date": "2029-06-30", "end_of_month": True,
                    "day_count": "act_act_icma", "issue_yield": 0.14, "coupon": FIXED,
                    "redemption": {"profile": "amortising", "grace_months": 12}},
    "bonds.floater": {"type": "social_bond", "principal": 300.0, "maturity_date": "2029-09-15", "day_count": "act_365",
                      "yield_day_count": "act_act_icma",
                      "coupon": {"type": "floating", "curve": "tonia", "margin": 0.01, "floor": 0.13}},
    "bonds.linker": {"type": "bond", "principal": 200.0, "maturity_date": "2029-08-31", "day_count": "30e_360",
                     "issue_date": "2027-01-20", "coupon": {"type": "inflation_linked", "curve": "cpi", "rate": 0.03}},
    "bonds.linked": {"type": "sustainability_linked_bond", "principal": 250.0, "maturity_date": "2029-09-15",
                     "coupon": FIXED, "targets": {"energy": {
                         "indicator": "Energy used", "target": 400, "path": 450, "observation_date": "2028-02-28",
                         "step_up_rate": 0.0025, "premium_rate": 0.005, "miss_probability": 0.3}}},
    "bonds.saved": {"type": "bond", "principal": 500.0, "maturity_date": "2029-09-15", "coupons_a_year": 1,
                    "coupon": FIXED, "redemption": {"profile": "sinking_fund", "fund_rate": 0.08}},
}  # fmt: skip
"""A bullet with costs and trades, instalments at month ends, a floater, a linker, a target, a sinking fund."""

pytestmark = pytest.mark.slow


@cache
def issued() -> Results:
    return evaluate(small_issuance_model(ISSUANCE), About("bonds", "Bonds of every kind", "KZT million"))


def test_the_workbook_pays_and_prices_bonds_as_the_engine_does(tmp_path: Path) -> None:
    assert issued().values["master_check"] == 1
    cells = recalculated(issued(), tmp_path, by_formualizer)
    assert disagreements(cells, issued(), tolerance=1e-8, rates=False) == []


def test_the_workbook_solves_for_yields_when_prices_are_changed(tmp_path: Path) -> None:
    changed = with_inputs(issued(), first_dear__price=70.0, first__issue_price=0.90)
    assert (changed.values["first_dear.yield_to_maturity"] or 0) > 0.3
    cells = recalculated(changed, tmp_path, by_formualizer)
    assert disagreements(cells, changed, tolerance=1e-8, rates=False) == []
