"""A case that states no moves is moved in what it consists of, and never out of the bounds of its figures."""

from __future__ import annotations

import pytest

from finmodel.inputs.sensitivity_defaults import default_moves, nearest_end
from finmodel.inputs.sensitivity_moves import found_figures, outside
from tests.model.small_case import small_case

USD = {"spot": 500, "path": "depreciation", "depreciation": "5 %"}


def test_costs_revenue_inflation_rates_currencies_and_delay_are_moved() -> None:
    case = small_case({"indices.cpi": {"rate": "5 %"}, "indices.wage": {"rate": "6 %"}, "currencies.usd": USD})
    moves = {move.name: move for move in default_moves(case)}
    assert list(moves) == [
        "capex.plant.overrun", "opex.staff.overrun", "revenue.payment.amount", "inflation", "base_rates",
        "currencies.usd.shock", "delay",
    ]  # fmt: skip
    assert all(move.derived for move in moves.values())
    assert [(moves[n].way, *moves[n].ends) for n in ("capex.plant.overrun", "revenue.payment.amount", "inflation")] == [
        ("add", -0.1, 0.1), ("times", 0.9, 1.1), ("add", -0.01, 0.01)
    ]  # fmt: skip
    assert moves["inflation"].figures == ("indices.cpi.rate", "indices.wage.rate")
    assert (moves["delay"].ends, moves["delay"].whole) == ((0, 12), True)


def test_a_delay_that_extends_the_concession_needs_room_in_the_grid() -> None:
    extends = {"timing.delay_extends_concession": True}
    assert "delay" not in {move.name for move in default_moves(small_case(extends))}
    roomy = {**extends, "timing.spare_months": 12}
    delay = {move.name: move for move in default_moves(small_case(roomy))}["delay"]
    assert delay.ends == (0, 12)


def test_what_is_nothing_is_not_multiplied() -> None:
    case = small_case({"revenue.tickets": {"type": "usage", "volume": 0, "tariff": 2}})
    names = {move.name for move in default_moves(case)}
    assert "revenue.tickets.tariff" in names
    assert "revenue.tickets.volume" not in names


@pytest.mark.parametrize(
    ("way", "wanted", "base", "found"),
    [("times", 1.1, 1, 1.0526315789), ("times", 0.9, 1, 0.9), ("add", 0.1, 0, 0.05), ("add", -0.1, 0, -0.1),
     ("add", -2, 0, -0.95), ("to", 3, 0.95, 1)],
)  # fmt: skip
def test_an_end_that_would_leave_a_bound_stops_there(way: str, wanted: float, base: float, found: float) -> None:
    figures = found_figures(small_case({"capex.plant.contingency": 0.95}), "capex.plant.contingency")
    end = nearest_end(figures, way, wanted, base)
    assert end == pytest.approx(found)
    assert outside(figures[0], way, end) is None
