"""What bears interest, and how much principal an amount pays: with half a rate, and without."""

import pytest

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import bearing_interest, of_principal, payment_factor
from finmodel.units import Unit
from tests.oracles.sections import run_parts

TERMS = Section("terms", "Terms")


@TERMS.line("Bearing interest", Unit.MONEY)
def bearing(m: Names) -> Node:
    return bearing_interest(m, m.opening)


@TERMS.line("Of principal", Unit.MONEY)
def principal(m: Names) -> Node:
    return of_principal(m, m.amount)


@TERMS.line("Factor", Unit.INDEX)
def factor(m: Names) -> Node:
    return payment_factor(m)


GIVEN = {"opening": 100.0, "amount": 19.0, "scheduled_principal": 20.0, "repayment_factor": 0.5}


def test_on_the_opening_balance_all_of_it_bears_interest() -> None:
    found = run_parts([TERMS.part()], 1, GIVEN)
    assert [found.series(name)[0] for name in ("bearing", "principal", "factor")] == pytest.approx([100, 19, 0.5])


def test_on_average_half_of_principal_bears_none_and_principal_costs_less() -> None:
    found = run_parts([TERMS.part()], 1, {**GIVEN, "half_rate": 0.05, "payment_factor": 0.6})
    assert [found.series(name)[0] for name in ("bearing", "principal", "factor")] == pytest.approx([90, 20, 0.6])
