"""What a guarantee covers by the plan of the small deal, by hand."""

import numpy as np
import pytest

from finmodel.analysis.guaranteed import GRID, discount_factors, drawn_lines, guaranteed, plan_lines
from finmodel.analysis.simulation.plan import Plan
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.support import Instrument
from tests.shared_case import BACKED, TOPPED_UP, support_of
from tests.uncertain_case import plan


def as_it_stands(made: Plan, instrument: Instrument) -> Batch:
    names = [*GRID, *plan_lines(made.graph, instrument), "senior.scheduled_opening"]
    return NumpyEngine(made.graph, made.periods, outputs=names).run(made.inputs, frozen=made.contract, scenarios=1)


def test_a_first_loss_guarantee_covers_the_scheduled_balance_up_to_its_amount() -> None:
    made, (_, cover) = plan(BACKED, 10), support_of(BACKED)
    grid = as_it_stands(made, cover)
    found = guaranteed(cover, made, grid, 0.1)
    assert found.exposure == pytest.approx(np.minimum(100, grid.series("senior.scheduled_opening")))
    assert found.charged == pytest.approx(0.01 * found.exposure)
    assert (found.cap, found.flow, found.discount_rate) == (100.0, False, 0.1)
    assert drawn_lines(cover) == ("cover.paid", "cover.claim_repaid")


def test_a_revenue_guarantee_covers_a_share_of_the_forecast() -> None:
    floors = {"near": {"lower": 0.75, "upper": 0.9, "share": 0.5}, "deep": {"upper": 0.75}}
    terms = {**TOPPED_UP["revenue_guarantees.mrg"], "floors": floors, "cap": 70.0}
    deal = {**TOPPED_UP, "revenue_guarantees.mrg": terms}
    made, (mrg,) = plan(deal, 10), support_of(deal)
    found = guaranteed(mrg, made, as_it_stands(made, mrg), 0.1)
    assert found.exposure[2:10] == pytest.approx(np.full(8, 75 + 0.5 * 15))
    assert found.exposure[:2] == pytest.approx(np.zeros(2))
    assert (found.cap, found.flow, found.charged.sum()) == (70.0, True, 0.0)
    assert drawn_lines(mrg) == ("mrg.received",)


def test_a_loan_guarantees_nothing() -> None:
    soft, _ = support_of(BACKED)
    assert (drawn_lines(soft), plan_lines(plan(BACKED, 10).graph, soft)) == ((), ())


def test_discount_factors_are_those_of_the_project_at_its_own_rate() -> None:
    made, (mrg,) = plan(TOPPED_UP, 10), support_of(TOPPED_UP)
    factors = discount_factors(as_it_stands(made, mrg), 0.1)
    assert factors[:4] == pytest.approx(1.1 ** -np.arange(4.0))
