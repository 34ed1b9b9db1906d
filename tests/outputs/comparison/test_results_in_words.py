"""Changes of key results as tables show them."""

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.comparison.results_in_words import cell, changed_by, failing_in_words, points_note
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Check, Kpi
from finmodel.units import Unit
from tests.model.small_case import small_model

VIEW = View(evaluate(small_model(), About("small", "Small deal", "KZT million")), translator("en"))


def test_percentages_change_by_points_and_dates_by_days() -> None:
    assert changed_by(-0.0125, Unit.RATE) == (-1.25, Unit.QUANTITY)
    assert changed_by(None, Unit.SHARE) == (None, Unit.QUANTITY)
    assert changed_by(30.0, Unit.DATE) == (30.0, Unit.DAYS)
    assert changed_by(5.0, Unit.MONEY) == (5.0, Unit.MONEY)


def test_times_are_told_with_their_unit() -> None:
    assert cell(VIEW, 1.5, Unit.YEARS) == "1.5\N{NO-BREAK SPACE}years"
    assert cell(VIEW, 1.5, Unit.RATIO) == 1.5


def test_points_are_spoken_of_only_where_there_are_any() -> None:
    assert points_note(VIEW, [Kpi("x", 1.0, Unit.MONEY)]) == ()
    assert points_note(VIEW, [Kpi("x", 1.0, Unit.RATE)]) == ("Percentages change by percentage points.",)


def test_what_does_not_hold_is_told_with_its_value() -> None:
    assert failing_in_words(VIEW, []) == "all checks and covenants hold"
    failing = [Check("default_periods", 2.0, False, "alert"), Check("arrears_highest", 12.34, False, "alert")]
    assert failing_in_words(VIEW, failing) == "Periods in default: 2; Highest arrears: 12.3"
