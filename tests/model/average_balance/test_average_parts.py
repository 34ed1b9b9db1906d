"""Which lines a loan on its average balance has: no line more where interest is on the opening balance."""

from tests.model.small_case import small_model

AVERAGE = {"facilities.senior.interest_on": "average_balance", "facilities.senior.sizing": {"dscr": 1.3, "tax": "none"}}


def test_only_a_loan_on_its_average_balance_has_closed_forms() -> None:
    opening, average = small_model().graph.lines, small_model(AVERAGE).graph.lines
    more = {"senior.half_rate", "senior.payment_factor", "senior.interest_on_drawdown", "uses_with_drawn_interest"}
    assert more <= set(average)
    assert not more & set(opening)


def test_interest_that_is_added_needs_no_uses_of_its_own() -> None:
    added = small_model({**AVERAGE, "facilities.senior.construction_interest": "added"}).graph.lines
    assert "senior.drawdown_growth" in added
    assert "uses_with_drawn_interest" not in added
