"""What is known when the workbook is written: inputs, contract, lines of the model, and what is computed from them."""

import numpy as np
import pytest

from finmodel.expr.functions import filled, ratio
from finmodel.expr.line import Shape
from finmodel.outputs.workbook.known import Known, numbers
from tests.expr.small_graphs import graph, series
from tests.outputs.workbook.deal import deal
from tests.small_results import small_results


def test_inputs_lines_and_the_contract_are_known() -> None:
    known = Known.from_results(deal())
    assert known.shown("closing") == deal().series["closing"]
    assert known.values["frozen~switch"] == 0
    assert known.shown("debt~contract") == (deal().contract["debt"],)


def test_lines_are_added_in_whatever_order_they_are_given() -> None:
    whole = graph(
        series("double", lambda m: m.n * 2), series("next", lambda m: m.double + 1), given={"n": Shape.SERIES}
    )
    known = Known.from_results(small_results(whole, {"n": [1.0, 2.0]}, 2))
    for name in ("double", "next"):
        del known.values[name]
    known.add([whole.lines["next"], whole.lines["double"]], whole.lines)
    assert known.shown("next") == (3.0, 5.0)


def test_a_blank_that_is_read_is_computed_again() -> None:
    whole = graph(
        series("cover", lambda m: ratio(m.n, m.n - 1)), series("shown", lambda m: filled(m.cover, 9)),
        given={"n": Shape.SERIES},
    )  # fmt: skip
    known = Known.from_results(small_results(whole, {"n": [1.0, 2.0]}, 2))
    assert known.shown("cover") == (None, 2.0)
    del known.values["shown"]
    known.add([whole.lines["shown"]], whole.lines)
    assert known.shown("shown") == (9.0, 2.0)


@pytest.mark.parametrize(("given", "shown"), [(2.0, (2.0,)), ([1.0, float("nan")], (1.0, None))])
def test_numbers_are_plain_and_blanks_are_none(given: object, shown: tuple[float | None, ...]) -> None:
    assert numbers(np.asarray(given, float)) == shown
