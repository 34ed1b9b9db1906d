"""Estimates of the first scenarios stand beside those of all, with errors that shrink as they should."""

import numpy as np
import pytest

from finmodel.analysis.simulation.converging import convergence
from tests.uncertain_case import RISKS, UNCERTAIN, ran, simulation


def test_a_sixteenth_an_eighth_and_all_of_them() -> None:
    found = simulation({**UNCERTAIN, **RISKS}, 800).convergence
    assert found.counts == (50, 100, 200, 400, 800)
    assert len(found.estimates["default"]) == 5
    first, last = found.errors["equity_irr.mean"][0], found.errors["equity_irr.mean"][-1]
    assert first is not None
    assert last is not None
    assert first / last == pytest.approx(4, rel=0.3)


def test_estimates_are_those_of_the_first_scenarios_alone() -> None:
    changes = {**UNCERTAIN, **RISKS}
    parts = ran(changes, 64)
    found = convergence(parts.gathered, {"equity_irr": "equity_irr"}, 0.1)
    values = parts.gathered("kpi:equity_irr")
    assert found.estimates["equity_irr.mean"][0] == pytest.approx(np.nanmean(values[:4]))
    assert found.estimates["below_hurdle"][-1] == pytest.approx((np.isnan(values) | (values < 0.1)).mean())


def test_few_scenarios_give_fewer_columns() -> None:
    assert simulation(scenarios=3).convergence.counts == (1, 3)
