"""The workbook of a deal with every heading of the public side agrees with the engine, sized and held in a bad year."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.pipeline import run_case
from finmodel.results import Results
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer, by_libreoffice

CASE = Path(__file__).parents[1] / "cases" / "alatau_gate_lighting" / "case.yaml"
STATED = (
    "termination={equity_rate: 22 %, breakage_share: 1 %, private_default: market_value, retender_rate: 20 %, "
    "voluntary_equity_compensation: contributed_compounded, redundancy_cost: {by_year: {2027: 10, 2035: 20}}}",
    "fiscal={budget: {by_year: {2027: 110000, 2030: 120000}}, gdp: 150000000, gdp_growth: 8 %, ppp_limit_share: 4 %, "
    "ppp_committed: 2000, affordability_limit: 5 %, fiscal_discount_rate: 15 %, payment_ceiling: 15000, "
    "households: {count: 60000, income: 2.4, limit: 4 %}}",
    "value_for_money={public_discount_rate: 15 %, public_capex_factor: 1.15, monitoring_cost: 20, risks: {"
    "dearer: {risk: construction_overrun, base: capex, impact: 30 %, transferred_share: 100 %}, "
    "upkeep: {base: opex, probability: [30 %, 10 %], impact: [10 %, 30 %], transferred_share: 80 %}}}",
    "tax.agreement_end=2040-06-30",
)  # fmt: skip

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return run_case(CASE, overrides=STATED)


@cache
def held() -> Results:
    """The contract as agreed, and a payment cut by a third: arrears, and distributions unlike those agreed."""
    return with_inputs(replace(sized(), frozen=True), street_lighting__amount=2300.0)


def test_the_public_side_has_its_tables() -> None:
    assert {"termination", "fiscal", "value_for_money"} <= set(sized().tables)
    assert sized().values["master_check"] == 1


def test_the_workbook_as_sized_recalculates_to_what_the_engine_found(tmp_path: Path) -> None:
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_the_workbook_of_a_bad_year_holds_the_distributions_of_the_base_case_and_no_others(tmp_path: Path) -> None:
    assert held().series["agreed_equity_flow"] == sized().series["agreed_equity_flow"]
    assert held().series["equity_cash_flow"] != pytest.approx(sized().series["equity_cash_flow"], rel=0.05)
    assert disagreements(recalculated(held(), tmp_path, by_libreoffice), held(), tolerance=1e-8) == []
