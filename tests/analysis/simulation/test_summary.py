"""What a simulation shows is what its scenarios say, counted anew from them."""

import numpy as np
import pytest

from finmodel.analysis.simulation.chunks import run_chunk
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.simulating import simulated
from tests.analysis.simulation.test_kept import FLOORED
from tests.uncertain_case import PAYMENT, RISKS, UNCERTAIN, loaded, plan, ran, results, simulation

CHANGES = {**UNCERTAIN, **RISKS, "uncertainty.hurdle": 0.12}
FOUND = simulation(CHANGES, 600)
PARTS = ran(CHANGES, 600)


def test_probabilities_are_shares_of_scenarios() -> None:
    for name in ("default", "lock_up", "check_fails"):
        assert FOUND.chance(name).value == PARTS.gathered(f"flag:{name}").mean()
    values = PARTS.gathered("kpi:equity_irr")
    below = FOUND.chance("below_hurdle")
    assert below.value == (np.isnan(values) | (values < 0.12)).mean()
    assert below.blanks == np.isnan(values).sum()
    assert FOUND.chance("check_fails").count == 0
    assert not FOUND.chance("default").certain


def test_scenarios_without_a_return_count_as_below_the_hurdle() -> None:
    ruin = {"ruin": {"id": "revenue", "probability": 0.5, "set": {"revenue.payment.amount": {"times": 0.1}}}}
    found = simulation({"risks": ruin}, 400)
    below = found.chance("below_hurdle")
    assert below.blanks == pytest.approx(200, abs=1)
    assert below.count >= below.blanks
    curve = next(curve for curve in found.curves if curve.kpi == "equity_irr")
    assert curve.blanks == below.blanks
    assert curve.shares[0] >= below.blanks / 400
    assert curve.shares[-1] == 1


def test_losses_of_parties_are_against_the_case_as_it_stands() -> None:
    sponsor = FOUND.party("sponsor")
    losses = sponsor.base - PARTS.gathered("party:sponsor")
    assert sponsor.expected_loss == pytest.approx(losses.mean())
    assert sponsor.value_at_risk == pytest.approx(np.percentile(losses, 95))
    assert sponsor.conditional_value_at_risk == pytest.approx(losses[losses >= np.percentile(losses, 95)].mean())
    assert sum(party.expected_loss for party in FOUND.parties) == pytest.approx(0, abs=1e-6)


def test_lenders_lose_where_the_deal_fails() -> None:
    ruin = {"ruin": {"id": "revenue", "probability": 0.25, "set": {"revenue.payment.amount": {"times": 0.1}}}}
    lost = simulation({"risks": ruin}, 400).lenders
    assert lost.chance == pytest.approx(0.25, abs=0.005)
    assert lost.when_lost == pytest.approx(lost.expected / lost.chance)
    assert lost.value_at_risk == pytest.approx(lost.when_lost)
    more = {"type": "uniform", "low": 1, "high": 1.1}
    calm = simulation({"uncertainty.variables": {"pay": {**PAYMENT, "distribution": more}}}, 50).lenders
    assert (calm.expected, calm.chance, calm.when_lost) == (0, 0, None)


def test_fans_are_percentiles_of_a_line_in_every_period() -> None:
    cfads, dscr = FOUND.fans
    values = PARTS.gathered("line:cfads")
    assert (cfads.line, dscr.line) == ("cfads", "dscr")
    np.testing.assert_allclose(
        np.array(cfads.percentiles[5], float), np.percentile(values, 5, axis=1), rtol=1e-6, atol=1e-9
    )
    assert dscr.percentiles[50][0] is None, "no debt service in construction"
    assert dscr.counts[0] == 0
    assert len(cfads.ends) == len(results(CHANGES).periods)


def test_every_driver_is_ranked() -> None:
    ranking = FOUND.rankings[0]
    assert ranking.kpi == "equity_irr"
    assert {driver.name for driver in ranking.drivers} == {"cost", "payment_level", "dear_staff", "low_payment"}
    assert ranking.drivers[0].name in {"payment_level", "low_payment"}
    assert {driver.kind for driver in ranking.drivers} == {"variable", "risk"}


def test_costs_of_guarantees_are_by_calendar_year() -> None:
    level = {
        "figures": ["revenue.trips.volume"],
        "way": "times",
        "distribution": {"type": "uniform", "low": 0.5, "high": 1.5},
    }
    found = simulation({**FLOORED, "uncertainty.variables": {"level": level}}, 400)
    (cost,) = found.costs
    assert cost.kind == "revenue_guarantee"
    full = cost.years.index(2030)
    # Trips are worth 50 to 150 a year; what is missing up to 120 is paid: E max(120 − X, 0) = 70² / 200.
    assert cost.mean[full] == pytest.approx(70**2 / 200, rel=0.01)
    assert cost.stressed[full] == pytest.approx(120 - 55, rel=0.01)
    assert cost.chance[full] == pytest.approx(0.7, abs=0.01)
    assert cost.base[full] == pytest.approx(20)
    assert cost.total.mean == pytest.approx(sum(cost.mean))


def test_scenarios_without_a_solution_are_left_out_and_named() -> None:
    made, parts = plan(CHANGES, 600), Parts()
    for number in range(made.chunks):
        chunk = dict(run_chunk(made, number))
        chunk["ok"] = np.arange(chunk["ok"].size) != 4
        chunk["trouble"] = np.frombuffer(b"It did not settle.", np.uint8)
        parts.add(number, chunk)
    found = simulated(results(CHANGES), loaded(CHANGES).case, made, parts)
    assert (found.scenarios, found.counted, found.not_converged) == (600, 599, (5,))
    assert found.trouble == "It did not settle."
    kept = np.delete(PARTS.gathered("kpi:equity_irr"), 4)
    assert found.kpi("equity_irr").spread.mean == pytest.approx(np.nanmean(kept))


def test_values_held_at_a_bound_are_reported_by_figure() -> None:
    wide = {
        "figures": ["revenue.payment.amount"],
        "way": "times",
        "distribution": {"type": "normal", "mean": 1, "deviation": 1},
    }
    (beyond,) = simulation({"uncertainty.variables": {"wide": wide}}, 500).beyond
    assert beyond.figure == "revenue.payment.amount"
    assert beyond.held == pytest.approx(0.158655 * 500, abs=2)
    assert beyond.drawn == 500


def test_the_public_side_is_told() -> None:
    assert {party.party for party in FOUND.parties if party.public} >= {"authority", "state_budget"}
    assert not FOUND.party("sponsor").public
