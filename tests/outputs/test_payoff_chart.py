"""The chart of a payoff: a line a curve, the plan marked, everything named."""

from finmodel.outputs.charts import Caption
from finmodel.outputs.payoff_chart import Axis, payoff_chart
from finmodel.outputs.plot import Series

CAPTION = Caption("figure-payoff-x", "Paid by what is achieved", "Lines show amounts.", "KZT million")
AXIS = Axis((0.0, 0.5, 1.0, 1.5), ("0%", "50%", "100%", "150%"), "Achieved", "As planned")


def drawn(axis: Axis = AXIS) -> str:
    curves = [Series("Paid", (0.0, 5.0, 10.0, 10.0)), Series("Saved", (0.0, 10.0, 20.0, 30.0), "orange", "8 4")]
    return str(payoff_chart(CAPTION, axis, curves, lambda value: f"{value:.0f}"))


def test_it_is_named_described_and_labelled() -> None:
    picture = drawn()
    for words in (
        "Paid by what is achieved",
        "Lines show amounts.",
        "KZT million",
        "Paid",
        "Saved",
        "150%",
        "Achieved",
    ):
        assert words in picture


def test_each_curve_is_one_line_apart_from_its_mark_in_the_legend() -> None:
    assert drawn().count('class="s-orange"') == 2
    assert drawn().count('stroke-dasharray="8 4"') == 2


def test_the_plan_is_marked_only_where_it_is_among_the_levels() -> None:
    assert "As planned" in drawn()
    without = Axis((0.0, 0.25, 0.5, 0.75), AXIS.labels, AXIS.title, AXIS.plan)
    assert "As planned" not in drawn(without)
