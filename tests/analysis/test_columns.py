"""Variants of a deal side by side: each as if alone, series by present value, trouble that stays where it is."""

import pytest

from finmodel.analysis.columns import Columns
from finmodel.analysis.evaluation import About, evaluate
from finmodel.errors import NotConvergedError
from tests.model.small_case import held, sized, small_model

RESULTS = evaluate(small_model(), About("small", "Small deal", "KZT million"))
LINES = ("equity_irr", "dscr_minimum", "equity_cash_flow")


def test_each_variant_is_the_deal_with_that_change_alone() -> None:
    found = Columns(RESULTS, LINES).run([{}, {"staff.overrun": 0.2}, {"payment.amount": 280.0}])
    for column, changes in zip(
        found, [{}, {"opex.staff.overrun": 0.2}, {"revenue.payment.amount": 280.0}], strict=True
    ):
        assert column["equity_irr"] == pytest.approx(sized(changes).value("equity_irr"))
        assert column.trouble == ""


def test_a_series_is_told_by_its_present_value() -> None:
    (found,) = Columns(RESULTS, LINES).run([{}])
    deal = sized({})
    value = float((deal.series("equity_cash_flow") * deal.series("project_discount_factor")).sum())
    assert found["equity_cash_flow"] == pytest.approx(value)


def test_a_signed_deal_keeps_its_debt() -> None:
    (found,) = Columns(RESULTS, LINES).run([{"payment.amount": 260.0}], frozen=True)
    assert found["dscr_minimum"] == pytest.approx(held({}, {"revenue.payment.amount": 260.0}).value("dscr_minimum"))


def test_a_ratio_that_does_not_exist_is_nothing() -> None:
    (found,) = Columns(RESULTS, LINES).run([{"payment.amount": 0.0}], frozen=True)
    assert found["equity_irr"] is None
    assert found["no_such_line"] is None


def test_a_variant_that_cannot_be_computed_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = Columns(RESULTS, LINES)
    run = columns._run

    def fails_at_one(variants: list[dict[str, float]], frozen: bool) -> object:
        if {"staff.overrun": 1.0} in variants:
            raise NotConvergedError("Total uses of funds did not settle.")
        return run(variants, frozen)

    monkeypatch.setattr(Columns, "_run", lambda self, variants, frozen: fails_at_one(variants, frozen))
    found = columns.run([{}, {"staff.overrun": 0.1}, {"staff.overrun": 1.0}])
    assert [column.trouble for column in found] == ["", "", "Total uses of funds did not settle."]
    assert found[1]["equity_irr"] == pytest.approx(sized({"opex.staff.overrun": 0.1}).value("equity_irr"))
