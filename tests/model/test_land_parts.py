"""Land in whole deals: nothing is captured beyond what there is, bands keep apart, the fund adds up, nothing leaks."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from finmodel.analysis.by_year import yearly_tables
from finmodel.analysis.evaluation import About, evaluate
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.outputs.workbook.stocks import stocks
from tests.model.drawn_land import cases_with_land
from tests.model.small_case import sized, small_model
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds, assert_holds_shocked
from tests.modelled import model_of
from tests.sizes import drawn

TOLERANCE = 1e-6


@settings(THOROUGH, max_examples=12)
@given(cases_with_land())
def test_nothing_is_captured_beyond_what_there_is_and_the_fund_adds_up(data: dict[str, Any]) -> None:
    model = model_of(data)
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    assert_holds(model, found)
    assert_captures_within_their_source(found)
    assert_rights_within_supply(found, data["land"]["development_rights"]["towers"])
    assert_the_fund_adds_up(found, data["land"]["fund"])


def assert_captures_within_their_source(found: Batch) -> None:
    """Each instrument takes no more than the rise it is for; company and public side share all of it."""
    line = found.series
    assert (line("station.captured") <= line("station.uplift_total") + TOLERANCE).all()
    assert (line("district.captured_caused") <= line("district.captured") + TOLERANCE).all()
    taxed = line("district.increment") * line("district.pledged_rate")
    assert line("district.captured") + line("district.lost_to_exemption") == pytest.approx(taxed)
    assert line("frontage.levy").sum() <= line("frontage.betterment").sum() + TOLERANCE
    assert line("plot.premium_paid").sum() <= line("plot.rise").sum() + TOLERANCE
    assert line("plot.profit_shared").sum() <= max(line("plot.profit_so_far").max(), 0) + TOLERANCE
    shared = line("land_captured_company") + line("land_captured_public")
    names = ("station", "district", "towers", "frontage", "plot")
    assert shared == pytest.approx(sum(line(f"{name}.captured") for name in names))


def assert_rights_within_supply(found: Batch, terms: dict[str, Any]) -> None:
    line = found.series
    assert (line("towers.certificates_sold") <= line("towers.certificates_offered") + TOLERANCE).all()
    assert line("towers.sold_so_far")[-1] <= terms.get("supply", np.inf) + TOLERANCE
    assert (line("towers.certificate_price") <= line("towers.price_ceiling") + TOLERANCE).all()


def assert_the_fund_adds_up(found: Batch, terms: dict[str, Any]) -> None:
    """The balance is what was held, plus all that came, less all that went, added up here anew."""
    line = found.series
    bond = [line("fund_bond_issued") - line("fund_debt_service")] if "bond" in terms else []
    came = line("land_captured_public") + line("plot.land_price") + line("fund_takings") + line("fund_interest_earned")
    went = line("works.received") + line("fund_reinvested")
    closing: NDArray[np.float64] = terms["opening_balance"] + np.cumsum(sum(bond, came - went))
    assert line("fund_closing") == pytest.approx(closing, abs=TOLERANCE)
    assert found.lines["fund_overdrawn"][0] == pytest.approx(max(-closing.min(), 0), abs=TOLERANCE)
    if bond:
        assert line("fund_bond_repaid").sum() == pytest.approx(terms["bond"]["amount"])


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(60))
@given(cases_with_land(), SHOCKS)
def test_every_case_with_land_holds_together(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)


def band(lower: float, upper: float, area: float) -> dict[str, Any]:
    phase = {"by_year": {2027: 0.2, 2030: 1.0}}
    return {"lower": lower, "upper": upper, "area": area, "value": 2.0, "uplift": 0.2, "phase": phase}


def uplifted(near: float, far: float) -> dict[str, Any]:
    bands = {"near": band(0.0, 400.0, near), "far": band(400.0, 800.0, far)}
    return {"land": {"uplift": {"station": {"land": "a", "capture_rate": 0.5, "bands": bands}}}}


def test_a_band_pays_for_nothing_outside_itself() -> None:
    """Land taken out of one band changes that band and the total by as much, and no other band."""
    full, less = sized(uplifted(100.0, 50.0)), sized(uplifted(0.0, 50.0))
    assert less.series("station_near.net_uplift") == pytest.approx(0)
    assert less.series("station_far.net_uplift") == pytest.approx(full.series("station_far.net_uplift"))
    taken = full.series("station.captured") - less.series("station.captured")
    assert taken == pytest.approx(0.5 * full.series("station_near.net_uplift"))


def test_a_case_without_land_has_no_line_of_it() -> None:
    lines = small_model({}).graph.lines
    assert [name for name in lines if name.startswith(("land_", "fund_"))] == []
    assert "land_captured" in small_model(uplifted(1.0, 1.0)).graph.lines


def test_the_table_by_year_has_each_instrument_under_its_name_and_then_the_fund() -> None:
    case = {**uplifted(100.0, 50.0), "timing.period": "half_year"}
    case["land"]["fund"] = {"opening_balance": 10.0, "interest": 0.05}
    found = evaluate(small_model(case), About("land", "Land", "KZT million"))
    table = yearly_tables(found)["land"]
    assert [row.line for row in table.rows] == [
        "station.uplift_total", "station.growth_total", "station.captured", "land_captured", "land_captured_company",
        "land_captured_public", "fund_income", "fund_reinvested", "fund_for_project", "fund_interest_earned",
        "fund_closing",
    ]  # fmt: skip
    assert table.row("station.captured").values[0] == pytest.approx(0.5 * 0.2 * 0.2 * (200 + 100))
    assert table.row("fund_closing").values[0] == pytest.approx(found.series["fund_closing"][1])


def test_balances_and_values_of_land_have_no_total_over_time_in_the_workbook() -> None:
    land = uplifted(100.0, 50.0)["land"] | {"fund": {"bond": {"amount": 10.0, "rate": 0.1, "years": 4.0}}}
    district = {
        "land": "b", "base": 1000.0, "growth": 0.1, "counterfactual_growth": 0.0, "tax_rate": 0.01, "share": 1.0,
        "years": 9.0,
    }  # fmt: skip
    found = stocks(small_model({"land": land | {"tax_increment": {"district": district}}}).graph.lines)
    held = {"fund_opening", "fund_closing", "fund_bond_closing", "district.assessed_value", "district.increment"}
    assert held | {"station.uplift_so_far", "station_near.value_without"} <= found
    assert not {"station.captured", "district.captured", "fund_income", "fund_spent", "fund_debt_service"} & found
