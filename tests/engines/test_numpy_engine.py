"""The NumPy engine: golden funding, batches that equal single runs bit for bit, and what it refuses to compute."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError
from finmodel.expr.functions import (
    at,
    earlier,
    equals,
    internal_rate,
    lowest,
    maximum,
    minimum,
    month_end,
    previous,
    ratio,
    total,
    where,
)
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from finmodel.expr.nodes import Input, Reference
from finmodel.expr.order import Loop, Solve
from tests.expr.interpreter import Interpreter
from tests.expr.random_graphs import Model, models, solved_models
from tests.expr.small_graphs import graph, scalar, series, solved
from tests.sizes import drawn

Array = NDArray[np.float64]

CONSTRUCTION = graph(
    series("counter", lambda m: previous(m.counter) + 1),
    series("first", lambda m: equals(m.counter, 1)),
    series("upfront", lambda m: 0.01 * m.debt * m.first),
    series("opening", lambda m: previous(m.closing)),
    series("idc", lambda m: m.opening * 0.08),
    series("commitment", lambda m: 0.005 * (m.debt - m.opening) * (1 - m.first)),
    series("uses", lambda m: m.capex + m.idc + m.commitment + m.upfront),
    series("drawn", lambda m: m.gearing * m.uses),
    series("closing", lambda m: m.opening + m.drawn),
    scalar("total_uses", lambda m: total(m.uses)),
    solved("debt", lambda m: m.gearing * m.total_uses),
    given={"capex": Shape.SERIES, "gearing": Shape.SCALAR},
)
"""Uses that hold the financing costs of the debt they size: the golden case of the methods, capex 0/400/600."""


def construction(**more: ArrayLike) -> Batch:
    inputs: dict[str, ArrayLike] = {"capex": [0.0, 400.0, 600.0], "gearing": 0.7, **more}
    return NumpyEngine(CONSTRUCTION, 3).run(inputs)


def test_debt_sized_on_uses_that_include_its_own_costs_is_the_golden_one() -> None:
    found = construction()
    assert found.value("debt") == pytest.approx(725.538120, abs=5e-7)
    assert found.value("total_uses") == pytest.approx(1036.483029, abs=5e-7)
    assert found.series("idc").sum() == pytest.approx(23.437084, abs=5e-7)
    assert found.series("commitment").sum() == pytest.approx(5.790563, abs=5e-7)
    assert found.series("upfront").sum() == pytest.approx(7.255381, abs=5e-7)


def test_the_equation_of_a_solved_line_holds_to_the_tolerance() -> None:
    found = construction()
    assert found.value("debt") == pytest.approx(0.7 * found.value("total_uses"), rel=2e-12)
    assert 2 <= found.passes <= 15


def test_every_line_is_computed_from_the_value_that_the_solved_line_ends_with() -> None:
    found = construction()
    assert found.series("upfront")[0] == 0.01 * found.value("debt")


def test_the_first_guess_changes_nothing_but_the_passes() -> None:
    def sized(guess: float) -> Batch:
        lines = (solved("x", lambda m: 0.5 * m.x + m.price, guess=guess),)
        return NumpyEngine(graph(*lines, given=["price"]), 1).run({"price": 10.0})

    near, far = sized(20.0), sized(-1e6)
    assert near.value("x") == pytest.approx(20.0, abs=1e-9)
    assert far.value("x") == pytest.approx(20.0, abs=1e-9)
    assert near.passes == 1
    assert far.passes > 1


def test_the_passes_of_plain_repetition_can_be_counted() -> None:
    inputs: dict[str, ArrayLike] = {"capex": [0.0, 400.0, 600.0], "gearing": 0.7}
    plain = NumpyEngine(CONSTRUCTION, 3, foresight=False).run(inputs)
    found = NumpyEngine(CONSTRUCTION, 3).run(inputs)
    assert plain.value("debt") == pytest.approx(found.value("debt"), rel=1e-11)
    assert plain.passes == 8
    assert found.passes == 3


def test_solved_lines_that_depend_on_each_other_settle_together() -> None:
    lines = (
        solved("a", lambda m: 0.3 * m.b + m.price),
        solved("b", lambda m: 0.4 * m.a - m.half),
        scalar("half", lambda m: 0.5 * m.a),
    )
    found = NumpyEngine(graph(*lines, given=["price"]), 1).run({"price": 103.0})
    assert found.value("a") == pytest.approx(100.0, abs=1e-9)
    assert found.value("b") == pytest.approx(-10.0, abs=1e-9)


# --- batches --------------------------------------------------------------------------------------------------------


def wide_inputs(model: Model) -> dict[str, Array]:
    """The inputs of all scenarios side by side; what all scenarios share stays narrow."""
    wide = {}
    for name in model.graph.inputs:
        values = np.array([scenario[name] for scenario in model.scenarios], dtype=np.float64).T
        alike = bool((values == values[..., :1]).all())
        wide[name] = values[..., :1] if alike else values
    return wide


def assert_same(model: Graph, found: Batch, expected: Sequence[Interpreter]) -> None:
    for scenario, reference in enumerate(expected):
        for name, line in model.lines.items():
            if line.shape is Shape.SERIES:
                values = np.array([np.nan if v is None else v for v in reference.series(name)])
                assert np.array_equal(found.series(name, scenario), values, equal_nan=True), name
            else:
                value = reference.value(name)
                assert np.array_equal(found.value(name, scenario), np.nan if value is None else value, equal_nan=True)


@pytest.mark.slow
@settings(deadline=None, max_examples=drawn(400))
@given(models())
def test_every_graph_means_what_the_plain_interpreter_says(model: Model) -> None:
    found = NumpyEngine(model.graph, model.periods).run(wide_inputs(model), scenarios=len(model.scenarios))
    assert_same(model.graph, found, [Interpreter(model.graph, model.periods, inputs) for inputs in model.scenarios])


@pytest.mark.slow
@settings(deadline=None, max_examples=drawn(240))
@given(solved_models())
def test_every_solved_graph_settles_where_the_plain_interpreter_does(model: Model) -> None:
    found = NumpyEngine(model.graph, model.periods).run(wide_inputs(model), scenarios=len(model.scenarios))
    for scenario, inputs in enumerate(model.scenarios):
        reference = Interpreter(model.graph, model.periods, inputs)
        for name, line in model.graph.lines.items():
            if line.shape is Shape.SERIES:
                assert found.series(name, scenario) == pytest.approx(reference.series(name), rel=1e-9, abs=1e-9)
            else:
                assert found.value(name, scenario) == pytest.approx(reference.value(name), rel=1e-9, abs=1e-9)


@pytest.mark.slow
@settings(deadline=None, max_examples=drawn(160))
@given(solved_models(), st.data())
def test_a_frozen_graph_means_what_the_plain_interpreter_says(model: Model, data: st.DataObject) -> None:
    quarters = st.integers(-40, 40).map(lambda n: n / 4)
    contracts = [{name: data.draw(quarters) for name in model.graph.freezable} for _ in model.scenarios]
    held = {name: np.array([contract[name] for contract in contracts]) for name in model.graph.freezable}
    inputs = {name: np.array([scenario[name] for scenario in model.scenarios]).T for name in model.graph.inputs}
    found = NumpyEngine(model.graph, model.periods).run(inputs, frozen=held)
    expected = [
        Interpreter(model.graph, model.periods, scenario, contract)
        for scenario, contract in zip(model.scenarios, contracts, strict=True)
    ]
    assert_same(model.graph, found, expected)


@pytest.mark.slow
@settings(deadline=None, max_examples=drawn(160))
@given(models(), st.data())
def test_leaving_out_lines_that_nobody_asked_for_changes_no_number(model: Model, data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.sampled_from(sorted(model.graph.lines)), min_size=1, unique=True))
    inputs = wide_inputs(model)
    everything = NumpyEngine(model.graph, model.periods).run(inputs)
    some = NumpyEngine(model.graph, model.periods, outputs=wanted).run(inputs)
    assert list(some.lines) == wanted
    for name in wanted:
        assert np.array_equal(some.lines[name], everything.lines[name], equal_nan=True)


SIZED = graph(
    series("growth", lambda m: (1 + m.inflation) ** m.counter),
    series("counter", lambda m: previous(m.counter) + 1),
    series("cfads", lambda m: m.revenue * m.growth - m.tax),
    series("interest", lambda m: m.opening * m.rate),
    series("opening", lambda m: where(equals(m.counter, 1), m.debt, previous(m.closing))),
    series("repaid", lambda m: minimum(maximum(m.cfads / m.cover - m.interest, 0), m.opening)),
    series("closing", lambda m: m.opening - m.repaid),
    series("tax", lambda m: maximum(m.revenue * m.growth - m.interest - earlier(m.repaid, m.lag), 0) * 0.2),
    series("factor", lambda m: where(equals(m.counter, 1), 1, previous(m.factor)) / (1 + m.rate)),
    series("worth", lambda m: m.cfads / m.cover * m.factor),
    solved("debt", lambda m: total(m.worth)),
    series("date", lambda m: month_end(46000, 6 * m.counter)),
    series("flow", lambda m: m.cfads - where(equals(m.counter, 1), 5 * m.revenue, 0)),
    series("cover_ratio", lambda m: ratio(m.cfads, m.interest + m.repaid)),
    scalar("cover_lowest", lambda m: lowest(m.cover_ratio)),
    scalar("rate_of_return", lambda m: internal_rate(m.flow, m.date, 1)),
    scalar("in_third", lambda m: at(m.cfads, 3)),
    given=dict.fromkeys(["revenue", "inflation", "rate", "cover", "lag"], Shape.SCALAR),
)
"""Debt sized on cash flow after a tax that its interest lowers, repaid out of that cash flow, with its ratios."""


def shocked(count: int) -> dict[str, Array | float]:
    random = np.random.default_rng(42)
    return {
        "revenue": random.normal(100, 20, count),
        "inflation": random.normal(0.05, 0.03, count),
        "rate": random.uniform(0.02, 0.2, count),
        "cover": 1.3,
        "lag": random.integers(0, 4, count).astype(np.float64),
    }


def test_a_batch_is_its_single_runs_bit_for_bit() -> None:
    engine, count = NumpyEngine(SIZED, 20), 50
    inputs = shocked(count)
    batch = engine.run(inputs)
    for scenario in range(count):
        own = {name: value if isinstance(value, float) else value[scenario] for name, value in inputs.items()}
        alone = engine.run(own)
        for name in SIZED.lines:
            theirs, ours = batch.lines[name][..., scenario % batch.lines[name].shape[-1]], alone.lines[name][..., 0]
            assert np.array_equal(theirs, ours, equal_nan=True), name


@pytest.mark.parametrize("block", [1, 2, 3, 7, 64, 333, 1000])
def test_the_size_of_the_blocks_changes_no_bit(block: int) -> None:
    engine, inputs = NumpyEngine(SIZED, 20), shocked(333)
    whole, parts = engine.run(inputs, block=4096), engine.run(inputs, block=block)
    assert parts.scenarios == whole.scenarios == 333
    for name in SIZED.lines:
        assert np.array_equal(whole.lines[name], parts.lines[name], equal_nan=True), name


def test_how_the_given_arrays_lie_in_memory_changes_no_bit() -> None:
    flows = np.random.default_rng(3).normal(0, 1, (40, 9))
    lines = graph(scalar("sum", lambda m: total(m.flow)), given={"flow": Shape.SERIES})
    engine = NumpyEngine(lines, 40)
    by_rows, by_columns = np.ascontiguousarray(flows), np.asfortranarray(flows)
    assert np.array_equal(engine.run({"flow": by_rows}).lines["sum"], engine.run({"flow": by_columns}).lines["sum"])
    assert engine.run({"flow": flows[:, 4]}).value("sum") == engine.run({"flow": flows}).value("sum", 4)


def test_lines_that_are_alike_in_all_scenarios_keep_one_column() -> None:
    found = NumpyEngine(SIZED, 20).run(shocked(100), block=32)
    assert found.lines["counter"].shape == (20, 1)
    assert found.lines["date"].shape == (20, 1)
    assert found.lines["cfads"].shape == (20, 100)
    assert found.lines["debt"].shape == (100,)
    assert found.series("counter", 99).tolist() == list(range(1, 21))


def test_scenarios_that_are_all_alike_are_computed_once() -> None:
    found = construction(gearing=[0.7])
    many = NumpyEngine(CONSTRUCTION, 3).run({"capex": [0.0, 400.0, 600.0], "gearing": 0.7}, scenarios=1_000_000)
    assert many.scenarios == 1_000_000
    assert many.lines["debt"].shape == (1,)
    assert many.value("debt", 999_999) == found.value("debt")


def test_a_solved_line_that_is_alike_in_all_scenarios_keeps_one_column() -> None:
    lines = graph(
        solved("debt", lambda m: 0.5 * m.debt + m.price), scalar("result", lambda m: m.debt * m.factor),
        given=["price", "factor"],
    )  # fmt: skip
    found = NumpyEngine(lines, 1).run({"price": 1.0, "factor": [1.0, 2.0]})
    assert found.lines["debt"].shape == (1,)
    assert found.lines["result"] == pytest.approx([2.0, 4.0])


def test_an_input_can_be_a_table_that_differs_by_scenario() -> None:
    lines = graph(
        series("counter", lambda m: previous(m.counter) + 1), series("x", lambda m: at(m.table, m.counter)),
        scalar("second", lambda m: at(m.table, 2)), given={"table": Shape.TABLE},
    )  # fmt: skip
    found = NumpyEngine(lines, 4).run({"table": np.array([[1.0, 10.0], [2.0, 20.0]])})
    assert found.lines["x"].tolist() == [[1, 10], [2, 20], [0, 0], [0, 0]]
    assert found.lines["second"].tolist() == [2, 20]


def test_a_lone_number_given_for_a_table_is_a_table_of_one() -> None:
    lines = graph(
        scalar("x", lambda m: at(m.table, 1)), scalar("y", lambda m: at(m.table, 2)), given={"table": Shape.TABLE}
    )
    found = NumpyEngine(lines, 4).run({"table": 5.0})
    assert (found.value("x"), found.value("y")) == (5.0, 0.0)


def test_a_lone_number_given_for_a_series_holds_in_every_period() -> None:
    lines = graph(scalar("sum", lambda m: total(m.flow)), given={"flow": Shape.SERIES})
    assert NumpyEngine(lines, 4).run({"flow": 5.0}).value("sum") == 20.0


def test_what_a_run_returns_can_be_changed_without_harm_to_the_inputs() -> None:
    price = np.array([1.0, 2.0])
    lines = graph(
        scalar("x", lambda m: m.price),
        series("y", lambda m: m.flow),
        given={"price": Shape.SCALAR, "flow": Shape.SERIES},
    )
    flow = np.array([[1.0, 2.0]])
    found = NumpyEngine(lines, 1).run({"price": price, "flow": flow})
    found.lines["x"][:] = -1
    found.lines["y"][:] = -1
    assert price.tolist() == [1.0, 2.0]
    assert flow.tolist() == [[1.0, 2.0]]


# --- frozen runs ----------------------------------------------------------------------------------------------------


def test_frozen_the_contract_holds_and_only_the_rest_moves() -> None:
    engine = NumpyEngine(CONSTRUCTION, 3)
    base = engine.run({"capex": [0.0, 400.0, 600.0], "gearing": 0.7})
    contract = {name: base.lines[name] for name in CONSTRUCTION.freezable}
    overrun = engine.run({"capex": [0.0, 400.0, 700.0], "gearing": 0.7}, frozen=contract)
    assert overrun.value("debt") == base.value("debt")
    assert overrun.value("total_uses") > base.value("total_uses") + 99
    assert overrun.passes == 0


def test_frozen_at_its_own_contract_the_base_case_is_reproduced() -> None:
    engine = NumpyEngine(CONSTRUCTION, 3)
    inputs: dict[str, ArrayLike] = {"capex": [0.0, 400.0, 600.0], "gearing": 0.7}
    base = engine.run(inputs)
    again = engine.run(inputs, frozen={"debt": base.lines["debt"]})
    for name in CONSTRUCTION.lines:
        assert np.array_equal(again.lines[name], base.lines[name])


def test_a_series_can_be_frozen_too() -> None:
    lines = graph(
        series("repaid", lambda m: 0.5 * previous(m.owed), freezable=True),
        series("owed", lambda m: previous(m.owed) - m.repaid + m.flow),
        given={"flow": Shape.SERIES},
    )
    engine = NumpyEngine(lines, 3)
    found = engine.run({"flow": [8.0, 0.0, 0.0]}, frozen={"repaid": [0.0, 1.0, 2.0]})
    assert found.series("owed").tolist() == [8.0, 7.0, 5.0]
    assert found.series("repaid").tolist() == [0.0, 1.0, 2.0]
    assert engine.run({"flow": [8.0, 0.0, 0.0]}).series("owed").tolist() == [8.0, 4.0, 2.0]


def test_each_scenario_can_have_a_contract_of_its_own() -> None:
    found = NumpyEngine(CONSTRUCTION, 3).run({"capex": [0, 400, 600], "gearing": 0.7}, frozen={"debt": [700.0, 800.0]})
    assert found.lines["upfront"][0].tolist() == [7.0, 8.0]


# --- what does not settle -------------------------------------------------------------------------------------------


def test_an_equation_that_runs_away_is_an_error_and_not_a_number() -> None:
    lines = graph(solved("debt", lambda m: 2 * m.debt + m.price), given=["price"])
    with pytest.raises(NotConvergedError) as raised:
        NumpyEngine(lines, 1).run({"price": 1.0})
    assert str(raised.value) == (
        "Solved line debt did not settle in 200 passes. "
        "Check the inputs it depends on, or state the amount instead of solving for it."
    )


def test_an_equation_that_overflows_is_an_error_and_not_infinity() -> None:
    lines = graph(solved("debt", lambda m: m.debt * m.debt * m.debt, guess=10.0), given=["price"])
    with pytest.raises(NotConvergedError):
        NumpyEngine(lines, 1).run({"price": 1.0})


def test_an_equation_that_comes_back_from_infinity_has_not_settled() -> None:
    lines = graph(solved("x", lambda m: where(m.x > 1e300, m.price, m.x**8), guess=10.0), given=["price"])
    with pytest.raises(NotConvergedError):
        NumpyEngine(lines, 1).run({"price": 5.0})


def test_an_equation_that_swings_to_and_fro_is_an_error() -> None:
    lines = graph(solved("x", lambda m: m.price - m.x, guess=0.0), given=["price"])
    engine = NumpyEngine(lines, 1)
    with pytest.raises(NotConvergedError, match="Solved line x did not settle"):
        engine.run({"price": 1.0})


def test_the_error_names_all_lines_of_the_block_and_counts_the_scenarios() -> None:
    lines = graph(solved("a", lambda m: m.factor * m.b + 1), solved("b", lambda m: m.a), given=["factor"])
    with pytest.raises(
        NotConvergedError, match=r"Solved lines a, b did not settle in 200 passes in 2 of 3 scenarios\."
    ):
        NumpyEngine(lines, 1).run({"factor": [3.0, 0.5, 2.0]})


def test_a_line_that_grows_beyond_all_numbers_is_an_error_that_names_it() -> None:
    lines = graph(
        series("price", lambda m: m.start * 1e200), series("cost", lambda m: m.price * 1e200), given=["start"]
    )
    with pytest.raises(OutOfRangeError, match=r"^Line cost grows beyond what can be computed; check the rates"):
        NumpyEngine(lines, 2).run({"start": [1.0, 1e-9, 1.0]})


def test_a_blank_is_no_error_but_an_infinite_ratio_is() -> None:
    lines = graph(scalar("cover", lambda m: ratio(m.cash, m.debt)), given=["cash", "debt"])
    engine = NumpyEngine(lines, 1)
    assert np.isnan(engine.run({"cash": 1.0, "debt": 0.0}).value("cover"))
    with pytest.raises(OutOfRangeError, match="Line cover"):
        engine.run({"cash": 1e200, "debt": 1e-200})


# --- what is refused ------------------------------------------------------------------------------------------------

GIVEN = {"price": Shape.SCALAR, "flow": Shape.SERIES, "table": Shape.TABLE}
PLAIN = graph(scalar("x", lambda m: m.price + total(m.flow) + at(m.table, 1)), given=GIVEN)
GOOD: dict[str, ArrayLike] = {"price": 1.0, "flow": [1.0, 2.0], "table": [1.0]}

REFUSED: dict[str, tuple[dict[str, ArrayLike], str]] = {
    "a missing input": ({"price": 1.0, "flow": [1.0, 2.0]}, "no value for 'table'"),
    "an unknown input": ({**GOOD, "prise": 2.0}, "a value for 'prise', which is not one of them"),
    "too short a series": ({**GOOD, "flow": [1.0]}, "flow: 1 values given for 2 periods"),
    "too long a series": ({**GOOD, "flow": [1.0, 2.0, 3.0]}, "flow: 3 values given for 2 periods"),
    "not a number": ({**GOOD, "price": float("nan")}, "price: not a finite number"),
    "infinity": ({**GOOD, "price": float("inf")}, "price: not a finite number"),
    "not a number in one period": ({**GOOD, "flow": [1.0, float("nan")]}, "flow: not a finite number"),
    "no value at all": ({**GOOD, "price": []}, "price: no value given"),
    "too many dimensions": ({**GOOD, "price": [[1.0]]}, "price: an array of 2 dimensions given for a scalar"),
    "scenarios that do not match": (
        {**GOOD, "price": [1.0, 2.0, 3.0], "table": [[1.0, 2.0]]},
        "table: values of 2 scenarios given, but there are 3",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_inputs_that_do_not_fit_are_refused_by_name(case: str) -> None:
    inputs, message = REFUSED[case]
    with pytest.raises(ValueError, match=message):
        NumpyEngine(PLAIN, 2).run(inputs)


def test_the_number_of_scenarios_stated_must_be_the_number_given() -> None:
    with pytest.raises(ValueError, match="price: values of 3 scenarios given, but there are 5"):
        NumpyEngine(PLAIN, 2).run({**GOOD, "price": [1.0, 2.0, 3.0]}, scenarios=5)


def test_frozen_values_must_be_those_of_the_freezable_lines() -> None:
    engine = NumpyEngine(CONSTRUCTION, 3)
    with pytest.raises(ValueError, match="no value for 'debt'"):
        engine.run({"capex": 1.0, "gearing": 0.7}, frozen={})
    with pytest.raises(ValueError, match="a value for 'uses', which is not one of them"):
        engine.run({"capex": 1.0, "gearing": 0.7}, frozen={"debt": 700.0, "uses": 3.0})


def test_an_output_must_be_a_line() -> None:
    with pytest.raises(ValueError, match="There is no line 'y' to compute"):
        NumpyEngine(PLAIN, 2, outputs=["x", "y"])


# --- large and small ------------------------------------------------------------------------------------------------


def test_a_sum_of_a_thousand_lines_is_computed() -> None:
    parts = [scalar(f"part{n}", lambda m, n=n: m.price * n, cash="yes") for n in range(1000)]  # type: ignore[misc]
    lines = graph(*parts, scalar("whole", lambda m: m.sum_of(cash="yes")), given=["price"])
    assert NumpyEngine(lines, 1).run({"price": 2.0}).value("whole") == 999 * 1000


def test_the_smallest_of_five_hundred_lines_is_computed() -> None:
    parts = [scalar(f"part{n}", lambda m, n=n: m.price * (n - 250) ** 2, cash="yes") for n in range(500)]  # type: ignore[misc]
    least = scalar("least", lambda m: minimum(*m.each(cash="yes")))
    most = scalar("most", lambda m: maximum(*m.each(cash="yes")))
    found = NumpyEngine(graph(*parts, least, most, given=["price"]), 1).run({"price": 2.0})
    assert (found.value("least"), found.value("most")) == (0.0, 125_000.0)


def test_a_formula_shared_by_lines_inside_and_outside_a_loop_is_computed_for_both() -> None:
    shared = Input("price") * Input("flow")
    lines = graph(
        solved("debt", Reference("whole") * 0.5),
        scalar("whole", lambda m: total(m.alone) + total(m.looped)),
        series("alone", lambda m: shared + m.debt * 0.1),
        series("looped", lambda m: previous(m.looped) + shared - m.debt * 0.1),
        given={"price": Shape.SCALAR, "flow": Shape.SERIES},
    )
    assert any(isinstance(step, Solve) and len(step.steps) == 3 for step in lines.steps)
    inputs: dict[str, float | list[float]] = {"price": 2.0, "flow": [1.0, 2.0, 3.0]}
    found, reference = NumpyEngine(lines, 3).run(inputs), Interpreter(lines, 3, inputs)
    assert found.value("debt") == pytest.approx(reference.value("debt"), rel=1e-11)
    assert found.series("looped") == pytest.approx(reference.series("looped"), rel=1e-11)


def test_one_period_is_enough() -> None:
    found = NumpyEngine(graph(series("x", lambda m: previous(m.x) + m.flow), given={"flow": Shape.SERIES}), 1).run(
        {"flow": [3.0]}
    )
    assert found.series("x").tolist() == [3.0]


def test_a_model_without_inputs_runs() -> None:
    assert NumpyEngine(graph(scalar("x", lambda m: 2)), 1).run({}).value("x") == 2.0


def test_the_generated_code_can_be_read() -> None:
    engine = NumpyEngine(SIZED, 20)
    assert engine.source().startswith("def program(values, periods):")
    assert "search.settled" in engine.source()
    assert "search.settled" not in engine.source(frozen=True)
    assert any(isinstance(step, Solve) for step in SIZED.steps)
    assert any(isinstance(step, Loop) for step in SIZED.frozen_steps)
