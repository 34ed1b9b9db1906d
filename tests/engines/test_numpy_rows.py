"""Operations on rows: done once, in rows that are used again, and never in a row that is still read."""

from itertools import count

from finmodel.engines.numpy_rows import PICK, Body, Buffers, Operation, Singles

ADD, LESS = Operation("add"), Operation("less", flag=True)
POWER = Operation("run.power({0}, {1})", into=False)
LARGER = Operation("maximum", named=True)


def text(body: Body) -> list[str]:
    return list(body.lines(Buffers("b"), Buffers("m")))


def test_a_row_is_used_again_once_nothing_reads_it() -> None:
    body, rows = Body(), Buffers("b")
    first = body.do(ADD, "x", "y")
    second = body.do(ADD, first, "z")
    body.keep(body.do(ADD, second, "z"), "r")
    assert list(body.lines(rows, Buffers("m"))) == ["add(x, y, b0)", "add(b0, z, b0)", "add(b0, z, r)"]
    assert rows.count == 1


def test_the_same_operation_is_done_once() -> None:
    body = Body()
    sums = [body.do(ADD, "x", "y") for _ in range(2)]
    body.keep(body.do(ADD, *sums), "r")
    assert text(body) == ["add(x, y, b0)", "add(b0, b0, r)"]


def test_rows_of_flags_and_new_rows_stand_apart() -> None:
    body = Body()
    flag = body.do(LESS, "x", "y")
    body.keep(body.do(LARGER, flag, body.do(POWER, "x", "y")), "r")
    assert text(body) == ["less(x, y, m0)", "f1 = run.power(x, y)", "maximum(m0, f1, out=r)"]


def test_what_was_picked_from_stays_as_long_as_what_was_picked() -> None:
    body = Body()
    first, second = body.do(ADD, "x", "y"), body.do(ADD, "x", "z")
    picked = body.do(PICK, "c", first, second)
    other = body.do(ADD, "y", "z")
    body.keep(body.do(ADD, picked, other), "r")
    assert text(body) == [
        "add(x, y, b0)",
        "add(x, z, b1)",
        "f2 = b0 if c else b1",
        "add(y, z, b2)",
        "add(f2, b2, r)",
    ]


def test_a_value_kept_in_two_places_is_copied() -> None:
    body = Body()
    value = body.do(ADD, "x", "y")
    body.keep(value, "r1")
    body.keep(value, "r2")
    body.keep("p3", "r3")
    assert text(body) == ["add(x, y, r1)", "copy(r2, r1)", "copy(r3, p3)"]


def test_single_values_get_names_of_their_own() -> None:
    singles = Singles(count(4))
    assert singles.do(ADD, singles.do(POWER, "x", "y"), "z") == "x5"
    assert singles.do(POWER, "x", "y") == "x4"
    assert singles.statements == ["x4 = run.power(x, y)", "x5 = add(x4, z)"]
