"""What is sold in whole deals: no more than there is, to two buyers as much as is sold, in instalments the price."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.model.assembly import assemble
from tests.model.drawn_sales import SALES, cases_with_sales
from tests.model.replica_operation import clock_of
from tests.model.replica_sales import sold
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds, assert_holds_shocked
from tests.modelled import case_of, model_of
from tests.sizes import drawn

TOLERANCE = 1e-6


@settings(THOROUGH, max_examples=10)
@given(cases_with_sales())
def test_no_more_is_sold_than_there_is_and_what_is_sold_is_paid(data: dict[str, Any]) -> None:
    model = model_of(data)
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    assert_energy_is_sold_once(found)
    assert_land_is_there(found, data)
    assert_holds(model, found)
    for kind in ("carbon_credits", "ev_charging", "land_lease", "land_sale", "rent"):
        of = f"sold_{kind}"
        assert found.series(f"{of}.received").sum() == pytest.approx(found.series(f"{of}.revenue").sum()), kind
        assert found.series(f"{of}.receivable").min() >= -TOLERANCE, kind


def assert_energy_is_sold_once(found: Batch) -> None:
    produced, sold = found.series("sold_energy_sold.energy_produced"), found.series("sold_energy_sold.energy_delivered")
    agreed, market = (found.series(f"sold_energy_sold.energy_{part}") for part in ("under_agreement", "on_market"))
    assert min(agreed.min(), market.min()) >= 0
    assert agreed + market == pytest.approx(sold)
    assert (sold <= produced + TOLERANCE).all()
    assert (produced <= found.series("sold_energy_sold.energy_new") + TOLERANCE).all()
    received = sum(found.series(name).sum() for name in found.lines if name.startswith("sold_energy_sold.received"))
    assert received == pytest.approx(found.series("sold_energy_sold.revenue").sum())
    assert found.series("sold_carbon_credits.credits_issued").sum() == pytest.approx(
        found.series("sold_carbon_credits.credits_due").sum()
    )
    sold_by_chargers, use = found.series("sold_ev_charging.energy_charged"), 10.0 * 100.0
    assert (sold_by_chargers <= use * found.series("year_fraction") + TOLERANCE).all()


def assert_land_is_there(found: Batch, data: dict[str, Any]) -> None:
    leased, offered = found.series("sold_land_lease.leased_closing"), found.series("sold_land_lease.area_offered")
    vacancy = data["revenue"]["sold_land_lease"].get("vacancy", 0.0)
    assert leased.min() >= -TOLERANCE
    assert (leased <= offered * (1 - vacancy) + TOLERANCE).all()
    sold = found.series("sold_land_sale.area_sold")
    assert sold.min() >= 0
    assert sold.sum() <= 10.0 + TOLERANCE
    paying, let = found.series("sold_rent.space_let"), found.series("sold_rent.space_let")
    if "sold_rent.space_paying" in found.lines:
        paying = found.series("sold_rent.space_paying")
    assert paying.min() >= -TOLERANCE
    assert (paying <= let + TOLERANCE).all()
    assert (let <= 10.0 * found.series("operation_share") + TOLERANCE).all()


@settings(THOROUGH, max_examples=15)
@given(cases_with_sales())
def test_a_second_model_in_months_earns_and_spends_the_same(data: dict[str, Any]) -> None:
    case = case_of(data)
    model = assemble(case)
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    levels = {name: list(found.series(f"{name}.index_level")) for name in case.indices}
    costs = {name: list(found.series(f"{name}.cost")) for name in case.opex}
    for kind in SALES:
        of = f"sold_{kind}"
        earned, spent = sold(case.revenue[of], case, clock_of(case), levels, costs)
        assert found.series(f"{of}.revenue") == pytest.approx(earned, rel=1e-9, abs=1e-9), kind
        own = {f"{of}.{line}" for line in ("cost", "verification_spent", "cost_of_sale")} & set(found.lines)
        cost = sum((found.series(name) for name in own), np.zeros(model.periods))
        assert cost == pytest.approx(spent, rel=1e-9, abs=1e-9), kind


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(40))
@given(cases_with_sales(), SHOCKS)
def test_every_case_with_sales_holds_together(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)
