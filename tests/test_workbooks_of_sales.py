"""The workbook of a deal that sells energy, credits, charging, space and land, recalculated: as sized, and changed."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer, by_libreoffice

DEAL: dict[str, Any] = {
    "timing.period": "half_year",
    "indices": {"cpi": {"rate": 0.08}, "power": {"rate": 0.1}},
    "currencies": {"usd": {"spot": 500.0, "depreciation": 0.05}},
    "working_capital": {"receivable_days": 30, "payable_days": 20},
    "tax.cit_rate": 0.2,
    "revenue.solar": {
        "type": "energy_sold", "capacity": 10.0, "yield_hours": 1500.0, "degradation": 0.01, "availability": 0.98,
        "losses": 0.02, "price": 0.006, "term_years": 3.25, "indexation": {"usd": 0.5, "cpi": 0.2},
        "market": {"price": 0.007, "capture_rate": 0.9, "curtailment": 0.05, "indexation": {"power": 1.0}},
    },
    "revenue.credits": {
        "type": "carbon_credits", "quantity": 15000.0, "emission_factor": 0.8, "factor_decline": 0.02, "buffer": 0.1,
        "leakage": 0.02, "crediting_years": 3.25, "issuance_lag_periods": 2, "price": 5e-6, "currency": "usd",
        "contract": "Agreement", "verification_cost": 1.0, "issuance_fee": 1e-4, "verification_index": "cpi",
    },
    "revenue.chargers": {
        "type": "ev_charging", "chargers": 50.0, "power": 60.0, "utilisation": 0.1, "price": 1e-4,
        "session_fee": 1e-4, "energy_per_session": 20.0, "roaming_share": 0.05, "electricity_price": 4e-5,
        "electricity_index": "power", "charging_losses": 0.08, "ramp_up_profile": [0.5, 1.0],
    },
    "revenue.plots": {
        "type": "land_lease", "area_at_completion": 10.0, "area": {"by_year": {2029: 20.0, 2031: 0.0}}, "take_up": 0.5,
        "vacancy": 0.1, "ended": 0.05, "rent": 0.5, "premium": 1.0,
    },
    "revenue.sites": {
        "type": "land_sale", "area": 30.0, "sold": {"by_year": {2029: 10.0, 2030: 15.0, 2031: 4.0}}, "price": 2.0,
        "share_at_signing": 0.4, "rest_after_periods": 2, "cost_share": 0.03, "indexation": {"cpi": 1.0},
    },
    "revenue.offices": {
        "type": "rent", "space": 1000.0, "take_up": [0.4, 0.8, 0.9], "vacancy": 0.05, "rent_per_unit": 0.05,
        "rent_free_months": 4.0, "service_charge": {"costs": ["staff"], "share": 0.9}, "indexation": {"cpi": 0.5},
    },
}  # fmt: skip
"""Every stream of these with nearly every term, in half-years, after days of payers and suppliers."""


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("sales", "Sold", "KZT million"))


def test_the_deal_earns_something_in_every_way() -> None:
    assert sized().values["master_check"] == 1
    for name in (
        "solar.received_on_market", "credits.revenue", "chargers.paid", "plots.premium_earned",
        "sites.rest_collected", "offices.service_charges",
    ):  # fmt: skip
        assert sum(value or 0 for value in sized().series[name]) > 1, name


@pytest.mark.slow
def test_the_workbook_sells_as_the_engine_does(tmp_path: Path) -> None:
    assert disagreements(recalculated(sized(), tmp_path, by_libreoffice), sized(), tolerance=1e-8) == []


@pytest.mark.slow
def test_the_workbook_sells_again_when_figures_are_typed_in(tmp_path: Path) -> None:
    changed = with_inputs(
        sized(), solar__term_years=2.75, solar__degradation=0.0, credits__issuance_lag_periods=1.0,
        chargers__utilisation=0.15, plots__take_up=1.0, sites__share_at_signing=0.7, offices__rent_free_months=7.0,
    )  # fmt: skip
    assert changed.series["solar.revenue"] != pytest.approx(sized().series["solar.revenue"], rel=0.01)
    assert disagreements(recalculated(changed, tmp_path, by_formualizer), changed, tolerance=1e-8, rates=False) == []
