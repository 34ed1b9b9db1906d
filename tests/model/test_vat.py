"""VAT: paid with the cost of construction, refunded after a lag in whole periods, owed by the budget in between."""

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.vat import vat
from finmodel.units import Unit
from tests.model.small_case import held, sized
from tests.oracles.sections import run_parts

bill = Section("bill", "Bill")


@bill.line("VAT charged", Unit.MONEY, vat="input")
def charged(m: Names) -> Node:
    return m.bills


def refunds(months: float) -> Batch:
    """Bills of 10, 20 and 30 of VAT in the first three half-years."""
    lag = {"vat_refund_months": months, "period_months": 6.0}
    return run_parts(
        [bill.part(), vat.part()], 6, {**lag, "bills": [10, 20, 30, 0, 0, 0], "counter": [1, 2, 3, 4, 5, 6]}
    )


@pytest.mark.parametrize(
    ("months", "refund", "owed"),
    [
        (0, [10, 20, 30, 0, 0, 0], [0, 0, 0, 0, 0, 0]),
        (6, [0, 10, 20, 30, 0, 0], [10, 20, 30, 0, 0, 0]),
        (12, [0, 0, 10, 20, 30, 0], [10, 30, 50, 30, 0, 0]),
    ],
)
def test_a_refund_comes_as_many_periods_later_as_it_takes(
    months: float, refund: list[float], owed: list[float]
) -> None:
    found = refunds(months)
    assert list(found.series("vat_refund")) == refund
    assert list(found.series("vat_receivable_closing")) == owed


def test_a_part_of_a_period_counts_as_a_whole_one() -> None:
    assert list(refunds(7).series("vat_refund")) == list(refunds(12).series("vat_refund"))


def test_vat_refunded_at_once_costs_nothing_and_vat_refunded_later_must_be_funded() -> None:
    at_once = sized({"vat": {"vat_rate": 0.16}})
    later = sized({"vat": {"vat_rate": 0.16, "vat_refund_months": 12}})
    assert at_once.value("total_uses") == pytest.approx(sized().value("total_uses"))
    assert list(later.series("construction_cost")[:3]) == pytest.approx([580, 500, 0])


def test_works_that_go_on_later_are_refunded_later() -> None:
    vat_later = {"vat": {"vat_rate": 0.16, "vat_refund_months": 12}}
    found = held(vat_later, {"timing.delay_months": 12, "timing.delay_extends_concession": True})
    third = 1000 / 3 * 0.16
    assert list(found.series("vat_refund")[:5]) == pytest.approx([0, third, third, third, 0])
    assert list(found.series("vat_refund_in_operation")[:5]) == pytest.approx([0, 0, 0, third, 0])
