"""Every error a user can meet has its exit code, and says everything at once."""

import pytest

from finmodel.errors import (
    CaseError,
    FinmodelError,
    GraphError,
    MissingExtraError,
    NotConvergedError,
    OutOfRangeError,
    Problem,
    UnsupportedNodeError,
    UsageError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FinmodelError("x"), 1),
        (GraphError(["x"]), 1),
        (UnsupportedNodeError("words", "Novel"), 1),
        (UsageError("x"), 2),
        (CaseError([]), 3),
        (OutOfRangeError("x"), 3),
        (MissingExtraError("x"), 5),
        (NotConvergedError("x"), 6),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_error_has_its_exit_code(error: FinmodelError, code: int) -> None:
    assert error.exit_code == code


def test_a_problem_says_where_what_and_what_to_do() -> None:
    problem = Problem("case.yaml", 41, 3, "senior.tenor", "is 25 years", "shorten it to 20")
    assert str(problem) == "case.yaml:41:3: senior.tenor: is 25 years; shorten it to 20"
    assert str(Problem("case.yaml", 1, 1, "", "the file is empty")) == "case.yaml:1:1: the file is empty"


def test_the_problems_of_a_case_stand_in_the_order_of_the_file() -> None:
    later, sooner = Problem("case.yaml", 12, 1, "b", "wrong"), Problem("case.yaml", 2, 9, "a", "wrong")
    error = CaseError([later, sooner])
    assert error.problems == (sooner, later)
    assert str(error) == "case.yaml:2:9: a: wrong\ncase.yaml:12:1: b: wrong"


def test_a_graph_tells_all_its_problems() -> None:
    assert str(GraphError(["first.", "second."])) == "first.\nsecond."


def test_an_unknown_node_is_named_with_its_engine() -> None:
    assert str(UnsupportedNodeError("Excel", "Novel")) == "The Excel engine has no translation for the node Novel."
