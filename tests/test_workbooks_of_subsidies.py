"""The workbook of a subsidised concession, recalculated: its gap, its grants, its milestones, the end by its bid."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer, by_libreoffice

DEAL = {
    "timing.period": "half_year",
    "indices": {"cpi": {"rate": 0.08}},
    "working_capital": {"receivable_days": 30, "payable_days": 20},
    "lifecycle": {"rails": {"unit_cost": 40.0, "interval_years": 3}},
    "tax.cit_rate": 0.2,
    "revenue": {
        "toll": {"type": "usage", "volume": 900.0, "tariff": 0.25, "indexation": {"cpi": 1.0}},
        "gap": {
            "type": "operating_subsidy", "mode": "gap", "streams": ["toll"], "required": 300.0, "settlement": "year",
            "cap": 90.0, "total_cap": 400.0, "lag_periods": 1,
        },
        "use": {"type": "operating_subsidy", "mode": "per_unit", "stream": "toll", "rate": 0.05},
    },
    "least_present_value": {"road": {"streams": ["toll"], "bid": 700.0, "rate": 0.1}},
    "grants": {
        "vgf": {
            "type": "viability_gap", "granted_share": 0.8, "tax_pool": "machinery",
            "sources": {"state": {"cap": 0.1, "grantor": "state_budget"}, "city": {"cap": 0.05}},
        },
        "works": {
            "type": "milestone_payments", "taxed": "as_income",
            "milestones": {"frame": {"amount": 60.0, "progress": 0.4}, "roof": {"amount": 40.0, "date": "2028-05-20"}},
        },
    },
}  # fmt: skip

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("subsidised", "Subsidised concession", "KZT million"))


def test_the_deal_ends_early_and_has_every_kind_of_support() -> None:
    assert sized().values["master_check"] == 1
    assert 3 < (sized().values["road.concession_years"] or 0) < 8
    assert sum(value or 0 for value in sized().series["gap.revenue"]) > 0
    assert sized().values["vgf.agreed"] == pytest.approx(0.8 * 0.15 * (sized().values["total_uses"] or 0))


def test_the_workbook_ends_the_concession_anew_when_figures_are_typed_in(tmp_path: Path) -> None:
    changed = with_inputs(
        sized(), toll__volume=1100.0, gap__cap=50.0, vgf__granted_share=0.4, works_frame__progress=0.7
    )
    assert (changed.values["road.concession_years"] or 0) < (sized().values["road.concession_years"] or 0)
    assert disagreements(recalculated(changed, tmp_path, by_formualizer), changed, tolerance=1e-8, rates=False) == []


def test_with_the_financing_held_a_slow_road_lasts_longer_in_libreoffice_too(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), toll__volume_factor=0.8, delay_months=6.0, plant__overrun=0.1)
    assert held.values["vgf.agreed"] == sized().values["vgf.agreed"]
    assert (held.values["road.concession_years"] or 0) > (sized().values["road.concession_years"] or 0)
    assert held.values["master_check"] == 1
    assert disagreements(recalculated(held, tmp_path, by_libreoffice), held, tolerance=1e-8) == []
