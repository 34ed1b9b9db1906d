"""The capital stack: every tranche with provider and rank; one loan and equity need no such table."""

import pytest

from finmodel.outputs.term_sheet.capital_stack import capital_stack, tranches
from finmodel.outputs.term_sheet.view import View


def test_one_loan_and_equity_have_no_stack(view: View) -> None:
    assert list(capital_stack(view)) == []


def test_tranches_add_to_total_uses(layered: View) -> None:
    provided, _ = capital_stack(layered)
    *rows, total = provided.rows
    amounts = [row.cells[2] for row in rows]
    assert sum(amount for amount in amounts if isinstance(amount, float)) == pytest.approx(layered.value("total_uses"))
    assert total.cells[2] == pytest.approx(layered.value("total_uses"))


def test_each_tranche_names_its_provider_and_its_rank(layered: View) -> None:
    provided, terms = capital_stack(layered)
    rows = {row.label: row.cells for row in provided.rows}
    assert rows["Mezzanine loan"][:2] == ("Layered Capital Fund", "Debt")
    assert rows["Mezzanine loan"][4] == "Rank 2"
    assert rows["Concessional loan"][4] == "Senior, pari passu with Commercial senior loan"
    assert rows["Equity paid in"][4] == "After debt"
    assert [row.label for row in terms.rows] == ["Commercial senior loan", "Concessional loan", "Mezzanine loan"]


def test_loans_stand_before_what_comes_after_debt(layered: View) -> None:
    assert [bool(tranche.loan) for tranche in tranches(layered)] == [True, True, True, False, False]
