"""Availability payment: gross by index and ramp-up, deductions for areas and points, the cap."""

from collections.abc import Sequence

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.revenue.availability_payment import area, availability_payment, kpi
from tests.model.small_case import sized
from tests.oracles.sections import run_parts

Given = float | Sequence[float]

UNTOUCHED = ("severity", "continued_use", "ratchet", "occurrences")


def payment(cap: float = 1.0, areas: Sequence[dict[str, Given]] = (), points: Given = 0.0) -> Batch:
    """A payment of 120 a year by month, in full operation; each area 10 % of the time out of use unless it says."""
    given: dict[str, Given] = {
        "road.amount": 120.0,
        "road.deduction_cap": cap,
        "indexation": 1.0,
        "operation_share": 1.0,
        "year_fraction": 1 / 12,
        "ramp_up": 1.0,
        "road_kpi.points": points,
        "road_kpi.point_price": 0.001,
    }
    usual = {"weight": 0.5, "time_out_of_use": 0.1, **dict.fromkeys(UNTOUCHED, 1.0)}
    roles, links = {"stream": "road"}, {"payment": "road.gross"}
    parts = [availability_payment.instance("road"), kpi.instance("road_kpi", roles=roles, links=links)]
    for number, changes in enumerate(areas):
        parts.append(area.instance(f"road_{number}", roles=roles, links=links))
        given |= {f"road_{number}.{name}": value for name, value in {**usual, **changes}.items()}
    return run_parts(parts, 3, given)


def test_nothing_out_of_use_and_no_points_pay_in_full() -> None:
    assert list(payment().series("road.revenue")) == pytest.approx([10, 10, 10])


def test_an_area_out_of_use_costs_its_weight_for_the_time() -> None:
    assert payment(areas=[{}]).series("road.deduction")[0] == pytest.approx(10 * 0.5 * 0.1)


def test_severity_and_continued_use_soften_a_deduction() -> None:
    found = payment(areas=[{"severity": 0.6, "continued_use": 0.5}])
    assert found.series("road_0.unavailability")[0] == pytest.approx(10 * 0.5 * 0.1 * 0.6 * 0.5)


def test_a_ratchet_multiplies_with_every_repeat_after_the_first() -> None:
    assert payment(areas=[{"ratchet": 1.5}]).series("road.deduction")[0] == pytest.approx(0.5)
    assert payment(areas=[{"ratchet": 1.5, "occurrences": 3}]).series("road.deduction")[0] == pytest.approx(0.5 * 2.25)


def test_areas_and_points_add_up() -> None:
    found = payment(areas=[{}, {"weight": 0.3, "time_out_of_use": 0.2}], points=25.0)
    assert found.series("road.deduction_uncapped")[0] == pytest.approx(0.5 + 0.6 + 0.25)
    assert found.series("road.revenue")[0] == pytest.approx(10 - 1.35)


def test_deductions_stop_at_the_cap() -> None:
    found = payment(cap=0.08, areas=[{}], points=[0, 30, 100])
    assert list(found.series("road.deduction")) == pytest.approx([0.5, 0.8, 0.8])


def test_a_payment_is_never_negative() -> None:
    found = payment(areas=[{"weight": 1.0, "time_out_of_use": 1.0, "ratchet": 2.0, "occurrences": 3}])
    assert list(found.series("road.revenue")) == pytest.approx([0, 0, 0])


def test_points_may_differ_from_period_to_period() -> None:
    assert list(payment(points=[0, 10, 20]).series("road_kpi.performance")) == pytest.approx([0, 0.1, 0.2])


def test_gross_follows_the_index_the_months_of_operation_and_ramp_up() -> None:
    found = sized(
        {
            "timing.construction_months": 15,
            "timing.operation_months": 100,
            "timing.ramp_up_months": 9,
            "timing.ramp_up_start": 0.8,
            "indices": {"cpi": {"rate": 0.10}},
            "revenue.payment.indexation": {"cpi": 0.5},
        }
    )
    assert list(found.series("payment.gross")[:3]) == pytest.approx([0, 300 * 1.05 * 0.75 * 0.9, 300 * 1.105])


def test_deductions_of_one_stream_do_not_touch_another() -> None:
    found = sized(
        {
            "revenue.payment.areas": {"streets": {"weight": 1.0, "time_out_of_use": 0.1}},
            "revenue.second": {"type": "availability_payment", "amount": 100.0},
        }
    )
    assert found.series("payment.revenue")[3] == pytest.approx(270)
    assert found.series("second.revenue")[3] == pytest.approx(100)
