"""Who bears what over scenarios, by hand and for any draws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri

from finmodel.analysis.draws.seeds import uniforms
from finmodel.analysis.risk_distribution import Changes, mean_error, risk_distribution, tail_weights
from finmodel.analysis.simulation.spreads import tail_mean
from finmodel.risk_distributions import NOBODY_LOSES
from tests.sizes import drawn

BASE = {"sponsor": 10.0, "city": -30.0, "contractor": 20.0}


def changes(sponsor: list[float], city: list[float], contractor: list[float]) -> Changes:
    """Changes by scenario; all that the contractor has more is paid for work."""
    moved = {"sponsor": sponsor, "city": city, "contractor": contractor}
    values = {party: BASE[party] + np.array(found) for party, found in moved.items()}
    return Changes(values, BASE, {"contractor": values["contractor"]}, {"contractor": BASE["contractor"]})


def test_losses_are_shared_as_they_fall() -> None:
    found = risk_distribution(
        changes([-6.0, -2.0, 3.0, 0.0], [2.0, -1.0, -3.0, 0.0], [4.0, 3.0, 0.0, 0.0]), public=["city"]
    )
    sponsor, city, contractor = found.parties
    assert (sponsor.expected_loss, city.expected_loss, contractor.expected_loss) == pytest.approx((2.0, 1.0, 0.0))
    assert (sponsor.share, city.share, contractor.share) == pytest.approx((2 / 3, 1 / 3, 0.0))
    assert (sponsor.stressed_share, city.stressed_share) == pytest.approx((1.0, 0.0))
    assert found.expected_loss == pytest.approx(3.0)
    assert found.stressed_loss == pytest.approx(6.0)
    assert found.private_share == pytest.approx(2 / 3)
    assert (found.largest_sum, found.mean_sum) == pytest.approx((0.0, 0.0))


def test_a_supplier_who_works_less_loses_nothing() -> None:
    found = risk_distribution(changes([1.0, 2.0], [1.0, 0.0], [-2.0, -2.0]))
    contractor = found.parties[2]
    assert (contractor.change.mean, contractor.turnover) == pytest.approx((-2.0, -2.0))
    assert (contractor.expected_loss, contractor.shortfall) == pytest.approx((0.0, 0.0))
    assert found.private_share is None
    assert found.reason == NOBODY_LOSES


def test_a_flow_that_has_only_one_end_shows() -> None:
    found = risk_distribution(changes([-6.0, -2.0], [2.0, -1.0], [4.0, 2.5]))
    assert found.largest_sum == pytest.approx(0.5)
    assert found.mean_sum == pytest.approx(-0.25)


def test_spread_and_shortfall_of_a_normal_change_are_those_of_the_closed_form() -> None:
    lost = 5.0 * ndtri(uniforms(7, "loss", 0, 40_000))
    found = risk_distribution(Changes({"a": 100 - lost, "b": 50 + lost}, {"a": 100.0, "b": 50.0}))
    one, other = found.parties
    assert one.change.mean_error == pytest.approx(5 / 200, rel=0.02)
    assert one.change.mean == pytest.approx(0.0, abs=4 * 5 / 200)
    assert one.change.percentiles[5] == pytest.approx(-5 * 1.644854, abs=4 * (one.change.percentile_errors[5] or 0))
    assert one.shortfall == pytest.approx(5 * 2.062713, abs=4 * (one.shortfall_error or 0))
    assert one.expected_loss == pytest.approx(5 * 0.398942, abs=4 * 5 * 0.6 / 200)
    assert one.share == pytest.approx(0.5, abs=0.02)
    assert other.change.deviation == pytest.approx(one.change.deviation)


@settings(max_examples=drawn(100), deadline=None)
@given(st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)), min_size=2, max_size=30))
def test_shares_add_to_one_and_changes_to_nothing(drawn: list[tuple[float, float]]) -> None:
    one, two = np.array(drawn).T
    found = risk_distribution(Changes({"a": one, "b": two, "c": -one - two}, {"a": 0.0, "b": 0.0, "c": 0.0}))
    assert found.largest_sum <= 1e-9 * (1 + np.abs(one).max() + np.abs(two).max())
    if found.expected_loss > 0:
        assert sum(each.share or 0 for each in found.parties) == pytest.approx(1.0)
        assert sum(each.stressed_share or 0 for each in found.parties) == pytest.approx(1.0)
    assert sum(each.change.mean or 0 for each in found.parties) == pytest.approx(0.0, abs=1e-6)


def test_a_single_value_has_no_standard_error() -> None:
    assert mean_error(np.array([1.0])) is None
    assert mean_error(np.array([1.0, 3.0])) == pytest.approx(1.0)


def test_scenarios_that_are_alike_at_the_edge_of_the_tail_count_alike() -> None:
    weights = tail_weights(np.array([0.0, 7.0, 3.0, 3.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]), 0.8)
    assert weights.tolist() == pytest.approx([0, 0.5, 0.25, 0.25, 0, 0, 0, 0, 0, 0])


@given(st.lists(st.integers(0, 5), min_size=1, max_size=60))
@settings(max_examples=drawn(100), deadline=None)
def test_the_mean_of_the_tail_is_the_expected_shortfall(losses: list[int]) -> None:
    """As long as the tail is not less than one scenario, both ways to say it agree."""
    found = np.array(losses, float)
    weights = tail_weights(found, 0.8)
    assert weights.sum() == pytest.approx(1.0)
    if len(losses) * 0.2 >= 1:
        assert weights @ found == pytest.approx(tail_mean(found, 0.8)[1], abs=1.0)
    if len(losses) % 5 == 0:
        assert weights @ found == pytest.approx(np.sort(found)[-len(losses) // 5 :].mean())
