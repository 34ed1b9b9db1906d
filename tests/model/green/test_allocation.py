"""Allocations: in the last period of their calendar year, by amount or by share, added up by project and instrument."""

from typing import Any

import numpy as np
import pytest

from finmodel.engines.numpy_engine import NumpyEngine
from tests.model.green.green_deal import GREEN, green_deal
from tests.model.green.test_project import JUNIOR
from tests.model.small_case import sized, small_model


def test_an_allocation_falls_into_the_last_period_that_begins_in_its_year() -> None:
    found = sized({**GREEN, "timing.period": "quarter"})
    assert list(np.flatnonzero(found.series("solar_2027.allocated"))) == [3]
    assert list(np.flatnonzero(found.series("solar_2028.allocated"))) == [7]
    assert found.series("year_end_flag")[:5] == pytest.approx([0, 0, 0, 1, 0])


def test_what_is_allocated_is_added_up_and_divided_by_the_total_cost() -> None:
    """300 and 100 of a cost of 800."""
    found = green_deal()
    assert found.series("financed_solar_by_senior.allocated_so_far")[:3] == pytest.approx([300, 400, 400])
    assert found.series("financed_solar_by_senior.share_so_far")[:2] == pytest.approx([3 / 8, 1 / 2])
    assert found.value("financed_solar_by_senior.share_of_cost") == pytest.approx(0.5)


def test_a_share_is_of_all_that_the_instrument_brings() -> None:
    by_share = {"instrument": "senior", "project": "water", "year": 2028, "share": 0.2}
    found = green_deal(green__allocations__water_2028=by_share)
    brought = found.series("senior.drawdown").sum()
    assert found.value("financed_water_by_senior.allocated_in_all") == pytest.approx(0.2 * brought)


def test_a_stated_share_of_allocations_refinances() -> None:
    found = green_deal(green__projects__solar__refinanced_share=0.25, green__projects__solar__spent_from="2026-01-01")
    assert found.value("financed_solar_by_senior.refinancing") == pytest.approx(100)
    assert found.value("proceeds_of_senior.refinanced_share_of_all") == pytest.approx(100 / 600)


def test_allocations_add_up_whatever_their_amounts() -> None:
    """300 draws: what comes in is allocated or waits; by project and by instrument the same is counted."""
    draws, model = np.random.default_rng(7), small_model(GREEN)
    inputs: dict[str, Any] = dict(model.inputs.values)
    inputs |= {f"{name}.amount": draws.uniform(0, 400, 300) for name in ("solar_2027", "solar_2028", "water_2028")}
    found = NumpyEngine(model.graph, model.periods).run(inputs)
    lines = found.lines
    waits = lines["green_unallocated"][-1]
    in_all = lines["solar.allocated_in_all"] + lines["water.allocated_in_all"]
    assert waits + in_all == pytest.approx(lines["proceeds_of_senior.proceeds_total"] + 0 * waits)
    assert lines["bills.held"] + lines["rest.held"] == pytest.approx(lines["green_unallocated"])
    assert np.abs(lines["green_allocation_check"]).max() < 1e-9
    too_much = in_all > lines["proceeds_of_senior.proceeds_total"] + 1e-5
    assert (lines["proceeds_of_senior.above_proceeds"] >= too_much).all()
    fits = lines["solar.above_eligible"] == 0
    assert 0 < fits.sum() < 300
    financed, whole = lines["financed_solar_by_senior_ghg.impact_lifetime"], lines["solar.ghg_lifetime"]
    assert (financed[fits] <= 0.75 * 0.9 * whole + 1e-6).all(), "never more than the eligible share of what is signed"


def test_two_instruments_never_finance_more_than_a_project_does() -> None:
    """300 draws: as long as neither flag is up, shares of the cost and of the impact add to no more than the whole."""
    second = {"instrument": "mezzanine", "project": "solar", "year": 2028, "amount": 100}
    loans = {"facilities.senior.sizing": {"amount": 700.0}, "facilities.senior.repayment": {"profile": "equal"}}
    model = small_model({**GREEN, **loans, "facilities.mezzanine": JUNIOR, "green.allocations.second": second})
    draws, inputs = np.random.default_rng(11), dict[str, Any](model.inputs.values)
    inputs |= {f"{name}.amount": draws.uniform(0, 250, 300) for name in ("solar_2027", "solar_2028", "second")}
    inputs["solar.signed_amount"] = draws.uniform(300, 800, 300)
    lines = NumpyEngine(model.graph, model.periods).run(inputs).lines
    fits = (lines["solar.above_eligible"] == 0) & (lines["solar.counted_twice"] == 0)
    assert 0 < fits.sum() < 300
    shares = np.sum([lines[f"financed_solar_by_{name}.share_of_cost"] for name in ("senior", "mezzanine")], axis=0)
    assert (shares[fits] <= (lines["solar.eligible_amount"] / 800)[fits] + 1e-6).all()
    financed = np.sum([lines[f"impact_of_{name}_ghg.impact_lifetime"] for name in ("senior", "mezzanine")], axis=0)
    assert financed == pytest.approx(shares * lines["solar.ghg_lifetime"])
    by_period = np.sum([lines[f"impact_of_{name}_ghg.impact"] for name in ("senior", "mezzanine")], axis=0)
    assert (by_period[:, fits] <= lines["solar.ghg_avoided"] + 1e-6).all()


def test_the_heading_changes_nothing_of_the_deal() -> None:
    with_it, without = green_deal(), sized()
    differing = [
        name for name, values in without.lines.items() if not np.array_equal(values, with_it.lines[name], True)
    ]
    assert differing == []
