"""Shapes and blanks: one value or one per period, tables only through at(), blanks only where they are expected."""

from collections.abc import Callable

import pytest

from finmodel.errors import GraphError
from finmodel.expr.functions import (
    at,
    average,
    earlier,
    filled,
    first_where,
    following,
    internal_rate,
    lowest,
    previous,
    ratio,
    sum_product,
    total,
    value_where,
    where,
)
from finmodel.expr.line import Shape
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Definition
from tests.expr.small_graphs import graph, scalar, series, solved

GIVEN = {
    "price": Shape.SCALAR,
    "flow": Shape.SERIES,
    "date": Shape.SERIES,
    "tariff": Shape.TABLE,
}


def problems(*definitions: Definition) -> list[str]:
    with pytest.raises(GraphError) as raised:
        graph(*definitions, given=GIVEN)
    return list(raised.value.problems)


def accepted(*definitions: Definition) -> None:
    graph(*definitions, given=GIVEN)


def test_a_single_value_may_be_read_as_a_series() -> None:
    accepted(series("x", lambda m: m.price * m.flow), series("y", lambda m: m.price))


def test_a_single_value_is_not_given_one_value_per_period() -> None:
    assert problems(scalar("x", lambda m: m.flow * 2)) == [
        "Line 'x' is a single value but its formula gives one value per period; "
        "reduce it with total(), lowest(), value_where() or the like."
    ]


def test_the_first_guess_of_a_solved_line_is_a_single_value_too() -> None:
    found = problems(solved("x", lambda m: m.price + 0.1 * m.x, guess=lambda m: m.flow))
    assert len(found) == 1
    assert found[0].startswith("Line 'x' is a single value but its formula gives one value per period")


def test_the_first_guess_of_a_solved_line_is_never_blank() -> None:
    assert problems(solved("x", lambda m: m.price + 0.1 * m.x, guess=lambda m: ratio(m.price, 2))) == [
        "The first guess of 'x' can be blank; use filled(…, value) to say where it starts then."
    ]


def test_a_table_is_read_through_at_only() -> None:
    accepted(series("x", lambda m: at(m.tariff, m.flow)))
    assert problems(series("x", lambda m: m.tariff)) == [
        "Line 'x' reads a table outside at(); say which position it wants."
    ]
    assert problems(series("x", lambda m: m.tariff * 2)) == [
        "Line 'x' uses a table inside arithmetic; read it through at()."
    ]


def test_a_table_can_be_reduced_like_a_series() -> None:
    accepted(scalar("x", lambda m: total(m.tariff) + lowest(m.tariff)))


def test_a_table_and_a_series_have_no_common_periods() -> None:
    assert problems(scalar("x", lambda m: sum_product(m.flow, m.tariff))) == [
        "Line 'x' puts a table beside a series (SumProduct); bring the table onto the periods through at() first."
    ]


ONE_LINE_ONLY: dict[str, tuple[Callable[[Names], Node], str]] = {
    "previous": (lambda m: previous(m.flow * 2), "takes previous() of something that is not a series line"),
    "previous of a single value": (lambda m: previous(m.price), "takes previous() of something that is not a series"),
    "previous of a table": (lambda m: previous(m.tariff), "takes previous() of something that is not a series line"),
    "following": (lambda m: following(m.flow + 1), "takes following() of something that is not a series line"),
    "at": (lambda m: at(m.flow + 1, 1), "takes at() of something that is not a series or a table"),
    "at of a single value": (lambda m: at(m.price, 1), "takes at() of something that is not a series or a table"),
    "earlier": (lambda m: earlier(m.flow + 1, 2), "takes earlier() of something that is not a series line"),
    "earlier of a table": (lambda m: earlier(m.tariff, 2), "takes earlier() of something that is not a series line"),
    "total": (lambda m: total(m.flow + 1), "reduces (Total) something that is not a series line"),
    "total of a single value": (lambda m: total(m.price), "reduces (Total) something that is not a series line"),
    "first_where": (lambda m: first_where(m.flow > 1), "reduces (FirstWhere) something that is not a series line"),
}


@pytest.mark.parametrize("case", ONE_LINE_ONLY)
def test_looking_across_periods_needs_a_line_of_its_own(case: str) -> None:
    formula, message = ONE_LINE_ONLY[case]
    found = problems(series("x", formula))
    assert len(found) == 1
    assert message in found[0]
    assert found[0].endswith("; give the expression a line of its own.")


def test_an_internal_rate_reads_two_series_and_a_position() -> None:
    accepted(scalar("x", lambda m: internal_rate(m.flow, m.date, m.price)))
    assert problems(scalar("x", lambda m: internal_rate(m.flow, m.date, m.flow))) == [
        "Line 'x': the first flow's position must be a single value."
    ]


def test_the_periods_of_earlier_are_a_single_value() -> None:
    accepted(series("x", lambda m: earlier(m.flow, m.price)))
    assert problems(series("x", lambda m: earlier(m.flow, m.flow))) == [
        "Line 'x': the periods of earlier() must be a single value."
    ]


def test_a_value_at_one_position_is_a_single_value() -> None:
    accepted(scalar("x", lambda m: at(m.flow, m.price)))
    assert len(problems(scalar("x", lambda m: at(m.flow, m.flow)))) == 1


BLANK_RATIO = series("cover", lambda m: ratio(m.flow, m.price))


def test_a_blank_is_not_computed_with() -> None:
    assert problems(BLANK_RATIO, series("x", lambda m: m.cover + 1)) == [
        "Line 'x' computes with 'cover', which can be blank; use filled(…, value) to say what a blank stands for."
    ]


def test_a_ratio_inside_a_formula_is_a_blank_too() -> None:
    assert problems(series("x", lambda m: ratio(m.flow, m.price) * 2)) == [
        "Line 'x' computes with 'Ratio', which can be blank; use filled(…, value) to say what a blank stands for."
    ]


def test_a_blank_may_be_filled() -> None:
    accepted(BLANK_RATIO, series("x", lambda m: filled(m.cover, 0) + 1))


def test_what_a_blank_is_filled_with_is_never_blank() -> None:
    found = problems(BLANK_RATIO, series("x", lambda m: filled(m.flow, m.cover)))
    assert found == [
        "Line 'x' computes with 'cover', which can be blank; use filled(…, value) to say what a blank stands for."
    ]


def test_lowest_and_average_pass_over_blanks_but_can_be_blank_themselves() -> None:
    accepted(BLANK_RATIO, scalar("x", lambda m: lowest(m.cover)), scalar("y", lambda m: filled(average(m.cover), 0)))
    assert problems(BLANK_RATIO, scalar("x", lambda m: lowest(m.cover)), scalar("y", lambda m: m.x + 1)) == [
        "Line 'y' computes with 'x', which can be blank; use filled(…, value) to say what a blank stands for."
    ]


def test_the_lowest_of_a_line_that_is_never_blank_is_never_blank() -> None:
    accepted(scalar("x", lambda m: lowest(m.flow)), scalar("y", lambda m: m.x + 1))


def test_a_choice_passes_a_blank_on_but_is_not_decided_by_one() -> None:
    passing = series("x", lambda m: where(m.flow > 0, m.cover, 1))
    accepted(BLANK_RATIO, passing)
    assert len(problems(BLANK_RATIO, passing, series("y", lambda m: m.x + 1))) == 1
    assert len(problems(BLANK_RATIO, series("z", lambda m: where(m.cover, 1, 2)))) == 1


def test_a_line_that_repeats_a_blank_line_is_blank_too() -> None:
    copied = series("copied", lambda m: m.cover)
    accepted(BLANK_RATIO, copied)
    assert len(problems(BLANK_RATIO, copied, scalar("x", lambda m: total(m.copied)))) == 1


def test_blanks_are_not_carried_over_time_or_summed() -> None:
    for formula in (lambda m: previous(m.cover), lambda m: earlier(m.cover, 2), lambda m: following(m.cover)):
        assert len(problems(BLANK_RATIO, series("x", formula))) == 1
    assert len(problems(BLANK_RATIO, scalar("x", lambda m: value_where(m.cover, m.flow)))) == 1
    assert len(problems(BLANK_RATIO, scalar("x", lambda m: at(m.cover, 1)))) == 1


def test_an_internal_rate_can_be_blank() -> None:
    rate = scalar("rate", lambda m: internal_rate(m.flow, m.date, 1))
    accepted(rate)
    assert len(problems(rate, scalar("x", lambda m: m.rate * 2))) == 1


def test_every_clash_is_reported_at_once() -> None:
    assert len(problems(scalar("x", lambda m: m.flow), series("y", lambda m: m.tariff), BLANK_RATIO)) == 2
