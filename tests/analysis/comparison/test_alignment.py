"""Two deals on common ground: one grid, one axis of years, and the inputs that can be changed one by one."""

from __future__ import annotations

import pytest

from finmodel.analysis.comparison.alignment import Aligned, Deal, aligned, reached, same_lines
from finmodel.engines.numpy_engine import NumpyEngine
from tests.analysis.comparison.deals import sized_deal, under
from tests.model.small_case import small_model

KPIS = ("equity_irr", "dscr_minimum", "total_uses")
LATER = {"timing.construction_months": 36}
DEAR = {"capex.plant.unit_cost": 1100.0, "opex.staff.unit_cost": 60.0}


def common(before: Deal, after: Deal, *, frozen: bool = False) -> Aligned:
    graphs = before.results.graph, after.results.graph
    return aligned(before, after, graphs, KPIS, frozen=frozen)


def test_figures_that_differ_can_be_changed_one_by_one_where_the_models_are_alike() -> None:
    found = common(sized_deal({}), sized_deal(DEAR))
    assert found.alike
    assert found.movable == {"plant.unit_cost": "capex.plant.unit_cost", "staff.unit_cost": "opex.staff.unit_cost"}


def test_deals_of_different_lengths_are_set_on_the_longer_grid_and_stay_as_they_are() -> None:
    before, after = sized_deal({}), sized_deal(LATER)
    found = common(before, after)
    assert found.before.periods == found.after.periods == len(after.results.periods) > len(before.results.periods)
    assert list(found.movable.values()) == ["timing.construction_months"]
    assert found.alike
    for side, deal in ((found.before, before), (found.after, after)):
        batch = NumpyEngine(side.graph, side.periods, outputs=KPIS).run(side.inputs.values)
        for name in KPIS:
            assert batch.value(name) == pytest.approx(deal.results.values[name], rel=1e-9)


def test_what_nothing_asked_for_reads_is_no_change() -> None:
    assert common(sized_deal({}), sized_deal({"valuation.equity_discount_rate": 0.2})).movable == {}


def test_with_the_debt_held_what_sizes_it_is_no_change() -> None:
    before, after = sized_deal({}), under({}, {"facilities.senior.sizing.dscr": 1.5})
    assert common(before, after, frozen=True).movable == {}
    assert list(common(before, after).movable.values()) == ["facilities.senior.sizing.dscr"]


def test_another_facility_is_another_structure() -> None:
    more = {"facilities.second": {
        "type": "term_loan", "base_rate": 0.08, "tenor_months": 60, "sizing": {"amount": 50.0},
        "day_count": "30_360", "repayment": {"profile": "equal"},
    }}  # fmt: skip
    found = common(sized_deal({}), sized_deal({**more, **DEAR}))
    assert not found.alike
    assert set(found.movable.values()) == {"capex.plant.unit_cost", "opex.staff.unit_cost"}


def test_other_lengths_of_periods_are_another_structure() -> None:
    found = common(sized_deal({}), sized_deal({"timing.period": "half_year"}))
    assert not found.alike
    assert found.before.periods * 12 == found.after.periods * 6


def test_what_is_held_reads_nothing() -> None:
    graph = small_model().graph
    lines, inputs = reached(graph, ["senior.commitment"], frozen=True)
    assert (lines, inputs) == ({"senior.commitment"}, set())
    lines, inputs = reached(graph, ["senior.commitment"], frozen=False)
    assert "plant.unit_cost" in inputs
    assert "total_uses" in lines


def test_lines_are_the_same_if_their_formulas_are() -> None:
    first = small_model().graph
    second = small_model({"facilities.senior.repayment": {"profile": "equal"}}).graph
    assert same_lines(first, first, first.lines)
    assert same_lines(first, second, ["revenue_total", "opex_total"])
    assert not same_lines(first, second, ["revenue_total", "senior.contract_principal"])
    assert not same_lines(first, second, ["no_such_line"])
