"""The workbook of a deal with every instrument on land, its stream and the fund, recalculated: sized and held."""

from dataclasses import replace
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
    "tax": {"regime": "sez", "category": "A", "cit_rate": 0.2},
    "working_capital": {"receivable_days": 45},
    "revenue.plots": {
        "type": "plain_stream", "payer": "buyers", "amount": {"by_year": {2027: 0.0, 2029: 20.0, 2033: 0.0}},
    },
    "revenue.from_land": {"type": "land_value_capture", "instrument": "district", "share": 0.6},
    "grants.works": {
        "type": "capital_grant", "amount": 150.0, "drawn": "on_milestone", "milestones": [0.2, 0.2, 0.3, 0.3],
    },
    "land": {
        "uplift": {
            "station": {
                "land": "station", "market_growth": {"by_year": {2027: 0.08, 2030: 0.05}}, "anticipated": 0.2,
                "displacement": 0.1, "capture_rate": 0.4, "collection": 0.95,
                "bands": {
                    "near": {"upper": 400.0, "area": 200.0, "value": 3.0, "uplift": 0.2,
                             "phase": {"by_year": {2027: 0.2, 2029: 0.6, 2031: 1.0}}},
                    "far": {"lower": 400.0, "upper": 800.0, "area": 600.0, "value": 1.5, "uplift": 0.08,
                            "phase_after_completion": [0.4, 1.0]},
                },
            }
        },
        "tax_increment": {
            "district": {
                "land": "district", "base": 1000.0, "growth": 0.08,
                "new_property": {"by_year": {2027: 0.0, 2029: 100.0}},
                "displacement": 0.25, "counterfactual_growth": 0.05, "tax_rate": 0.015, "share": 0.75, "years": 9.0,
                "participants": 0.4, "bond_rate": 0.12,
            }
        },
        "development_rights": {
            "towers": {
                "offered": {"by_year": {2027: 0.0, 2028: 60.0}}, "supply": 300.0, "sold_share": 0.576,
                "auction_price": 0.4, "minimum_price": 0.3, "floor_area_gain": 1.2, "sale_price": 1.0,
                "build_cost": {"by_year": {2027: 0.5, 2031: 0.6}}, "margin": 0.2,
            }
        },
        "betterment_levy": {
            "frontage": {
                "land": "frontage", "value_before": 300.0, "value_after": 420.0, "market_growth": 0.04,
                "assessed_month": 30, "rate": 0.3, "instalment_years": 4.0, "instalment_interest": 0.06,
            }
        },
        "joint_development": {
            "plot": {
                "land": "plot", "area": 20.0, "value_before": 2.0, "value_after": 4.0, "market_growth": 0.04,
                "granted_month": 24, "premium": 0.5, "sales": {"by_year": {2027: 0.0, 2030: 150.0, 2032: 0.0}},
                "costs": {"by_year": {2027: 0.0, 2029: 80.0, 2031: 0.0}}, "profit_share": 0.3,
            }
        },
        "fund": {
            "opening_balance": 60.0, "interest": 0.05, "pays_for": ["works"], "takes_in": {"plots": 0.5},
            "reinvestment": {"by_year": {2027: 0.0, 2030: 30.0, 2034: 0.0}},
            "bond": {"amount": 80.0, "rate": 0.12, "years": 6.0, "grace_years": 1.0},
        },
    },
}  # fmt: skip

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("land", "Paid by land", "KZT million"))


def test_the_workbook_captures_land_and_keeps_the_fund_as_the_engine_does(tmp_path: Path) -> None:
    assert sized().values["master_check"] == 1
    assert sized().values["fund_overdrawn"] == 0
    assert disagreements(recalculated(sized(), tmp_path, by_libreoffice), sized(), tolerance=1e-8) == []


def test_with_the_debt_held_a_failed_auction_overdraws_the_fund_in_the_workbook_too(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), towers__sold_share=0.0, station__collection=0.3)
    assert (held.values["towers.captured_total"], held.values["master_check"]) == (0, 1)
    assert (held.values["fund_overdrawn"] or 0) > 1
    assert disagreements(recalculated(held, tmp_path, by_formualizer), held, tolerance=1e-8, rates=False) == []
