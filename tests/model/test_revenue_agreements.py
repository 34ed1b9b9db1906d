"""Agreements on revenue in whole deals: caps hold, bands pay for nothing outside themselves, nothing leaks."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.analysis.evaluation import About, evaluate
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.results import Results
from tests.model.drawn_revenue import cases_with_agreements
from tests.model.small_case import small_model
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds_shocked
from tests.modelled import model_of
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer
from tests.sizes import drawn

TOLERANCE = 1e-6

DEAL = {
    "timing.period": "half_year",
    "indices": {"cpi": {"rate": 0.08}},
    "working_capital": {"receivable_days": 30},
    "tax.cit_rate": 0.2,
    "revenue": {
        "tram": {
            "type": "usage", "volume": 900.0, "tariff": 0.3, "growth": 0.02, "ramp_up_profile": [0.6, 0.8, 0.95, 1.0],
            "indexation": {"cpi": 1.0}, "base_price": 0.28, "elasticity": -0.3, "leakage": 0.04,
        },
        "depots": {"type": "usage", "payer": "operators", "volume": 10.0, "tariff": 6.0, "contracted_volume": 12.0},
    },
    "revenue_guarantees": {
        "mrg": {
            "streams": ["tram", "depots"], "forecast": 320.0, "indexation": {"cpi": 1.0}, "lag_periods": 1,
            "floors": {"low": {"upper": 0.8}, "next": {"lower": 0.8, "upper": 0.95, "share": 0.5}},
            "sharing": {"high": {"lower": 1.1, "share": 0.5}}, "eligibility": 0.2,
            "cap": 150.0, "cap_present_value": 120.0, "cap_rate": 0.12,
        }
    },
    "revenue_shares": {"city": {"streams": ["tram"], "share": 0.05, "minimum": {"by_year": {2027: 12.0, 2031: 20.0}}}},
}  # fmt: skip


@settings(THOROUGH, max_examples=12)
@given(cases_with_agreements())
def test_caps_hold_and_a_band_pays_for_nothing_outside_itself(data: dict[str, Any]) -> None:
    model = model_of(data)
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    assert_caps_hold(found, data["revenue_guarantees"]["mrg"])
    assert_bands_keep_to_themselves(found, data["revenue_guarantees"]["mrg"])
    for moved, owed in (("mrg.received", "mrg.revenue"), ("mrg.paid", "mrg.cost"), ("city.paid", "city.cost")):
        assert found.series(moved).sum() == pytest.approx(found.series(owed).sum()), moved


def assert_caps_hold(found: Batch, terms: dict[str, Any]) -> None:
    paid = found.series("mrg.revenue")
    assert paid.min() >= 0
    assert paid.sum() <= terms.get("cap", np.inf) + TOLERANCE
    if "cap_rate" in terms:
        period = found.series("months_elapsed")[0]
        years = (found.series("counter") + terms["lag_periods"]) * period / 12
        assert (paid / (1 + terms["cap_rate"]) ** years).sum() <= terms["cap_present_value"] + TOLERANCE


def assert_bands_keep_to_themselves(found: Batch, terms: dict[str, Any]) -> None:
    """Each pays at most its share of its width, and nothing where revenue is beyond its end."""
    revenue, forecast = found.series("mrg.revenue_to_settle"), found.series("mrg.forecast_to_settle")
    for name, band in terms["floors"].items():
        paid, share = found.series(f"mrg_{name}.topup"), band.get("share", 1.0)
        assert (paid <= share * (band["upper"] - band.get("lower", 0.0)) * forecast + TOLERANCE).all(), name
        assert (paid[revenue >= band["upper"] * forecast] <= TOLERANCE).all(), name
    for name, band in terms.get("sharing", {}).items():
        given_up = found.series(f"mrg_{name}.given")
        assert (given_up <= band["share"] * (band.get("upper", np.inf) - band["lower"]) * forecast.clip(1e-9)).all(), (
            name
        )
        assert (given_up[revenue <= band["lower"] * forecast] <= TOLERANCE).all(), name


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(60))
@given(cases_with_agreements(), SHOCKS)
def test_every_case_with_agreements_holds_together(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)


@cache
def deal() -> Results:
    return evaluate(small_model(DEAL), About("tram", "Tram", "KZT million"))


def test_the_deal_of_the_workbook_has_top_ups_caps_and_shares() -> None:
    assert deal().values["master_check"] == 1
    assert 0 < sum(value or 0 for value in deal().series["mrg.revenue"]) < 150
    assert sum(value or 0 for value in deal().series["city.cost"]) > 0


@pytest.mark.slow
def test_the_workbook_settles_revenue_again_when_figures_are_typed_in(tmp_path: Path) -> None:
    changed = with_inputs(deal(), tram__volume_factor=0.6, tram__elasticity=-0.5, mrg__cap=90.0, mrg__lag_periods=0.0)
    assert sum(value or 0 for value in changed.series["mrg.revenue"]) == pytest.approx(90)
    assert disagreements(recalculated(changed, tmp_path, by_formualizer), changed, tolerance=1e-8, rates=False) == []
