"""The order of payments has every layer of the case, in words and as lines that lead from revenue to distributions."""

import pytest

from finmodel.outputs.term_sheet.payments import order_of_payments, payments
from finmodel.outputs.term_sheet.view import View


def test_one_loan_is_paid_interest_before_principal_before_its_reserve(view: View) -> None:
    order = order_of_payments(view)
    assert order[3:6] == (
        "Interest on the senior loan",
        "Principal of the senior loan",
        "Debt service reserve account (DSRA)",
    )


def test_lenders_of_one_rank_are_named_pari_passu_and_junior_ones_come_after_the_reserve(layered: View) -> None:
    order = order_of_payments(layered)
    assert "Interest: Commercial senior loan, Concessional loan, Vendor loan, pari passu" in order
    reserve = order.index("Debt service reserve account (DSRA)")
    assert order[reserve + 1] == "Interest, then principal: Mezzanine loan"
    assert order[-1] == "Dividends and return of share capital"


@pytest.mark.parametrize("deal", ["view", "layered"])
def test_the_lines_of_the_waterfall_leave_what_is_distributed(deal: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(deal)
    *steps, distributed = payments(view)
    year = next(i for i, paid in enumerate(view.series("distributions_paid")) if paid)
    found = sum(step.sign * (view.series(step.line.name)[year] or 0.0) for step in steps if not step.total)
    found += sum(view.series(name)[year] or 0.0 for name in ("revenue_received", "cash_opening"))
    found -= view.series("cash_closing")[year] or 0.0
    assert found == pytest.approx(view.series(distributed.line.name)[year])
