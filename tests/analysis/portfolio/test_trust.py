"""A trust: what it pays out by hand, what a limit of debt keeps back, and that no money is lost on the way."""

import numpy as np
import pytest

from finmodel.analysis.portfolio.trust import TrustTerms, trust_flows, value_of_later


def column(*values: float) -> np.ndarray:
    return np.array(values, float)[:, np.newaxis]


def test_the_agreed_share_is_paid_out_and_the_cushion_in_the_last_year() -> None:
    nothing = column(0, 0, 0)
    trust = trust_flows(column(100, 200, 100), nothing, nothing, column(1, 1, 1), TrustTerms(0.9, 0.1, 0.5))
    assert trust.distributable[:, 0] == pytest.approx([90, 180, 90 + 27])
    assert trust.paid[:, 0] == pytest.approx([81, 162, 90 + 27])
    assert trust.kept[:, 0] == pytest.approx([9, 27, 0])


def test_above_the_limit_of_debt_nothing_is_paid_out_until_it_is_kept_again() -> None:
    trust = trust_flows(column(100, 100, 100), column(0, 0, 0), column(60, 40, 0), column(100, 100, 100),
                        TrustTerms(1.0, 0.0, 0.49))  # fmt: skip
    assert trust.above_limit[:, 0].tolist() == [True, False, False]
    assert trust.paid[:, 0].tolist() == [0, 200, 100]
    assert trust.leverage()[:, 0] == pytest.approx([0.6, 0.4, 0.0])


def test_what_the_pool_pays_in_comes_from_the_cushion_first() -> None:
    trust = trust_flows(
        column(100, 0, 50), column(0, 6, 0), column(0, 0, 0), column(1, 1, 1), TrustTerms(0.9, 0.0, 1.0)
    )
    assert trust.kept[:, 0] == pytest.approx([10, 4, 0])
    assert trust.paid[:, 0] == pytest.approx([90, 0, 54])


def test_what_is_received_is_paid_out_kept_or_spent_in_every_scenario() -> None:
    rng = np.random.default_rng(5)
    received, debt = rng.uniform(0, 50, (9, 30)), rng.uniform(0, 100, (9, 30))
    trust = trust_flows(received, np.zeros((9, 30)), debt, np.full((9, 30), 100.0), TrustTerms(0.9, 0.02, 0.5))
    assert (trust.paid.sum(axis=0) + trust.expenses.sum(axis=0)) == pytest.approx(received.sum(axis=0))
    assert (trust.paid <= trust.distributable + 1e-9).all()


def test_assets_are_worth_the_flows_of_later_years() -> None:
    assert value_of_later(column(5, 110, 121), 0.1)[:, 0] == pytest.approx([200, 110, 0])
