"""The program for blocks: read as a whole once, then by what is computed once a run and what is kept how long."""

import textwrap

from finmodel.engines.numpy_blocks import block_source
from finmodel.expr.functions import earlier, minimum, previous, total, where
from finmodel.expr.line import Shape
from tests.expr.small_graphs import graph, scalar, series, solved

GIVEN = {"price": Shape.SCALAR, "flow": Shape.SERIES, "open": Shape.SERIES}


def test_a_program_can_be_read() -> None:
    model = graph(
        series("year", lambda m: m.open * 2),
        series("doubled", lambda m: m.flow * m.year),
        series("balance", lambda m: previous(m.balance) + minimum(m.doubled, m.price)),
        series("shown", lambda m: where(m.open, m.balance, 0.0) - m.price * 0.5),
        scalar("whole", lambda m: total(m.shown)),
        given=GIVEN,
    )
    found = block_source(model, ["whole"], frozen=False, wide=["price", "flow"])
    assert found.common == ("year",)
    assert found.text == textwrap.dedent(
        """\
        def shared(values, periods):
            v2 = values['open']
            v3 = values['year']
            return [run.each(v3[1:-1]), run.each((v2[1:-1] != 0.0)), run.one(0.0), run.one(0.5)]
        def program(values, cells, room, periods):
            [n0, n1, n2, n3] = cells
            v0 = values['price']
            v1 = values['flow']
            v1_ = room.given(v1)
            width, passes = room.width, 0
            [b0, b1, b2] = room.rows(3)
            v6, v6_ = room.series()
            x2 = multiply(v0, n3)
            v5_ = room.alternating(b0, b1)
            for t, r1, c0, p5, r5, c1, r6 in zip(range(1, periods + 1), v1_[1:-1], n0, v5_, v5_[1:-1], n1, v6_[1:-1]):
                multiply(r1, c0, b2)
                minimum(b2, v0, out=b2)
                add(p5, b2, r5)
                f3 = r5 if c1 else n2
                subtract(f3, x2, r6)
            x3 = run.total(v6)
            room.give(v6, v6_)
            return {'whole': run.wide(x3, width)}, passes
        """
    )


def test_what_is_not_asked_for_is_left_out() -> None:
    model = graph(scalar("asked", lambda m: m.price * 2), scalar("other", lambda m: m.price * 333), given=["price"])
    assert "333" not in block_source(model, ["asked"], frozen=False, wide=["price"]).text


def test_a_series_that_is_looked_back_at_keeps_all_its_rows() -> None:
    model = graph(
        series("doubled", lambda m: m.flow * 2),
        series("paid", lambda m: earlier(m.doubled, m.lag)),
        given={"flow": Shape.SERIES, "lag": Shape.SCALAR},
    )
    text = block_source(model, ["paid"], frozen=False, wide=["flow"]).text
    assert "run.rows_before(v2_, n1, periods)" in text
    assert "v2, v2_ = room.series()" in text


def test_a_solved_block_is_passed_through_until_it_settles() -> None:
    model = graph(
        solved("debt", lambda m: 0.5 * total(m.uses)),
        series("uses", lambda m: m.flow + m.debt * 0.01),
        given=GIVEN,
    )
    text = block_source(model, ["debt"], frozen=False, wide=["flow"]).text
    assert "if search.settled([v3], [" in text
    held = block_source(model, ["uses"], frozen=True, wide=["flow"]).text
    assert "search" not in held
