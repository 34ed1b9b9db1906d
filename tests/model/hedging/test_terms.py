"""What sizing reads of a facility: hedged terms where there are hedges, the loan's own where there are none."""

import pytest

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.hedging.terms import charged_rate, fees_before_hedges, in_service_money, service_rate
from finmodel.units import Unit
from tests.oracles.sections import run_parts

TERMS = Section("terms", "Terms")


@TERMS.line("Amount", Unit.MONEY)
def amount_in_service_money(m: Names) -> Node:
    return in_service_money(m, m.amount)


@TERMS.line("Rate", Unit.RATE)
def rate(m: Names) -> Node:
    return service_rate(m) + charged_rate(m) * 100


@TERMS.line("Fees", Unit.MONEY)
def fees(m: Names) -> Node:
    return fees_before_hedges(m)


PLAIN = {"amount": 12.0, "period_rate": 0.1, "scheduled_fees": 5.0}


def test_without_hedges_they_are_the_loan_s_own() -> None:
    found = run_parts([TERMS.part()], 1, PLAIN)
    assert [found.series(name)[0] for name in ("amount_in_service_money", "rate", "fees")] == pytest.approx(
        [12, 10.1, 5]
    )


def test_in_another_currency_an_amount_is_divided_by_its_level() -> None:
    found = run_parts([TERMS.part()], 1, {**PLAIN, "currency_level": 1.5})
    assert found.series("amount_in_service_money")[0] == pytest.approx(8)


def test_with_hedges_they_are_theirs() -> None:
    more = {"currency_level": 1.5, "service_level": 1.2, "service_rate": 0.2, "hedged_period_rate": 0.3,
            "fees_before_hedges": 4.0}  # fmt: skip
    found = run_parts([TERMS.part()], 1, {**PLAIN, **more})
    assert [found.series(name)[0] for name in ("amount_in_service_money", "rate", "fees")] == pytest.approx(
        [10, 30.2, 4]
    )
