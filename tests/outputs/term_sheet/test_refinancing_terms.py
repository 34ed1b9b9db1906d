"""Refinancing: the new loan with its date and terms, and how the gain is shared."""

from dataclasses import replace

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.payments import payments
from finmodel.outputs.term_sheet.refinancing_terms import refinancing_tables
from finmodel.outputs.term_sheet.view import View
from tests.model.refinancing.deals import refinanced
from tests.model.small_case import small_model


@pytest.fixture(scope="module")
def renewed() -> View:
    """The small deal, refinanced after four years, with half of the gain for the authority."""
    changes = refinanced(gain_share=0.5)
    results = evaluate(small_model(changes), About("small", "Small deal", "KZT million"))
    return View(replace(results, details={"replaced": {"fresh": "senior"}}), translator("en"))


def test_a_case_that_plans_none_has_no_table(view: View) -> None:
    assert refinancing_tables(view) == ()


def test_the_new_loan_says_what_it_replaces_when_and_who_shares_in_the_gain(renewed: View) -> None:
    (table,) = refinancing_tables(renewed)
    rows = {row.label: row.cells[0] for row in table.rows}
    assert rows["Facility replaced"] == renewed.instance("senior")
    assert rows["Month of the refinancing"] == "48\xa0months"
    assert rows["Amount"] == renewed.shown("fresh.commitment")
    assert rows["Who shares in the gain"] == "Authority"


def test_the_waterfall_has_the_money_that_comes_in_when_the_loan_is_replaced(renewed: View) -> None:
    *steps, distributed = payments(renewed)
    for year in range(len(renewed.periods)):
        found = sum(step.sign * (renewed.series(step.line.name)[year] or 0.0) for step in steps if not step.total)
        if not renewed.series("construction_flag")[year]:
            found += sum(renewed.series(name)[year] or 0.0 for name in ("revenue_received", "cash_opening"))
            found -= renewed.series("cash_closing")[year] or 0.0
            assert found == pytest.approx(renewed.series(distributed.line.name)[year])
