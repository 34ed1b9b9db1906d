"""The generated program: read as a whole once, then by what it leaves out, computes first and lets go."""

import textwrap

import pytest

from finmodel.engines.numpy_program import program_source
from finmodel.expr.functions import earlier, following, minimum, previous, total, where
from finmodel.expr.graph import Graph
from finmodel.expr.line import Shape
from tests.expr.small_graphs import graph, scalar, series, solved

GIVEN = {"price": Shape.SCALAR, "flow": Shape.SERIES}


def source(model: Graph, *outputs: str, frozen: bool = False) -> list[str]:
    return program_source(model, outputs or tuple(model.lines), frozen=frozen).splitlines()


def test_a_program_can_be_read() -> None:
    model = graph(
        series("doubled", lambda m: m.flow * 2),
        series("balance", lambda m: previous(m.balance) + minimum(m.doubled, m.price)),
        scalar("whole", lambda m: total(m.balance)),
        given=GIVEN,
    )
    assert program_source(model, ["whole"], frozen=False) == textwrap.dedent(
        """\
        def program(values, periods):
            v0 = values['price']
            v1 = values['flow']
            passes = 0
            width = max(1, v1.shape[-1])
            v2 = run.series(periods, width)
            np.multiply(v1[1:-1], 2.0, out=v2[1:-1])
            width = max(1, v2.shape[-1], v0.shape[-1])
            v3 = run.series(periods, width)
            h0 = np.minimum(v2[1:-1], v0)
            h0_ = [None, *run.rows(h0, width)]
            v3_ = run.rows(v3, width)
            for t in range(1, periods + 1):
                np.add(v3_[t-1], h0_[t], out=v3_[t])
            del h0, h0_, v3_
            del v2
            width = max(1, v3.shape[-1])
            v4 = run.single(run.total(v3))
            del v3
            return {'whole': v4}, passes
        """
    )


SOLVED = graph(
    solved("debt", lambda m: 0.7 * m.uses, guess=lambda m: m.rough),
    scalar("rough", lambda m: total(m.flow)),
    scalar("uses", lambda m: total(m.cost)),
    series("cost", lambda m: m.flow * m.price + m.interest),
    series("interest", lambda m: previous(m.balance) * (m.price / 100)),
    series("balance", lambda m: previous(m.balance) + m.debt * m.share - m.interest),
    series("share", lambda m: m.flow / 1000),
    series("late", lambda m: earlier(m.balance, m.price)),
    series("ahead", lambda m: where(m.price > 1, following(m.ahead) + m.late, 0)),
    given=GIVEN,
)


def test_a_solved_block_goes_through_its_lines_until_the_search_has_settled() -> None:
    lines = source(SOLVED)
    start = lines.index("    while True:")
    assert lines[start - 1].strip() == "search = FixedPoint(('debt',), width)"
    end = next(n for n, line in enumerate(lines) if line.strip().startswith("passes = max"))
    debt = next(line.strip() for line in lines if "np.full(width, v" in line).split()[0]
    assert "        for t in range(1, periods + 1):" in lines[start:end]
    assert lines[end - 2].strip().startswith(f"if search.settled([{debt}], [(0.7 * ")
    assert lines[end - 1].strip() == f"[{debt}] = search.following"


def test_what_does_not_depend_on_the_solved_line_is_computed_before_the_passes() -> None:
    lines = source(SOLVED)
    start = lines.index("    while True:")
    before, block = "\n".join(lines[:start]), "\n".join(lines[start:])
    assert "(v1[1:-1] * v0)" in before
    assert "(v1[1:-1] * v0)" not in block
    assert "(v0 / 100.0)" in before


def test_arrays_are_made_before_the_passes_and_not_in_them() -> None:
    lines = source(SOLVED)
    inside = [line for line in lines if line.startswith(" " * 8)]
    assert not any("run.series" in line or "= run.rows" in line for line in inside)


def test_the_first_guess_is_computed_from_lines_before_the_block() -> None:
    text = "\n".join(source(SOLVED))
    rough = next(line for line in source(SOLVED) if "run.total(v1)" in line).split()[0]
    assert f"np.full(width, {rough})" in text


def test_a_loop_that_looks_ahead_runs_backward() -> None:
    assert any("for t in range(periods, 0, -1):" in line for line in source(SOLVED))


def test_frozen_lines_are_read_and_not_computed() -> None:
    text = "\n".join(source(SOLVED, frozen=True))
    assert "values['debt']" in text
    assert "attempt" not in text


@pytest.mark.parametrize("frozen", [False, True])
def test_lines_that_no_output_depends_on_are_left_out(frozen: bool) -> None:
    text = "\n".join(source(SOLVED, "share", frozen=frozen))
    assert text.count("run.series") == 1
    assert "for t" not in text
    assert "values['debt']" not in text


def test_a_line_is_let_go_once_nothing_more_reads_it_unless_it_is_asked_for() -> None:
    def let_go(*outputs: str) -> set[str]:
        lines = source(SOLVED, *outputs)
        return {name.strip(",") for line in lines if line.strip().startswith("del ") for name in line.split()[1:]}

    names = dict(zip((*SOLVED.inputs, *SOLVED.lines), (f"v{n}" for n in range(99)), strict=False))
    assert names["cost"] in let_go("late")
    assert names["cost"] not in let_go("late", "cost")
    assert names["late"] not in let_go("late")


def test_the_same_graph_gives_the_same_program() -> None:
    assert source(SOLVED) == source(SOLVED)
