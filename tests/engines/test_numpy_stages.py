"""Stages: lines that may share a loop do, and what is read whole is finished a stage before."""

from finmodel.engines.numpy_stages import Stage, staged
from finmodel.expr.functions import following, previous, total
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from tests.expr.small_graphs import graph, scalar, series, solved

GIVEN = {"price": Shape.SCALAR, "flow": Shape.SERIES}


def stages(model: Graph) -> list[Stage]:
    return staged(model, model.steps, tuple(model.lines))


def test_lines_of_the_same_or_the_last_period_share_a_loop() -> None:
    model = graph(
        series("doubled", lambda m: m.flow * 2),
        series("balance", lambda m: previous(m.balance) + m.doubled),
        series("opening", lambda m: previous(m.balance)),
        given=GIVEN,
    )
    assert [sorted(stage.forward) for stage in stages(model)] == [["balance", "doubled", "opening"]]


def test_what_is_read_whole_or_in_the_next_period_is_finished_before() -> None:
    model = graph(
        series("doubled", lambda m: m.flow * 2),
        scalar("whole", lambda m: total(m.doubled)),
        series("next", lambda m: following(m.doubled)),
        given=GIVEN,
    )
    first, second = stages(model)
    assert (first.scalars, first.forward) == ([], ["doubled"])
    assert (second.scalars, second.forward) == (["whole"], ["next"])


def test_a_loop_backward_is_a_loop_of_its_own() -> None:
    model = graph(
        series("doubled", lambda m: m.flow * 2),
        series("owed", lambda m: following(m.owed) + m.doubled),
        given=GIVEN,
    )
    first, second = stages(model)
    assert first.forward == ["doubled"]
    assert list(second.loops()) == [(), ("owed",)]


def test_a_solved_block_is_apart_and_what_reads_it_comes_after() -> None:
    model = graph(
        solved("debt", lambda m: 0.5 * total(m.uses)),
        series("uses", lambda m: m.flow + m.debt * 0.01),
        series("fee", lambda m: m.debt * 0.02),
        given=GIVEN,
    )
    first, second = stages(model)
    assert len(first.apart) == 1
    assert second.forward == ["fee"]


def test_a_line_that_only_a_later_stage_reads_is_computed_there() -> None:
    model = graph(
        series("doubled", lambda m: m.flow * 2),
        series("tripled", lambda m: m.flow * 3),
        scalar("whole", lambda m: total(m.doubled)),
        series("share", lambda m: m.tripled - m.whole),
        given=GIVEN,
    )
    first, second = stages(model)
    assert first.forward == ["doubled"]
    assert second.forward == ["tripled", "share"]
