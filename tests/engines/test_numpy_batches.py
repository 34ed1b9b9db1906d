"""Very many scenarios: number for number what the plain program finds, for any graph and however they are split."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from finmodel.engines import numpy_batches
from finmodel.engines.numpy_batches import Blocks
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError
from finmodel.expr.functions import at, earlier, internal_rate, month_end, previous, total, where
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Constant, Input
from tests.expr.random_graphs import Model, models, solved_models
from tests.expr.small_graphs import graph, scalar, series, solved
from tests.sizes import drawn


def both_ways(
    model: Graph, periods: int, inputs: Mapping[str, ArrayLike], *, block: int = 2, **more: Mapping[str, ArrayLike]
) -> tuple[Batch, Batch]:
    """The plain program's results, and those of the program made for many scenarios."""
    plain, many = NumpyEngine(model, periods), NumpyEngine(model, periods)
    many.many = 1  # type: ignore[misc]
    return plain.run(inputs, **more), many.run(inputs, block=block, **more)  # type: ignore[arg-type]


def assert_equal(found: Batch, expected: Batch) -> None:
    assert list(found.lines) == list(expected.lines)
    for name, values in expected.lines.items():
        one, other = np.broadcast_arrays(found.lines[name], values)
        assert np.array_equal(one, other, equal_nan=True), name


def side_by_side(model: Model) -> dict[str, ArrayLike]:
    return {name: np.array([each[name] for each in model.scenarios], dtype=float).T for name in model.graph.inputs}


@pytest.mark.slow
@settings(deadline=None, max_examples=drawn(240))
@given(st.one_of(models(), solved_models()), st.data())
def test_every_graph_has_the_same_numbers_either_way(model: Model, data: st.DataObject) -> None:
    inputs = side_by_side(model)
    for name in data.draw(st.lists(st.sampled_from(sorted(inputs)), unique=True)):
        inputs[name] = np.asarray(inputs[name])[..., :1]
    assert_equal(*both_ways(model.graph, model.periods, inputs))


SIZED = graph(
    series("counter", lambda m: previous(m.counter) + 1),
    series("interest", lambda m: previous(m.closing) * 0.08),
    series("uses", lambda m: m.capex * m.price + m.interest + 0.01 * m.debt * (m.counter <= 1)),
    series("closing", lambda m: previous(m.closing) + m.gearing * m.uses),
    solved("debt", lambda m: m.gearing * total(m.uses)),
    series("date", lambda m: month_end(46000, 12 * m.counter)),
    series("flow", lambda m: where(m.counter <= 2, -m.uses, m.debt) + at(m.closing, m.counter - 1)),
    series("late", lambda m: earlier(m.flow, 2) + previous(m.flow)),
    scalar("rate", lambda m: internal_rate(m.flow, m.date, Constant(1.0))),
    scalar("first", lambda m: at(m.closing, 1)),
    given={"capex": Shape.SERIES, "gearing": Shape.SCALAR, "price": Shape.SCALAR},
)
CAPEX = [40.0, 60.0, 0.0, 0.0]


@pytest.mark.parametrize("block", [2, 3, 5, 100])
def test_blocks_of_any_size_give_the_same_numbers(block: int) -> None:
    inputs: dict[str, ArrayLike] = {"capex": CAPEX, "gearing": 0.7, "price": np.linspace(0.5, 2.0, 11)}
    expected, found = both_ways(SIZED, 4, inputs, block=block)
    assert_equal(found, expected)
    assert found.passes == expected.passes


def test_lines_held_at_the_contract_may_differ_between_scenarios() -> None:
    inputs: dict[str, ArrayLike] = {"capex": CAPEX, "gearing": 0.7, "price": 1.0}
    assert_equal(*both_ways(SIZED, 4, inputs, frozen={"debt": np.array([70.0, 71.0, 72.0])}))


def test_the_program_for_many_is_made_once_so_many_were_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Counted(Blocks):
        def __init__(self, *arguments: object, **named: object) -> None:
            made.append(named["wide"])
            super().__init__(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("finmodel.engines.numpy_engine.Blocks", Counted)
    engine = NumpyEngine(SIZED, 4)
    inputs: dict[str, ArrayLike] = {"capex": CAPEX, "gearing": 0.7, "price": np.linspace(0.5, 2.0, engine.many // 2)}
    engine.run(inputs)
    assert not made
    engine.run(inputs)
    engine.run(inputs)
    assert made == [frozenset({"price"})]


def test_errors_are_those_of_the_plain_program() -> None:
    runaway = graph(solved("x", lambda m: 2 * m.x + m.price, guess=1.0), given=["price"])
    with pytest.raises(NotConvergedError, match=r"in 3 of 3 scenarios"):
        run_many(runaway, {"price": np.array([1.0, 2.0, 3.0])})
    huge = graph(scalar("x", lambda m: m.price * 1e300), given=["price"])
    with pytest.raises(OutOfRangeError, match="Line x grows"):
        run_many(huge, {"price": np.array([1.0, 1e10])})


def run_many(model: Graph, inputs: Mapping[str, ArrayLike]) -> None:
    engine = NumpyEngine(model, 1)
    engine.many = 1  # type: ignore[misc]
    engine.run(inputs)


def test_a_row_picked_for_a_single_value_is_not_overwritten_by_the_next_pass() -> None:
    model = graph(
        solved("x", lambda m: 0.1 * at(m.grown, 2) + m.price),
        series("grown", lambda m: previous(m.grown) + m.x + Input("price")),
        given=["price"],
    )
    assert_equal(*both_ways(model, 3, {"price": np.linspace(1.0, 2.0, 5)}))


def test_what_all_share_is_computed_again_only_if_it_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = NumpyEngine(SIZED, 4)
    engine.many = 1  # type: ignore[misc]
    shared = numpy_batches._Shared
    price, capex = np.linspace(0.5, 2.0, 5), np.array(CAPEX)
    made: list[Mapping[str, ArrayLike]] = []
    monkeypatch.setattr(numpy_batches, "_Shared", lambda *of: made.append(of[0]) or shared(*of))  # type: ignore[func-returns-value]
    first = engine.run({"capex": capex, "gearing": 0.7, "price": price})
    assert_equal(engine.run({"capex": capex.copy(), "gearing": 0.7, "price": price}), first)
    capex[0] = 90.0
    other = engine.run({"capex": capex, "gearing": 0.7, "price": price})
    assert_equal(other, NumpyEngine(SIZED, 4).run({"capex": capex, "gearing": 0.7, "price": price}))
    assert [values["capex"][0, 0] for values in made] == [40.0, 90.0]  # type: ignore[call-overload, index]
