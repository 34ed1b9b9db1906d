"""Integrity: every check holds in a sound model, and fails as soon as what it watches is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.functions import equals
from finmodel.expr.nodes import Reference
from finmodel.model.assembly import Model
from tests.model.small_case import held, sized, small_model

DEAL = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.agency_fee_amount": 2.0,
    "reserves": {"dsra": {"months": 6}},
    "working_capital": {"receivable_days": 30, "payable_days": 20},
    "vat": {"vat_rate": 0.16, "vat_refund_months": 12},
    "funding": {"shareholder_loan_share": 0.4, "shareholder_loan_rate": 0.1},
    "tax.cit_rate": 0.2,
}

BROKEN = {
    "balance_sheet_check": ("retained_earnings", 1.0),
    "sources_uses_check": ("equity_drawdown", 1.0),
    "cash_check": ("distributions_paid", 1000.0),
    "debt_repaid_check": ("senior.drawdown", 1.0),
    "cash_flow_check": ("cash_from_operations", 1.0),
    "parties_zero_check": ("cash_available", 1.0),
}
"""For each check a line that, put wrong by an amount in every period, breaks what the check watches."""


def broken(line: str, amount: float, period: int | None = None) -> Batch:
    """The deal computed with one definition that adds an amount which nothing explains, in every period or in one."""
    model = small_model(DEAL)
    extra = amount if period is None else amount * equals(Reference("counter"), period)
    wrong = replace(model.graph.lines[line], expression=model.graph.lines[line].expression + extra)
    graph = replace(model.graph, lines={**model.graph.lines, line: wrong})
    return run(replace(model, graph=graph))


def run(model: Model) -> Batch:
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)


def test_a_sound_model_passes_every_check() -> None:
    found = sized(DEAL)
    for line in small_model(DEAL).graph.tagged(check="integrity"):
        assert found.value(line.name) == pytest.approx(0, abs=1e-7), line.name
    assert found.value("master_check") == 1


@pytest.mark.parametrize("check", BROKEN)
def test_a_check_fails_when_what_it_watches_is_broken(check: str) -> None:
    found = broken(*BROKEN[check])
    assert abs(found.value(check)) > 0.5
    assert found.value("master_check") == 0


@pytest.mark.parametrize(
    ("line", "check"),
    [
        ("distributions_paid", "cash_check"),
        ("dsra_released", "cash_check"),
        ("net_income", "balance_sheet_check"),
        ("cash_from_financing", "cash_flow_check"),
        ("equity_drawdown", "sources_uses_check"),
        ("cash_after_reserves", "parties_zero_check"),
    ],
)
def test_one_wrong_period_is_enough(line: str, check: str) -> None:
    found = broken(line, 500.0, period=6)
    assert abs(found.value(check)) > 50
    assert found.value("master_check") == 0


def test_a_grid_that_is_too_short_for_operation_fails() -> None:
    model = small_model(DEAL)
    found = NumpyEngine(model.graph, model.periods).run({**model.inputs.values, "operation_months": 120.0})
    assert found.value("timeline_check") == 365
    assert found.value("master_check") == 0


def test_every_integrity_check_is_shown_to_fail() -> None:
    checks = {line.name for line in small_model(DEAL).graph.tagged(check="integrity")}
    assert checks == {*BROKEN, "timeline_check"}


def test_the_tolerance_of_the_case_decides_what_is_still_nothing() -> None:
    model = small_model({**DEAL, "project": {"title": "Lenient", "tolerance": 2.0}})
    line = model.graph.lines["retained_earnings"]
    lines = {**model.graph.lines, "retained_earnings": replace(line, expression=line.expression + 0.1)}
    found = run(replace(model, graph=replace(model.graph, lines=lines)))
    assert 0.5 < found.value("integrity_worst") < 2
    assert found.value("master_check") == 1


def test_alerts_report_what_a_reader_must_see_and_break_nothing() -> None:
    found = held(
        DEAL, {"capex.plant.overrun": 0.2, "revenue.payment.amount": {"by_year": {2027: 300, 2030: 40, 2032: 300}}}
    )
    assert found.value("support_total") > 150
    assert found.value("default_periods") >= 2
    assert found.value("lockup_periods_count") >= 2
    assert found.value("arrears_highest") == pytest.approx(
        (found.series("arrears") + found.series("operating_arrears")).max()
    )
    assert found.value("master_check") == 1


def test_money_that_never_leaves_the_company_is_reported() -> None:
    assert sized(DEAL).value("cash_left_check") == pytest.approx(0, abs=1e-7)
    assert broken("cash_for_distribution", -1.0).value("cash_left_check") > 0.5
