"""Order: single lines, loops over periods, blocks to solve, and the circular references that are refused."""

import pytest

from finmodel.errors import GraphError
from finmodel.expr.functions import at, earlier, following, previous, total, value_where
from finmodel.expr.line import Shape
from finmodel.expr.order import Edge, Loop, Solve, Vector, dependencies, ordered, step_lines
from finmodel.expr.section import Definition
from tests.expr.small_graphs import graph, scalar, series, solved

GIVEN = {"price": Shape.SCALAR, "flow": Shape.SERIES}


def steps(*definitions: Definition, frozen: bool = False) -> tuple[Vector | Loop | Solve, ...]:
    return ordered(graph(*definitions, given=GIVEN).lines, frozen=frozen)


def problem(*definitions: Definition) -> str:
    with pytest.raises(GraphError) as raised:
        graph(*definitions, given=GIVEN)
    (found,) = raised.value.problems
    return found


def test_lines_are_computed_after_the_lines_they_read() -> None:
    found = steps(
        scalar("all", lambda m: total(m.cost)),
        series("cost", lambda m: m.units * m.price),
        series("units", lambda m: 3),
    )
    assert found == (Vector("units"), Vector("cost"), Vector("all"))


def test_a_line_that_looks_back_at_another_needs_no_loop() -> None:
    found = steps(series("late", lambda m: previous(m.early)), series("early", lambda m: m.flow))
    assert found == (Vector("early"), Vector("late"))


BALANCE = (
    series("opening", lambda m: previous(m.closing)),
    series("closing", lambda m: m.opening + m.drawn),
    series("drawn", lambda m: m.flow),
)


def test_a_corkscrew_is_a_loop_forward_and_what_it_only_reads_stays_outside() -> None:
    assert steps(*BALANCE) == (Vector("drawn"), Loop(("opening", "closing"), forward=True))


def test_a_line_that_looks_back_at_itself_is_a_loop_of_one() -> None:
    assert steps(series("counter", lambda m: previous(m.counter) + 1)) == (Loop(("counter",), forward=True),)


def test_a_line_that_looks_ahead_at_itself_is_a_loop_backward() -> None:
    assert steps(series("left", lambda m: following(m.left) + 1)) == (Loop(("left",), forward=False),)


def test_within_a_loop_lines_stand_in_the_order_of_the_same_period() -> None:
    found = steps(
        series("closing", lambda m: m.opening - m.paid),
        series("paid", lambda m: m.opening * m.price),
        series("opening", lambda m: previous(m.closing)),
    )
    assert found == (Loop(("opening", "paid", "closing"), forward=True),)


def test_looking_several_periods_back_is_a_loop_forward_too() -> None:
    assert steps(series("x", lambda m: earlier(m.x, m.price) + 1)) == (Loop(("x",), forward=True),)
    assert steps(series("y", lambda m: earlier(m.y, 2) + previous(m.y))) == (Loop(("y",), forward=True),)


def test_one_cannot_look_back_and_ahead_in_one_loop() -> None:
    assert problem(series("a", lambda m: previous(m.b)), series("b", lambda m: following(m.a))) == (
        "Circular reference over time: a, b depend on each other through both previous() and following(); "
        "make one of these lines a solved line."
    )


def test_only_the_first_eight_lines_of_a_mixed_loop_are_named() -> None:
    def mixed(count: int) -> str:
        chain = [series(f"l{n}", lambda m, n=n: m[f"l{n + 1}"]) for n in range(count - 1)]  # type: ignore[misc]
        return problem(*chain, series(f"l{count - 1}", lambda m: previous(m.l0) + following(m.l0)))

    assert "l0, l1, l2, l3, l4, l5, l6, l7 depend on each other" in mixed(8)
    assert "l0, l1, l2, l3, l4, l5, l6, l7 … depend on each other" in mixed(9)


def test_two_separate_loops_may_look_different_ways() -> None:
    found = steps(series("back", lambda m: previous(m.back) + m.ahead), series("ahead", lambda m: following(m.ahead)))
    assert found == (Loop(("ahead",), forward=False), Loop(("back",), forward=True))


def test_a_circular_reference_names_its_lines_in_the_order_in_which_they_read_each_other() -> None:
    found = problem(
        series("fee", lambda m: m.debt * 0.01),
        series("debt", lambda m: m.uses * 0.7),
        series("uses", lambda m: m.fee + m.flow),
        series("reader", lambda m: m.fee),
    )
    assert found == (
        "Circular reference: fee → debt → uses → fee. "
        "Break it with previous(), or make one of these lines a solved line."
    )


def test_the_shortest_way_round_is_named() -> None:
    found = problem(
        series("a", lambda m: m.b + m.c),
        series("b", lambda m: m.c + m.d),
        series("c", lambda m: m.a),
        series("d", lambda m: m.b),
    )
    assert found.startswith("Circular reference: a → c → a.")


def test_a_line_that_reads_itself_is_circular() -> None:
    assert problem(series("a", lambda m: m.a + 1)).startswith("Circular reference: a → a.")


def test_a_loop_through_a_sum_over_all_periods_is_circular() -> None:
    found = problem(
        series("before", lambda m: previous(m.part)),
        series("part", lambda m: m.whole * m.price + m.before),
        scalar("whole", lambda m: total(m.part)),
    )
    assert found.startswith("Circular reference: whole → part → whole.")


def test_a_loop_through_a_position_is_circular() -> None:
    assert problem(series("a", lambda m: at(m.a, m.price))).startswith("Circular reference: a → a.")
    assert problem(series("a", lambda m: at(m.flow, m.a))).startswith("Circular reference: a → a.")


def test_two_circular_references_are_reported_together() -> None:
    with pytest.raises(GraphError) as raised:
        graph(
            series("a", lambda m: m.b), series("b", lambda m: m.a),
            series("c", lambda m: m.d), series("d", lambda m: m.c),
        )  # fmt: skip
    assert len(raised.value.problems) == 2


DEBT = (
    solved("debt", lambda m: 0.7 * m.uses),
    scalar("uses", lambda m: total(m.cost)),
    series("cost", lambda m: m.flow + m.interest),
    series("interest", lambda m: previous(m.balance) * 0.1),
    series("balance", lambda m: previous(m.balance) + m.debt * m.share),
    series("share", lambda m: m.flow / 100),
)


def test_a_solved_line_cuts_a_circular_reference() -> None:
    found = steps(*DEBT)
    assert found == (
        Vector("share"),
        Solve(
            ("debt",),
            (Loop(("balance",), forward=True), Vector("interest"), Vector("cost"), Vector("uses")),
        ),
    )


def test_lines_that_only_read_solved_lines_stay_outside_the_block() -> None:
    found = steps(*DEBT, scalar("report", lambda m: m.debt * 2))
    assert found[-1] == Vector("report")


def test_solved_lines_that_depend_on_each_other_are_solved_together() -> None:
    found = steps(
        solved("a", lambda m: m.b * 0.5 + 1), solved("b", lambda m: m.middle), scalar("middle", lambda m: m.a)
    )
    assert found == (Solve(("a", "b"), (Vector("middle"),)),)


def test_solved_lines_that_do_not_depend_on_each_other_are_solved_apart() -> None:
    found = steps(solved("a", lambda m: m.a * 0.5 + 1), solved("b", lambda m: m.b * 0.5 + m.a))
    assert found == (Solve(("a",), ()), Solve(("b",), ()))


def test_a_solved_line_that_does_not_depend_on_itself_is_a_plain_line() -> None:
    assert steps(solved("a", lambda m: m.price * 2)) == (Vector("a"),)


def test_what_a_solved_line_does_not_cut_is_still_circular() -> None:
    found = problem(
        solved("debt", lambda m: m.fee),
        scalar("fee", lambda m: m.tax + m.debt),
        scalar("tax", lambda m: m.fee * 0.2),
    )
    assert found.startswith("Circular reference: fee → tax → fee.")


def test_a_solved_line_can_open_a_loop_that_looks_both_ways() -> None:
    found = steps(
        solved("first", lambda m: value_where(m.reserve, m.flow)),
        series("reserve", lambda m: following(m.service)),
        series("service", lambda m: previous(m.service) + m.first * 0.1),
    )
    assert found == (Solve(("first",), (Loop(("service",), forward=True), Vector("reserve"))),)


def test_the_lines_of_a_first_guess_are_computed_before_the_block() -> None:
    found = steps(
        solved("debt", lambda m: m.debt * 0.5 + 1, guess=lambda m: m.rough), scalar("rough", lambda m: m.price * 3)
    )
    assert found == (Vector("rough"), Solve(("debt",), ()))


def test_a_first_guess_that_depends_on_what_it_guesses_is_refused() -> None:
    assert problem(
        solved("debt", lambda m: m.rough * 0.5, guess=lambda m: m.rough), scalar("rough", lambda m: m.debt)
    ) == ("The first guess of 'debt' reads 'rough', which depends on 'debt'; guess from lines that do not.")
    assert problem(solved("debt", lambda m: m.debt * 0.5, guess=lambda m: m.debt)).startswith(
        "The first guess of 'debt' reads 'debt'"
    )


def test_frozen_nothing_is_solved_and_freezable_lines_read_nothing() -> None:
    found = steps(*DEBT, frozen=True)
    assert not any(isinstance(step, Solve) for step in found)
    assert found[0] == Vector("debt")
    assert Loop(("balance",), forward=True) in found


def test_frozen_a_freezable_series_no_longer_needs_its_loop() -> None:
    lines = (
        series("repaid", lambda m: previous(m.owed) * 0.1, freezable=True),
        series("owed", lambda m: previous(m.owed) - m.repaid + m.flow),
    )
    assert steps(*lines) == (Loop(("repaid", "owed"), forward=True),)
    assert steps(*lines, frozen=True) == (Vector("repaid"), Loop(("owed",), forward=True))


def test_step_lines_lists_every_line_once() -> None:
    lines = graph(*DEBT, given=GIVEN).lines
    found = step_lines(ordered(lines, frozen=False))
    assert sorted(found) == sorted(lines)
    assert found == ("share", "debt", "balance", "interest", "cost", "uses")


def test_a_line_depends_on_others_in_the_same_the_last_the_next_or_all_periods() -> None:
    lines = graph(
        series(
            "x", lambda m: m.now + previous(m.before) + following(m.after) + at(m.whole, m.now) + earlier(m.old, m.lag)
        ),
        *(series(name, lambda m: m.flow) for name in ("now", "before", "after", "whole", "old")),
        scalar("lag", lambda m: 2),
        given=GIVEN,
    ).lines
    assert dependencies(lines["x"]) == {
        "now": {Edge.NOW},
        "before": {Edge.BEFORE},
        "after": {Edge.AFTER},
        "whole": {Edge.WHOLE},
        "old": {Edge.BEFORE},
        "lag": {Edge.NOW},
    }


def test_a_solved_line_depends_on_what_its_first_guess_reads() -> None:
    lines = graph(solved("a", lambda m: m.a * 0.5, guess=lambda m: m.rough), scalar("rough", lambda m: 1)).lines
    assert set(dependencies(lines["a"])) == {"a", "rough"}


def test_a_chain_of_thousands_of_lines_is_ordered() -> None:
    chain = [scalar(f"l{n}", lambda m, n=n: m[f"l{n + 1}"]) for n in range(3000)]  # type: ignore[misc]
    found = steps(*chain, scalar("l3000", lambda m: 1))
    assert found[0] == Vector("l3000")
    assert found[-1] == Vector("l0")
