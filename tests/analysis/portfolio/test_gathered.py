"""What was found in every scenario: tranches, fee and what is left over are the pool's payments, whatever happens."""

import numpy as np
import pytest

from tests.pools import cities, simulated_cities


def test_the_pool_is_the_sum_of_its_deals_in_every_scenario() -> None:
    found = simulated_cities()[1]
    for measure in ("cfads_value", "distributions_value"):
        added = sum(found[f"deal:{deal.name}:{measure}"] for deal in cities().deals)
        assert found[f"kpi:{measure}"] == pytest.approx(added), measure


def test_no_tranche_loses_while_one_after_it_is_whole() -> None:
    found = simulated_cities()[1]
    senior, mezzanine, first_loss = (found[f"loss:{name}"] for name in ("senior", "mezzanine", "first_loss"))
    assert (mezzanine[senior > 1e-9] > 1e-9).all()
    assert (first_loss[mezzanine > 1e-9] > 1 - 1e-6).all()
    assert min(senior.min(), mezzanine.min(), first_loss.min()) >= -1e-12


def test_a_scenario_does_not_depend_on_how_many_there_are() -> None:
    found = simulated_cities()[1]
    assert found["ok"].shape == (300,)
    assert found["line:cfads"].shape == (len(cities().years), 300)
    assert np.isnan(found["line:dscr"][0]).all()
    assert not np.isnan(found["line:cfads"]).any()
