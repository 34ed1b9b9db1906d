"""Golden value of an availability payment with deductions, and worked examples of every other stream."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.revenue.availability_payment import area, availability_payment, kpi
from tests.modelled import modelled
from tests.oracles.sections import run_parts


def test_three_days_without_most_of_the_service_and_25_points_take_0_95_off_a_payment_of_10() -> None:
    roles, links = {"stream": "lighting"}, {"payment": "lighting.gross"}
    found = run_parts(
        [
            availability_payment.instance("lighting"),
            area.instance("lighting_streets", roles=roles, links=links),
            kpi.instance("lighting_reports", roles=roles, links=links),
        ],
        1,
        {
            "lighting.amount": 120.0,
            "lighting.deduction_cap": 1.0,
            "lighting_streets.weight": 0.7,
            "lighting_streets.severity": 1.0,
            "lighting_streets.time_out_of_use": 3 / 30,
            "lighting_streets.continued_use": 1.0,
            "lighting_streets.ratchet": 1.0,
            "lighting_streets.occurrences": 1.0,
            "lighting_reports.points": 25.0,
            "lighting_reports.point_price": 0.001,
            "indexation": 1.0,
            "operation_share": 1.0,
            "year_fraction": 1 / 12,
            "ramp_up": 1.0,
        },
    )
    assert found.series("lighting.gross")[0] == pytest.approx(10.0)
    assert found.series("lighting.deduction")[0] == pytest.approx(0.95)
    assert found.series("lighting.revenue")[0] == pytest.approx(9.05)


def streams(stream: dict[str, Any], **timing: Any) -> Batch:
    """One stream from 2028 on, after a year of construction; the index rises by 10 % a year from 2028 on."""
    return modelled(
        {
            "project": {"title": "Streams"},
            "timing": {"start": "2027-01-01", "construction_months": 12, "operation_months": 48, **timing},
            "indices": {"cpi": {"rate": 0.10}},
            "capex": {"plant": {"unit_cost": 100}},
            "revenue": {"fee": stream},
            "facilities": {
                "senior": {
                    "type": "term_loan",
                    "base_rate": 0.1,
                    "tenor_months": 60,
                    "sizing": {"amount": 10},
                    "repayment": {"profile": "equal"},
                }
            },
            "tax": {"regime": "kz_standard"},
        }
    )


def test_investment_costs_are_paid_back_in_equal_instalments_from_commissioning_on() -> None:
    found = streams({"type": "investment_cost_compensation", "amount": 120, "instalment_years": 1.5})
    assert found.series("fee.revenue")[2:10] == pytest.approx([40, 40, 40, 0, 0, 0, 0, 0])


def test_the_indexed_part_of_a_payment_rises_with_the_index_and_the_rest_stays() -> None:
    found = streams({"type": "operating_cost_compensation", "amount": 100, "indexation": {"cpi": 0.6}}, period="year")
    rises = [0.4 + 0.6 * 1.1**year for year in (1, 2, 3, 4)]
    assert found.series("fee.revenue")[1:5] == pytest.approx([100 * rise for rise in rises])


def test_a_ramp_up_from_half_service_is_taken_at_the_middle_of_each_period() -> None:
    found = streams(
        {"type": "management_remuneration", "amount": 100}, period="year", ramp_up_months=24, ramp_up_start=0.5
    )
    assert found.series("fee.revenue")[1:5] == pytest.approx([62.5, 87.5, 100, 100])


def test_a_late_completion_takes_its_months_off_the_payment_and_not_off_the_contract() -> None:
    found = streams({"type": "operating_cost_compensation", "amount": 100}, period="year", delay_months=3)
    assert found.series("fee.revenue")[1:6] == pytest.approx([75, 100, 100, 100, 0])


def test_a_stream_given_outright_is_taken_as_it_stands() -> None:
    found = streams({"type": "plain_stream", "amount": {"by_period": [0, 7, 11]}}, period="year")
    assert found.series("fee.revenue") == pytest.approx([0, 7, 11, 0, 0, 0])


def test_a_plant_that_ages_yields_the_sum_of_a_geometric_series() -> None:
    """(1 − 0.995²⁰) ÷ 0.005 = 19.0778 years of the first; in half-years as in years, and a late month is a month."""
    plant: dict[str, Any] = {"type": "energy_sold", "energy": 1000, "degradation": 0.005, "price": 0.01}
    closed = 1000 * (1 - 0.995**20) / 0.005
    for period in ("year", "half_year", "month"):
        found = streams(plant, period=period, operation_months=240)
        assert found.series("fee.energy_produced").sum() == pytest.approx(closed, rel=1e-12), period
    found = streams(plant, period="year", operation_months=246)
    assert found.series("fee.energy_produced").sum() == pytest.approx(closed + 500 * 0.995**20, rel=1e-12)
    assert closed == pytest.approx(19_077.9, abs=0.1)


def test_an_agreement_splits_the_geometric_sum_where_it_ends() -> None:
    """Of 20 years, 15.5 under the agreement at 10 and 4.5 at 8 × 90 %, the sixteenth year half and half."""
    plant: dict[str, Any] = {"type": "energy_sold", "energy": 1.0, "degradation": 0.01, "price": 10, "term_years": 15.5,
             "market": {"price": 8, "capture_rate": 0.9}}  # fmt: skip
    found = streams(plant, period="year", operation_months=240)
    year = [0.99**k for k in range(20)]
    agreed, market = sum(year[:15]) + year[15] / 2, year[15] / 2 + sum(year[16:])
    assert sum(year[:15]) == pytest.approx((1 - 0.99**15) / 0.01)
    assert found.series("fee.revenue_agreed").sum() == pytest.approx(10 * agreed, rel=1e-12)
    assert found.series("fee.revenue_on_market").sum() == pytest.approx(7.2 * market, rel=1e-12)


def test_a_factor_that_declines_saves_a_geometric_sum_too() -> None:
    """From 2028 on for four years, a year after close: 800 × 0.98 × (1 − 0.98⁴) ÷ 0.02."""
    stream: dict[str, Any] = {"type": "carbon_credits", "quantity": 1000, "emission_factor": 0.8}
    stream |= {"factor_decline": 0.02, "crediting_years": 10}
    found = streams(stream, period="year")
    assert found.series("fee.emissions_saved").sum() == pytest.approx(800 * 0.98 * (1 - 0.98**4) / 0.02, rel=1e-12)


def test_land_that_is_taken_by_a_share_a_year_fills_up_as_one_less_a_power() -> None:
    """Of 100 on the market, after n years 100 × (1 − 0.7ⁿ) are leased, by years and by quarters alike."""
    plots: dict[str, Any] = {"type": "land_lease", "area_at_completion": 100, "take_up": 0.3, "rent": 1}
    filled = [100 * (1 - 0.7**n) for n in (1, 2, 3, 4)]
    assert streams(plots, period="year").series("fee.leased_closing")[1:5] == pytest.approx(filled)
    assert streams(plots, period="quarter").series("fee.leased_closing")[7:20:4] == pytest.approx(filled)


def test_a_charger_of_100_kw_used_for_a_tenth_of_the_hours_sells_87600_kwh_a_year() -> None:
    chargers: dict[str, Any] = {"type": "ev_charging", "chargers": 1, "power": 100, "utilisation": 0.1, "margin": 20}
    found = streams(chargers, period="year")
    assert found.series("fee.energy_charged")[1:5] == pytest.approx([87_600] * 4)
    assert found.series("fee.revenue")[1] == pytest.approx(1_752_000)
