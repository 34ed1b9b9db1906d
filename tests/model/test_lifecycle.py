"""Lifecycle: what is renewed after every full interval of operation, and never on its last day."""

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized


def renewed(interval: float, **timing: object) -> Batch:
    """A renewal at 5 a piece, four pieces, in the small deal of two years' construction and eight of operation."""
    item = {"quantity": 4, "unit_cost": 5, "interval_years": interval}
    return sized({"lifecycle": {"lamps": item}, **{f"timing.{name}": value for name, value in timing.items()}})


def cost(found: Batch) -> list[float]:
    return [float(amount) for amount in found.series("lamps.cost")]


def test_a_renewal_falls_into_the_year_in_which_its_interval_is_full() -> None:
    assert cost(renewed(3)) == pytest.approx([0, 0, 0, 0, 20, 0, 0, 20, 0, 0, 0])


def test_nothing_is_renewed_on_the_last_day_of_operation() -> None:
    assert cost(renewed(4)) == pytest.approx([0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0])
    assert sum(cost(renewed(8))) == 0


def test_an_interval_that_is_full_in_the_last_year_and_before_its_end_is_due() -> None:
    assert cost(renewed(7.5)) == pytest.approx([0] * 9 + [20, 0])


def test_an_interval_shorter_than_a_period_is_due_as_often_as_it_is_full() -> None:
    """Every half-year for eight years: sixteen half-years end, the last one with operation itself."""
    assert cost(renewed(0.5)) == pytest.approx([0, 0] + [40] * 7 + [20, 0])


def test_the_same_is_renewed_in_periods_of_any_length() -> None:
    for period in ("month", "quarter", "half_year", "year"):
        assert sum(cost(renewed(2.25, period=period))) == pytest.approx(3 * 20)


def test_intervals_count_from_the_completion_that_happens() -> None:
    late = renewed(3, delay_months=12)
    assert cost(late) == pytest.approx([0, 0, 0, 0, 0, 20, 0, 0, 20, 0, 0])


def test_a_renewal_costs_what_the_index_and_the_overrun_make_of_its_price() -> None:
    item = {"unit_cost": 10, "interval_years": 5, "index": "cpi", "overrun": 0.2}
    found = sized({"lifecycle": {"lamps": item}, "indices": {"cpi": {"rate": 0.05}}})
    assert found.series("lamps.cost")[6] == pytest.approx(10 * 1.2 * 1.05**6)


def test_the_total_adds_every_item() -> None:
    items = {"lamps": {"unit_cost": 10, "interval_years": 4}, "wires": {"unit_cost": 7, "interval_years": 4}}
    assert sized({"lifecycle": items}).series("lifecycle_total")[5] == pytest.approx(17)
