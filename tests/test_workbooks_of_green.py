"""The workbook of a green deal on half-years with every kind of impact, recalculated: sized and held."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.green.green_deal import GREEN, SOLAR, WATER
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer, by_libreoffice

MARGIN = {"operating": 0.9, "build": 0.7, "operating_weight": 0.75}
DUST = {"kind": "other", "label": "Dust", "unit": "kg", "better": "less", "counted": "a_year"}
DEAL: dict[str, Any] = {
    "timing.period": "half_year",
    "timing.ramp_up_months": 12,
    "timing.ramp_up_start": 0.5,
    "emissions": {
        "power": {
            "without_project": {"quantity": 1e6, "combined_margin": MARGIN, "factor_decline": 0.02, "factor_year": 2026}
            | {"factor_low": 0.75, "factor_high": 0.95},
            "with_project": {"energy": "grid_kz", "quantity": {"by_year": {2027: 1e5, 2032: 5e4}}, "losses": 0.08},
            "leakage": 0.03,
            "construction_tonnes": 400.0,
        }
    },
    "green": {
        **GREEN["green"],
        "management": {**GREEN["green"]["management"], "look_back_months": 6, "allocation_months": 18},
        "reporting": {"currency": "USD", "exchange_rate": 520.0},
        "projects": {
            "solar": {**SOLAR, "refinanced_share": 0.3, "spent_from": "2026-03-10", "allocated_elsewhere": 50.0},
            "water": {
                **WATER,
                "signed_amount": 300.0,
                "operation_from": "2026-05-10",
                "indicators": {
                    **WATER["indicators"],
                    "dust": {**DUST, "baseline": {"by_year": {2027: 90, 2030: 80}}, "with_project": 20},
                    "energy_use_per_area": {"baseline": 200, "with_project": 150},
                    "jobs": {"with_project": 12},
                },
            },
        },
        "allocations": {
            **GREEN["green"]["allocations"],
            "later": {"instrument": "senior", "project": "water", "year": 2029, "share": 0.05},
        },
        "results": {
            "tonnes": {"project": "solar", "indicator": "ghg", "year": 2030, "value": 700},
            "panels": {"project": "solar", "indicator": "capacity_installed", "year": 2029, "value": 1.9},
        },
    },
}

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("green", "Green deal", "KZT million"))


def test_the_workbook_allocates_and_pro_rates_as_the_engine_does(tmp_path: Path) -> None:
    values = sized().values
    assert (values["master_check"], values["financed_solar_by_senior.look_back_exceeded"]) == (1, 1)
    assert (values["proceeds_of_senior.late"] or 0) > 1
    assert disagreements(recalculated(sized(), tmp_path, by_libreoffice), sized(), tolerance=1e-8) == []


def test_with_the_debt_held_a_larger_allocation_exceeds_proceeds_in_the_workbook_too(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), water_2028__amount=400.0, solar__lifetime_years=5.0)
    assert (held.values["proceeds_of_senior.above_proceeds"], held.values["water.above_eligible"]) == (1, 1)
    assert disagreements(recalculated(held, tmp_path, by_formualizer), held, tolerance=1e-8, rates=False) == []
