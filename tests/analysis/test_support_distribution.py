"""What an instrument is worth: paired scenarios by hand."""

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest

from finmodel.analysis.risk_distribution import Changes
from finmodel.analysis.support_distribution import Deal, support_value
from finmodel.inputs.support import Instrument
from finmodel.risk_distributions import NO_OUTLAY, SupportValue

COVER = Instrument("cover", "guarantees", "first_loss_guarantee", "Cover", "fund", {})
LABELS = {"fund": "Fund", "lender": "Lender", "sponsor": "Sponsor"}
WITH = Deal(
    Changes(
        {
            "fund": np.array([2.0, -8.0, 2.0, -18.0]),
            "lender": np.array([5.0, 5.0, 5.0, 2.0]),
            "sponsor": np.array([9.0, 0.0, 9.0, 0.0]),
        },
        {"fund": 2.0, "lender": 5.0, "sponsor": 9.0},
    ),
    np.array([False, False, False, True]),
    np.array([0.0, 0.0, 0.0, 3.0]),
    {"cover": np.array([0.0, 12.0, 0.0, 20.0])},
    {"cover": np.array([0.0, 2.0, 0.0, 0.0])},
)
WITHOUT = Deal(
    Changes(
        {
            "fund": np.zeros(4),
            "lender": np.array([5.0, -4.0, 5.0, -15.0]),
            "sponsor": np.array([11.0, 1.0, 11.0, -1.0]),
        },
        {"fund": 0.0, "lender": 5.0, "sponsor": 11.0},
    ),
    np.array([False, True, False, True]),
    np.array([0.0, 9.0, 0.0, 20.0]),
)


def value(with_it: Deal = WITH, instrument: Instrument = COVER) -> SupportValue:
    return support_value(instrument, (with_it, WITHOUT), labels=LABELS, public=["fund"])


def test_the_giver_lays_out_what_is_drawn_less_what_is_repaid_and_has_its_fees_beside() -> None:
    found = value()
    assert found.drawn is not None
    assert (found.drawn.mean, found.outlay) == pytest.approx((8.0, 7.5))
    assert found.cost.mean == pytest.approx(5.5)  # 7.5 less fees of 2
    assert found.public_cost == pytest.approx(5.5)


def test_parties_have_more_or_less_on_average_and_at_the_bad_end() -> None:
    fund, lender, sponsor = value().parties
    assert (fund.mean, lender.mean, sponsor.mean) == pytest.approx((-5.5, 6.5, -1.0))
    assert (lender.per_unit, fund.per_unit) == pytest.approx((6.5 / 7.5, -5.5 / 7.5))
    worst = np.percentile([5.0, 5.0, 5.0, 2.0], 5) - np.percentile([5.0, -4.0, 5.0, -15.0], 5)
    assert lender.stressed == pytest.approx(worst)
    assert fund.public
    assert not lender.public


def test_errors_are_those_of_paired_differences() -> None:
    (_, lender, _) = value().parties
    assert lender.mean_error == pytest.approx(np.std([0.0, 9.0, 0.0, 17.0], ddof=1) / sqrt(4))


def test_default_is_rarer_and_lenders_lose_less() -> None:
    found = value()
    assert found.default == (0.25, 0.5)
    assert found.default_change == pytest.approx(-0.25)
    assert found.default_per_unit == pytest.approx(-0.25 / 7.5)
    assert found.lenders_loss == pytest.approx((0.75, (9 + 20) / 4))
    assert found.lenders_per_unit == pytest.approx((0.75 - 7.25) / 7.5)


def test_of_a_grant_the_unit_is_its_cost() -> None:
    grant = Instrument("gift", "grants", "capital_grant", "Gift", "fund", {})
    found = value(replace(WITH, drawn={}, recovered={}), grant)
    assert found.drawn is None
    assert found.outlay == pytest.approx(found.cost.mean)


def test_where_nothing_is_laid_out_there_is_nothing_for_each_unit_and_a_reason() -> None:
    idle = replace(WITH, drawn={"cover": np.zeros(4)}, recovered={"cover": np.zeros(4)})
    found = value(idle)
    assert (found.default_per_unit, found.parties[0].per_unit) == (None, None)
    assert found.reason == NO_OUTLAY


def test_scenarios_without_a_solution_are_left_out_of_both_deals() -> None:
    counted = np.array([True, True, False, True])
    assert WITH.only(counted).changes.values["lender"].tolist() == [5.0, 5.0, 2.0]
    assert WITH.only(counted).drawn["cover"].tolist() == [0.0, 12.0, 20.0]
    assert WITH.only(np.ones(4, bool)) is WITH
