"""Outcome levels as text: the title, a column a level, and what the levels are shares of."""

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.outcome_levels import outcome_levels
from finmodel.outputs.language import translator
from finmodel.outputs.outcome_text import outcome_lines
from tests.model.small_case import small_model

STREAM = {"type": "pay_for_performance", "outcomes": {"time": {"baseline": 100.0, "measured": 140.0, "rate": 2.0}}}


def test_each_level_is_a_column_under_the_title_of_the_case() -> None:
    results = evaluate(small_model({"revenue.signals": STREAM}), About("deal", "Deal", "KZT million"))
    lines = outcome_lines(results, outcome_levels(results, [0.5, 1.0]), translator("en"))
    assert lines[0] == "Deal · KZT million"
    assert lines[3].split() == ["Achieved", "50.0%", "100.0%"]
    assert lines[4].split()[-2:] == ["320.0", "640.0"]
    assert lines[-1].startswith("Shares of the achievement")
