"""Records of a pool over many scenarios follow from what was found in each."""

from dataclasses import replace

import numpy as np
import pytest

from finmodel.analysis.portfolio.pool_simulation import simulation_of
from finmodel.inputs.portfolio_loader import load_portfolio
from finmodel.pooled import PoolSimulation
from tests.pools import CITIES, cities, simulated_cities


def run() -> PoolSimulation:
    found = simulated_cities()[0].simulation
    assert found is not None
    return found


def test_losses_of_tranches_are_means_and_shares_of_scenarios() -> None:
    found = simulated_cities()[1]
    for risk in run().tranches:
        loss = found[f"loss:{risk.name}"]
        assert risk.expected_loss == pytest.approx(loss.mean())
        assert risk.standard_error == pytest.approx(loss.std(ddof=1) / 300**0.5)
        assert risk.loss_probability == pytest.approx((loss > 1e-9).mean())
        if risk.loss_given_loss is not None:
            assert risk.expected_loss == pytest.approx(risk.loss_given_loss * risk.loss_probability, abs=1e-9)


def test_percentiles_rise_and_the_mean_lies_between_the_outer_ones() -> None:
    for name, kpi in run().kpis.items():
        levels = [values[0] for values in kpi.levels.values()]
        known = np.array(levels, float)
        assert (np.diff(known) >= 0).all(), name
        assert known[0] <= (kpi.mean[0] or 0.0) <= known[-1], name


def test_a_pool_varies_less_than_its_deals_and_more_than_if_they_were_independent() -> None:
    for found in run().diversification:
        assert found.deviation_ratio is not None
        assert found.deviation_ratio < 1
        assert found.as_one.value_at_risk == pytest.approx(found.value_at_risk_alone)
        assert sum(spread.mean for spread in found.alone.values()) == pytest.approx(found.pool.mean)


def test_the_trust_is_measured_against_what_the_base_case_pays_out() -> None:
    arrays, trust = simulated_cities()[1], cities().trust
    assert trust is not None
    planned = np.array([value or 0.0 for value in trust.lines["paid"].values])
    ratio = arrays["trust:distributable"].sum(axis=0) / planned.sum()
    assert run().trust["coverage_mean"] == pytest.approx(ratio.mean())
    assert run().trust["limit_probability"] == pytest.approx((arrays["trust:above"] > 0).any(axis=0).mean())


def test_the_bond_is_below_its_coverage_where_any_year_is() -> None:
    coverage = simulated_cities()[1]["bond:coverage"]
    assert run().bond["below_probability"] == pytest.approx((coverage < 1.2).any(axis=0).mean())


def test_scenarios_without_a_solution_are_counted_and_left_out() -> None:
    arrays = {name: values.copy() for name, values in simulated_cities()[1].items()}
    for values in arrays.values():
        values[..., :30] = np.nan
    arrays["ok"][:30] = 0.0
    portfolio = load_portfolio(CITIES).portfolio
    found = simulation_of(portfolio, replace(cities()), arrays, seed=7, resized=False, moved={})
    assert (found.scenarios, found.unsolved) == (300, 30)
    rest = simulated_cities()[1]["kpi:cfads_value"][30:]
    assert found.kpis["cfads_value"].mean[0] == pytest.approx(rest.mean())
