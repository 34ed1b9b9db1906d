"""The workbook of a deal with every kind of grant and facility in between, recalculated: sized, changed, and held."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer, by_libreoffice

DEAL = {
    "timing.period": "half_year",
    "reserves": {"dsra": {"months": 6}, "reserve_rate": 0.03},
    "vat": {"vat_rate": 0.12, "vat_refund_months": 9},
    "tax.cit_rate": 0.2,
    "funding": {
        "shareholder_loan_share": 0.3,
        "shareholder_loan_rate": 0.1,
        "shareholders": {"technology_partner": 0.15, "authority": 0.1},
        "vat_facility": {"rate": 0.14, "upfront_fee_rate": 0.01},
        "standby_facility": {"amount": 80.0, "base_rate": 0.13, "repayment_months": 30, "rank": 2},
    },
    "grants": {
        "studies": {
            "type": "preparation_grant", "cost": 30.0, "amount": 20.0, "recoverable": 0.5, "success_fee": 0.1,
            "repaid": "after_completion",
        },
        "city": {
            "type": "capital_grant", "share": 0.15, "drawn": "reimbursement", "reimbursement_months": 9,
            "bridge": {"rate": 0.12, "upfront_fee_rate": 0.01},
        },
        "fund": {
            "type": "capital_grant", "capex_share": 0.1, "drawn": "on_milestone", "milestones": [0.5, 0.3, 0.2],
            "tax_pool": "machinery", "grantor": "green_fund",
        },
        "help": {"type": "interest_subsidy", "facility": "senior", "rate": 0.03, "months": 60, "payer": "damu"},
    },
}  # fmt: skip

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("granted", "Granted deal", "KZT million"))


def test_the_workbook_sizes_debt_and_grants_again_when_figures_are_typed_in(tmp_path: Path) -> None:
    changed = with_inputs(sized(), city__share=0.2, help__rate=0.02, shareholders_authority=0.2, plant__overrun=0.1)
    assert changed.values["grant_total"] != pytest.approx(sized().values["grant_total"], rel=0.05)
    assert disagreements(recalculated(changed, tmp_path, by_formualizer), changed, tolerance=1e-8, rates=False) == []


def test_with_the_financing_held_surprises_draw_what_stands_by_in_libreoffice_too(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), plant__overrun=0.2, delay_months=6.0, city__paid_share=0.5)
    assert held.values["city.agreed"] == sized().values["city.agreed"]
    assert max(value or 0 for value in held.series["standby_facility.drawn"]) == pytest.approx(80)
    assert held.values["master_check"] == 1
    assert disagreements(recalculated(held, tmp_path, by_libreoffice), held, tolerance=1e-8) == []
