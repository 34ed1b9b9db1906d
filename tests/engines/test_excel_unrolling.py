"""Solved lines unrolled into passes: the workbook's way to a fixed point, and what it holds while debt is frozen."""

import pytest

from finmodel.engines.excel_unrolling import SWITCH, blocks, contract_name, copy_name, one_pass, unrolled
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.functions import previous
from finmodel.expr.graph import Graph
from finmodel.expr.order import ordered
from tests.expr.small_graphs import graph, series, solved
from tests.toy import CAPEX, DEBT, USES, toy

PERIODS = len(CAPEX)


def run(passes: int, *, frozen: float = 0.0, contract: float = 0.0) -> Batch:
    plain = unrolled(toy(), passes)
    steps = ordered(plain.lines, frozen=False)
    engine = NumpyEngine(Graph(plain.inputs, plain.lines, steps, steps), PERIODS)
    return engine.run({"capex": CAPEX, SWITCH: frozen, contract_name("debt"): contract})


def test_twelve_passes_reach_the_fixed_point() -> None:
    batch = run(12)
    assert batch.value("debt") == pytest.approx(DEBT, abs=1e-6)
    assert batch.value("total_uses") == pytest.approx(USES, abs=1e-6)
    assert abs(batch.value("debt~residual")) < 1e-9


def test_the_residual_tells_when_there_are_too_few_passes() -> None:
    assert abs(run(1).value("debt~residual")) > 1.0


def test_each_pass_begins_where_the_one_before_ended() -> None:
    batch = run(3)
    assert batch.value(copy_name("debt", 0)) == 0.0
    assert batch.value(copy_name("debt", 1)) == pytest.approx(0.7 * batch.value("total_uses~pass1"))
    assert abs(batch.value("debt~pass3") - DEBT) < abs(batch.value("debt~pass2") - DEBT)


def test_a_frozen_line_keeps_its_contract_value_and_leaves_no_residual() -> None:
    batch = run(12, frozen=1.0, contract=500.0)
    assert batch.value("debt") == 500.0
    assert batch.value("debt~residual") == 0.0
    assert batch.value("debt~pass12") == pytest.approx(DEBT, abs=1e-6)


def test_nothing_is_solved_any_more() -> None:
    plain = unrolled(toy(), 4)
    assert not any(line.solved or line.freezable for line in plain.lines.values())
    assert len(plain.passes) == 5
    assert plain.residuals == ("debt~residual",)


def test_passes_are_no_part_of_sums_by_tag() -> None:
    plain = unrolled(toy(), 2)
    assert [name for name, line in plain.lines.items() if line.tags.get("cash") == "interest"] == ["idc"]


def test_a_pass_is_what_lies_between_the_solved_lines_and_their_equations() -> None:
    (block,) = blocks(toy())
    names = [line.name for line in one_pass(toy(), block)]
    assert names[-1] == "debt~next"
    assert set(names[:-1]) == {"uses", "upfront", "idc", "opening", "closing", "draw", "commitment_fee", "total_uses"}


def test_a_freezable_series_is_held_period_by_period() -> None:
    found = graph(series("balance", lambda m: previous(m.balance) + 1, freezable=True))
    plain = unrolled(found, 3)
    steps = ordered(plain.lines, frozen=False)
    engine = NumpyEngine(Graph(plain.inputs, plain.lines, steps, steps), 3)
    held = {contract_name("balance"): [5.0, 6.0, 9.0]}
    assert engine.run({SWITCH: 0.0, **held}).series("balance").tolist() == [1.0, 2.0, 3.0]
    assert engine.run({SWITCH: 1.0, **held}).series("balance").tolist() == [5.0, 6.0, 9.0]


def test_a_graph_that_holds_nothing_back_gets_no_switch_and_no_passes() -> None:
    plain = unrolled(graph(series("x", lambda m: 1)), 12)
    assert SWITCH not in plain.inputs
    assert plain.passes == ()


def test_a_solved_line_that_does_not_depend_on_itself_is_a_plain_formula() -> None:
    plain = unrolled(graph(solved("amount", lambda m: m.limit * 2), given=["limit"]), 12)
    assert plain.passes == ()
    assert plain.residuals == ()
    steps = ordered(plain.lines, frozen=False)
    engine = NumpyEngine(Graph(plain.inputs, plain.lines, steps, steps), 1)
    assert engine.run({"limit": 5.0, SWITCH: 0.0, contract_name("amount"): 7.0}).value("amount") == 10.0
