"""A minimum revenue guarantee on revenue that wanders is a strip of puts, which the formula of Black (1976) prices."""

import numpy as np
import pytest
from scipy.stats import norm

from tests.uncertain_case import results, simulation

VOLATILITY, FORECAST = 0.20, 100.0
FLOORED = {
    "revenue": {
        "trips": {"type": "usage", "payer": "users", "volume": FORECAST, "tariff": 1.0},
        "payment": {"type": "availability_payment", "amount": 200.0},
    },
    "revenue_guarantees.floor": {
        "streams": ["trips"],
        "forecast": FORECAST,
        "floors": {"all": {"upper": "90 %"}},
    },
    "uncertainty.processes.demand": {
        "figures": ["revenue.trips.tariff"],
        "type": "geometric_brownian",
        "volatility": VOLATILITY,
    },
}


def put(forward: float, strike: float, years: float) -> float:
    """What a put on a forward is worth at expiry, on average."""
    spread = VOLATILITY * np.sqrt(years)
    above = np.log(forward / strike) / spread + spread / 2
    return float(strike * norm.cdf(spread - above) - forward * norm.cdf(-above))


@pytest.mark.parametrize("method", ["random", "latin_hypercube"])
def test_the_expected_cost_of_every_year_is_that_of_a_put(method: str) -> None:
    (cost,) = simulation(FLOORED, 8000, method=method, seed=11).costs
    for year, mean, error in zip(cost.years, cost.mean, cost.mean_error, strict=True):
        expected = put(FORECAST, 0.9 * FORECAST, year - 2027) if 2029 <= year <= 2036 else 0.0
        assert mean == pytest.approx(expected, abs=3 * error + 1e-6), year


def test_its_present_value_is_that_of_the_strip() -> None:
    (cost,) = simulation(FLOORED, 8000, method="random", seed=11).costs
    discount = results(FLOORED).series["project_discount_factor"]
    ends = [period.end.year for period in results(FLOORED).periods]
    strip = sum(
        put(FORECAST, 0.9 * FORECAST, year - 2027) * (factor or 0.0)
        for year, factor in zip(ends, discount, strict=True)
        if 2029 <= year <= 2036
    )
    found = cost.present_value
    assert found.mean is not None
    assert found.mean_error is not None
    assert found.mean == pytest.approx(strip, abs=3 * found.mean_error)
    assert found.mean_error < 0.02 * strip
