"""Conversion: what is divided and multiplied for a loan in another currency, and left alone for one in the case's."""

import pytest

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import at_start, converted, in_own_money, revalued, stated
from finmodel.units import Unit
from tests.oracles.sections import run_parts

WAYS = Section("ways", "Ways")
FUNCTIONS = {"at_start": at_start, "converted": converted, "in_own_money": in_own_money, "revalued": revalued,
             "stated": stated}  # fmt: skip


def _define(name: str) -> None:
    def formula(m: Names) -> Node:
        """The amount, converted."""
        return FUNCTIONS[name](m, m.amount)

    formula.__name__ = f"{name}_line"
    WAYS.line(name, Unit.MONEY)(formula)


for name in FUNCTIONS:
    _define(name)


def test_each_way_uses_its_own_rate() -> None:
    given = {"amount": 12.0, "currency_level": 1.5, "currency_growth": 1.2, "exchange": 500.0}
    found = run_parts([WAYS.part()], 1, given)
    told = {name: found.series(f"{name}_line")[0] for name in FUNCTIONS}
    expected = {"at_start": 10, "converted": 18, "in_own_money": 8, "revalued": 14.4, "stated": 6000}
    assert told == pytest.approx(expected)


def test_in_the_case_s_own_currency_nothing_is_converted() -> None:
    found = run_parts([WAYS.part()], 1, {"amount": 12.0})
    assert [found.series(f"{name}_line")[0] for name in FUNCTIONS] == [12.0] * 5
