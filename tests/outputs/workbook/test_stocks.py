"""Stocks: what is carried over time is not added up over time; what flows is."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.line import Shape
from finmodel.outputs.workbook.plan import Plan
from finmodel.outputs.workbook.stocks import stocks
from tests.expr.small_graphs import graph, series

LINES = graph(
    series("opening", lambda m: previous(m.closing)),
    series("closing", lambda m: m.opening + m.flow - m.paid),
    series("paid", lambda m: minimum(m.opening, m.flow)),
    series("interest", lambda m: m.opening * 8 / 100),
    series("assets", lambda m: m.closing + m.other),
    series("other", lambda m: m.flow * 2, balance="asset"),
    series("movement", lambda m: m.opening - m.closing),
    series("change", lambda m: m.closing - previous(m.closing)),
    series("so_far", lambda m: previous(m.so_far) + m.flow),
    series("weighted", lambda m: m.flow * 3, total="none"),
    given={"flow": Shape.SERIES},
).lines


def test_a_corkscrew_has_two_stocks_and_its_flows_have_totals() -> None:
    assert {"opening", "closing"} <= stocks(LINES)
    assert not {"paid", "interest"} & stocks(LINES)


def test_a_sum_of_stocks_is_a_stock_and_a_difference_is_a_flow() -> None:
    assert "assets" in stocks(LINES)
    assert not {"movement", "change"} & stocks(LINES)


def test_running_totals_and_tagged_lines_are_stocks() -> None:
    assert {"so_far", "other", "weighted"} <= stocks(LINES)


def test_the_deal_has_the_stocks_one_would_expect(plan: Plan) -> None:
    assert {"opening", "closing", "counter", "price_index"} <= stocks(plan.lines)
    assert not {"interest", "repaid", "uses"} & stocks(plan.lines)
