"""The model against a second one, written in plain loops: every main line of whole deals, sized and as contracted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.case import Case
from finmodel.inputs.loader import LoadedCase, load_case
from finmodel.model.assembly import Model, assemble
from tests.model.drawn_cases import cases
from tests.model.replica import Replica, replicate
from tests.model.small_case import fitted, small
from tests.modelled import case_of
from tests.sizes import drawn

LIGHTING = Path("cases/alatau_gate_lighting/case.yaml")
SCENARIOS = ("delay_six_months", "cost_overrun", "poor_performance", "high_rates", "high_inflation")

OF_A_LETTER = {"dsra_drawn": "letter_of_credit_drawn", "letter": "letter_of_credit_owed_closing"}
"""What the model calls a line where a letter of credit stands for the reserve."""
IN_CASH_ONLY = {"letter", "dsra_closing"}
"""What the replica keeps of both kinds of reserve, and the model of the one that the case has."""
RETURNS = {"project_irr", "project_irr_pre_tax", "equity_irr", "payback_years"}

ANNUITY = {
    "timing.start": "2027-10-01",
    "tax": {"regime": "kz_standard", "cit_rate": 0.20, "loss_carry_forward_years": 2},
    "facilities.senior.sizing": {"dscr": 1.4, "llcr": 1.5, "gearing": 0.9, "tax": "levered"},
    "facilities.senior.repayment": {"profile": "annuity"},
    "facilities.senior.upfront_fee_rate": 0.02,
    "facilities.senior.commitment_fee_rate": 0.01,
    "capex.plant.spend": [0.3, 0.7],
    "vat": {"vat_rate": 0.16, "vat_refund_months": 12},
    "reserves": {"dsra": {"months": 9, "initial_funding": 0.5}, "reserve_rate": 0.05, "reserve_interest_taxable": True},
    "funding": {"drawdown": "equity_first", "opening_cash": 10.0},
    "tax_pools": {"machinery": {"method": "straight_line", "life_years": 6}},
}
"""By year from October, standard tax with losses that expire after two years, level payments, sponsors pay first."""

EQUAL = {
    "timing.period": "quarter",
    "timing.start": "2028-02-01",
    "timing.construction_months": 20,
    "timing.ramp_up_months": 9,
    "timing.ramp_up_start": 0.6,
    "indices": {"cpi": {"rate": {"by_year": {2028: 0.09, 2030: 0.06}}, "initial_level": 1.1}},
    "opex.staff.index": "cpi",
    "revenue.payment.indexation": {"cpi": 0.4},
    "lifecycle": {"lamps": {"unit_cost": 40.0, "interval_years": 2.5, "index": "cpi"}},
    "working_capital": {"receivable_days": 100, "payable_days": 45},
    "facilities.senior.day_count": "act_365",
    "facilities.senior.base_rate": {"by_year": {2028: 0.15, 2030: 0.11}},
    "facilities.senior.agency_fee_amount": 2.0,
    "facilities.senior.sizing": {"amount": 500.0, "llcr": 1.25},
    "facilities.senior.repayment": {"profile": "equal"},
    "reserves": {
        "dsra": {"type": "letter_of_credit", "months": 6, "letter_of_credit_fee": 0.02},
        "mra": {"months": 24},
        "reserve_rate": 0.04,
    },
    "funding": {"drawdown": "debt_first", "shareholder_loan_share": 0.5, "shareholder_loan_rate": 0.12},
    "distributions": {"limit": "retained_earnings", "lockup_dscr": 1.2, "lockup_test": "forward", "minimum_cash": 5.0},
    "tax": {"regime": "sez", "category": "A", "cit_rate": 0.20, "relief_years_by_category": [4, 15, 25]},
    "valuation": {"convention": "periods"},
}
"""By quarter, completion inside one, equal principal, a letter of credit, dividends of earnings, relief that ends."""

SCULPTED = {
    "timing.period": "month",
    "timing.start": "2027-05-01",
    "timing.construction_months": 17,
    "timing.operation_months": 91,
    "revenue.payment.deduction_cap": 0.3,
    "revenue.payment.areas": {"streets": {"weight": 0.8, "time_out_of_use": 0.04, "ratchet": 1.5, "occurrences": 2}},
    "revenue.payment.kpis": {"reports": {"points": 6, "point_price": 0.002}},
    "revenue.grant": {"type": "investment_cost_compensation", "amount": 240.0, "instalment_years": 4.5},
    "facilities.senior.day_count": "act_360",
    "facilities.senior.tenor_months": 89,
    "facilities.senior.grace_months": 8,
    "facilities.senior.sizing": {
        "dscr": {"by_year": {2027: 1.5, 2031: 1.3}},
        "downside": {"dscr": 1.1, "revenue_factor": 0.8, "cost_factor": 1.2},
        "tax": "unlevered",
    },
    "reserves": {"dsra": {"months": 6}},
    "funding": {"shareholder_loan_share": 0.8, "shareholder_loan_rate": 0.15, "shareholder_loan_deductible": True},
    "distributions": {"lockup_dscr": 1.15, "default_dscr": 1.05},
    "tax": {"regime": "kz_standard", "cit_rate": 0.20},
}
"""By month, sculpted on the weaker of two cases after eight months of grace, a shareholder loan that is deductible."""

SHOCKS: dict[str, dict[str, Any]] = {
    "as contracted": {},
    "late": {"timing.delay_months": 5},
    "dear": {"capex.plant.overrun": 0.25},
    "cheap": {"capex.plant.overrun": -0.25},
    "dear money": {"facilities.senior.margin": 0.06},
    "dear service": {"opex.staff.overrun": 1.5},
    "bad years": {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 90, 2031: 40, 2032: 450}}},
    "ruin": {"opex.staff.overrun": 4.2},
}


def difference(found: Batch, expected: Replica, *, within: float = 1e-6) -> dict[str, Any]:
    """The lines in which the two differ, each with both values; nothing if the two agree."""
    differing: dict[str, Any] = {}
    for name, values in expected.series.items():
        line = name if name in found.lines else OF_A_LETTER.get(name, name)
        if line not in found.lines and name in IN_CASH_ONLY:
            continue
        ours = found.series(line)
        theirs = np.array([np.nan if value is None else value for value in values])
        if not same(ours, theirs, within):
            differing[line] = (ours, theirs)
    for name, value in expected.values.items():
        if not same(found.value(name), np.nan if value is None else value, within):
            differing[name] = (found.value(name), value)
    return differing


def same(ours: NDArray[np.float64] | float, theirs: NDArray[np.float64] | float, within: float) -> bool:
    return np.allclose(ours, theirs, rtol=1e-8, atol=within, equal_nan=True)


def run(model: Model) -> Batch:
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)


def run_held(model: Model, contract: dict[str, NDArray[np.float64]]) -> Batch:
    return NumpyEngine(model.graph, model.periods).run(
        model.inputs.values, frozen={name: fitted(values, model.periods) for name, values in contract.items()}
    )


def agreed(model: Model, found: Batch) -> dict[str, NDArray[np.float64]]:
    return {name: found.lines[name] for name in model.graph.freezable}


@cache
def lighting() -> tuple[LoadedCase[Case], Model, Batch, Replica]:
    loaded = load_case(LIGHTING)
    model = assemble(loaded.case)
    return loaded, model, run(model), replicate(loaded.case)


def test_the_lighting_case_is_the_same_in_both_models() -> None:
    _, _, found, expected = lighting()
    assert difference(found, expected) == {}
    assert len(expected.series) > 40


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_scenario_of_the_lighting_case_is_the_same_in_both_models(scenario: str) -> None:
    loaded, model, base, replica = lighting()
    case = loaded.scenarios[scenario].case
    found = run_held(assemble(case), agreed(model, base))
    assert difference(found, replicate(case, replica.contract)) == {}


@pytest.mark.parametrize("shock", SHOCKS)
@pytest.mark.parametrize("deal", [ANNUITY, EQUAL, SCULPTED], ids=["annuity", "equal", "sculpted"])
def test_three_other_deals_and_what_may_befall_them_are_the_same_in_both_models(
    deal: dict[str, Any], shock: str
) -> None:
    case, shocked = case_of(small(deal)), case_of(small({**deal, **SHOCKS[shock]}))
    model = assemble(case)
    base, replica = run(model), replicate(case)
    assert difference(base, replica) == {}
    found = run_held(assemble(shocked), agreed(model, base))
    assert difference(found, replicate(shocked, replica.contract)) == {}


FACTORS = st.fixed_dictionaries(
    {"amount": st.sampled_from([0.0, 0.5, 0.8, 1.2]), "unit_cost": st.sampled_from([0.8, 1.0, 1.3, 2.0])}
)


@settings(
    max_examples=drawn(40), deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(cases(), FACTORS)
def test_any_deal_and_a_shock_to_it_are_the_same_in_both_models(
    data: dict[str, Any], factors: dict[str, float]
) -> None:
    """Internal rates are left out: deals that lose nearly everything have rates that no two searches agree on."""
    case = case_of(data)
    model = assemble(case)
    base, replica = run(model), replicate(case)
    assert difference(base, replica, within=1e-5).keys() <= RETURNS
    shocked = case_of(times(data, factors))
    found = run_held(assemble(shocked), agreed(model, base))
    assert difference(found, replicate(shocked, replica.contract), within=1e-5).keys() <= RETURNS


def times(data: dict[str, Any], factors: dict[str, float]) -> dict[str, Any]:
    """The same deal with what it earns and what it costs multiplied."""

    def changed(heading: str, keys: Sequence[str], factor: float) -> dict[str, Any]:
        return {
            name: {**item, **{key: item[key] * factor for key in keys if key in item}}
            for name, item in data[heading].items()
        }

    costs = {
        heading: changed(heading, ["unit_cost"], factors["unit_cost"]) for heading in ("capex", "opex", "lifecycle")
    }
    return {**data, **costs, "revenue": changed("revenue", ["amount", "rent_per_unit"], factors["amount"])}
