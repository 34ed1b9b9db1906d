"""Risk sharing on the scenarios of a plan: against closed forms, by hand in single scenarios, and in a real case."""

from math import log, sqrt
from pathlib import Path

import numpy as np
import pytest
from scipy.special import ndtr

from finmodel.analysis.paired_runs import Asked, sharing
from finmodel.analysis.simulation import plan as plans
from finmodel.analysis.simulation.simulating import Wanted
from finmodel.inputs.risks import public_parties
from finmodel.inputs.support import revenue_guarantees
from finmodel.risk_distributions import RiskLoad
from finmodel.simulation import plan_case
from tests.shared_case import BACKED, TOPPED_UP, shared, support_of
from tests.uncertain_case import loaded, plan, results

ROOT = Path(__file__).parents[2]
EIGHT_YEARS = sum(1.1**-n for n in range(2, 10))
"""The present value of 1 a year in the eight years of operation, at 10 %."""


def put(floor: float, deviation: float) -> float:
    """What max(floor − X, 0) is on average where X is lognormal with mean 1."""
    spread = sqrt(log(1 + deviation**2))
    d1 = -log(floor) / spread + spread / 2
    return float(floor * ndtr(spread - d1) - ndtr(-d1))


def test_a_revenue_guarantee_costs_what_a_strip_of_puts_costs_in_closed_form() -> None:
    (mrg,) = shared(TOPPED_UP, 4000, method="random").support
    wanted = 100 * put(0.8, 0.3) * EIGHT_YEARS
    assert mrg.fee is not None
    assert mrg.fee.drawn_error is not None
    assert mrg.fee.amount == pytest.approx(wanted, abs=3 * mrg.fee.drawn_error)
    assert mrg.outlay == pytest.approx(mrg.fee.amount)
    assert mrg.cost.mean == pytest.approx(mrg.fee.amount)
    assert mrg.fee.a_year == pytest.approx(mrg.fee.amount / (80 * EIGHT_YEARS))
    assert (mrg.fee.charged, mrg.fee.cap) == (0.0, None)


def test_a_latin_hypercube_is_far_nearer_to_the_closed_form() -> None:
    (mrg,) = shared(TOPPED_UP, 4000).support
    assert mrg.outlay == pytest.approx(100 * put(0.8, 0.3) * EIGHT_YEARS, rel=2e-3)


def test_fees_may_be_reckoned_at_a_rate_of_their_own_and_all_else_is_as_before() -> None:
    (mrg,) = shared(TOPPED_UP, 4000, Asked(discount_rate=0.05)).support
    (usual,) = shared(TOPPED_UP, 4000).support
    assert mrg.fee is not None
    assert mrg.fee.amount == pytest.approx(usual.outlay * sum(1.05**-n for n in range(2, 10)) / EIGHT_YEARS)
    assert mrg.outlay == usual.outlay


def test_all_parties_add_to_nothing_in_every_scenario_and_so_do_their_means() -> None:
    found = shared(BACKED)
    assert found.risks is not None
    size = max(abs(each.base) for each in found.risks.parties)
    assert found.risks.largest_sum < 1e-9 * size
    assert sum(each.change.mean or 0.0 for each in found.risks.parties) == pytest.approx(0, abs=1e-9 * size)
    assert sum(each.share or 0.0 for each in found.risks.parties) == pytest.approx(1.0)
    for worth in found.support:
        assert sum(party.mean for party in worth.parties) == pytest.approx(0, abs=1e-9 * size)


def test_instruments_are_those_of_the_case_and_guarantees_alone_have_a_fair_fee() -> None:
    found = {each.name: each for each in shared(BACKED).support}
    assert list(found) == ["soft", "cover"]
    assert found["soft"].drawn is None
    assert found["soft"].fee is None
    assert found["cover"].fee is not None
    assert found["cover"].fee.recovered > 0
    assert found["cover"].outlay == pytest.approx(found["cover"].fee.drawn - found["cover"].fee.recovered)


def test_a_guarantee_makes_lenders_lose_less_and_costs_what_its_giver_has_less() -> None:
    cover = shared(BACKED).support[1]
    assert cover.drawn is not None
    assert cover.drawn.mean is not None
    assert cover.drawn.mean > 0
    assert cover.lenders_loss[0] <= cover.lenders_loss[1]
    giver = next(party for party in cover.parties if party.party == "guarantor")
    assert giver.mean == pytest.approx(-(cover.cost.mean or 0.0))
    assert cover.fee is not None
    assert cover.cost.mean == pytest.approx(cover.outlay - cover.fee.charged)


def test_the_case_is_charged_the_rate_that_it_states() -> None:
    cover = shared(BACKED).support[1]
    assert cover.fee is not None
    assert cover.fee.charged_a_year == pytest.approx(0.01, rel=1e-6)


def test_taken_out_an_instrument_stays_out_whatever_moves_it() -> None:
    """A risk that would set the share covered to one half finds no guarantee to change."""
    risk = {"id": "design", "probability": "50 %", "set": {"guarantees.cover.coverage": 0.5}}
    deal = {**BACKED, "risks": {"half": risk}}
    found = shared(deal, 100)
    assert found.risks is not None
    borne = next(each for each in found.risks.parties if each.party == "guarantor")
    moved = next(each for each in found.support[1].parties if each.party == "guarantor")
    assert moved.mean == pytest.approx(borne.base + (borne.change.mean or 0.0))
    assert moved.mean != pytest.approx(0.0, abs=0.1)


def test_results_do_not_depend_on_how_scenarios_are_split(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = shared(TOPPED_UP, 300, seed=3)
    monkeypatch.setattr(plans, "CHUNK", 64)
    case = loaded(TOPPED_UP).case
    made = plan(TOPPED_UP, 300, seed=3)
    parts = sharing(results(TOPPED_UP), made, support_of(TOPPED_UP), public_parties(case), Asked())
    assert parts.support[0].fee == whole.support[0].fee
    assert parts.risks == whole.risks


def test_progress_counts_all_runs_together() -> None:
    told: list[tuple[int, int]] = []
    made = plan(BACKED, 50)
    public = public_parties(loaded(BACKED).case)
    sharing(results(BACKED), made, support_of(BACKED), public, Asked(), progress=lambda *now: told.append(now))
    assert told[-1] == (3, 3)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_support_is_left_out_where_nobody_asks() -> None:
    found = shared(BACKED, 50, Asked(support=False))
    assert found.support == ()
    assert found.risks is not None
    assert shared(BACKED, 50, Asked(parties=False)).risks is None


def test_debt_may_be_sized_again_in_every_scenario() -> None:
    found = shared(BACKED, 50, resize=True)
    assert not found.frozen
    assert found.counted == 50
    assert found.risks is not None
    assert found.risks.largest_sum < 1e-6


def test_the_resort_s_guarantee_goes_to_sponsors_and_lenders_and_makes_default_much_rarer() -> None:
    path = ROOT / "cases" / "green_resort_mobility" / "case.yaml"
    project, base, made = plan_case(path, Wanted(400, seed=7))
    case = project.case
    support = revenue_guarantees(case, base.inputs)
    found = sharing(base, made, support, public_parties(case), Asked(load=RiskLoad("capital", 0.08)))
    (mrg,) = found.support
    assert mrg.provider == "authority"
    assert mrg.default[0] < 0.75 * mrg.default[1]
    assert mrg.lenders_loss[0] < mrg.lenders_loss[1]
    assert 0.5 < sum(p.per_unit or 0.0 for p in mrg.parties if p.party in {"sponsor", "senior_lender"}) < 1.0
    assert mrg.fee is not None
    assert mrg.fee.cap == 6000
    assert mrg.fee.drawn < mrg.fee.shortfall <= 6000
    assert mrg.fee.load > 0
    assert found.risks is not None
    assert found.risks.largest_sum < 1e-7
    assert np.isclose(sum(each.share or 0 for each in found.risks.parties), 1.0)
