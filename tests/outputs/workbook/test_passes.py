"""Passes of the workbook: as many as plain repetition needs and a few more, each from what the one before found."""

from dataclasses import replace

import numpy as np
import pytest

from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.line import Shape
from finmodel.outputs.workbook.known import Known
from finmodel.outputs.workbook.passes import Passes, passes
from finmodel.results import Results
from tests.expr.small_graphs import graph, scalar, solved
from tests.outputs.workbook.deal import deal, with_inputs
from tests.small_results import small_results


def found(results: Results) -> Passes:
    return passes(results, Known.from_results(results))


def counted(results: Results) -> int:
    """The passes that the engine takes without foresight."""
    engine = NumpyEngine(results.graph, len(results.periods), outputs=results.graph.freezable, foresight=False)
    return engine.run(results.inputs.values).passes


def test_a_deal_that_settles_quickly_is_repeated_twelve_times() -> None:
    assert counted(deal()) < 10
    assert found(deal()).count == 12


@pytest.mark.parametrize("rate", [0.8, 1.0])
def test_a_slow_deal_takes_the_passes_of_plain_repetition_and_two_to_spare(rate: float) -> None:
    slow = with_inputs(deal(), rate=rate, gearing=0.9)
    assert found(slow).count == counted(slow) + 2 > 12


def test_a_deal_that_is_held_is_counted_as_if_it_were_sized() -> None:
    slow = with_inputs(deal(), rate=1.0, gearing=0.9)
    held = replace(slow, frozen=True)
    assert found(held).count == found(slow).count


def test_each_pass_starts_from_what_the_one_before_found() -> None:
    halves = graph(
        solved("x", lambda m: m.half * 0.5 + m.more, guess=8.0),
        scalar("half", lambda m: m.x * 1),
        given={"more": Shape.SCALAR},
    )
    values = found(small_results(halves, {"more": 1.0}, 2)).values
    by_hand = [8.0]
    for _ in range(12):
        by_hand.append(by_hand[-1] / 2 + 1)
    assert [float(values[f"x~pass{number}"]) for number in range(13)] == pytest.approx(by_hand)


def test_there_are_values_of_the_passes_that_are_shown_and_of_no_others() -> None:
    quick = found(deal())
    numbers = {int(name.rpartition("~pass")[2]) for name in quick.values}
    assert numbers == set(range(quick.count + 1))


def test_where_plain_repetition_does_not_settle_there_are_twelve_passes() -> None:
    slow = graph(solved("x", lambda m: m.x * 0.9 + 1, guess=1.0))
    settled = small_results(slow, {}, 2)
    with pytest.raises(Exception, match="did not settle"):
        counted(settled)
    shown = found(settled)
    assert shown.count == 12
    assert np.isfinite(float(shown.values["x~pass12"]))
