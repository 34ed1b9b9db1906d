"""Cover ratios: what each counts, where there is none, and that a sculpted loan has the same cover in all of them."""

from collections.abc import Sequence

import numpy as np
import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.ratios import ratios
from finmodel.units import Unit
from tests.model.small_case import held, sized
from tests.oracles.sections import run_parts

loan = Section("loan", "Loan")


@loan.line("Weight", Unit.MONEY, weight="weight", tier="senior")
def rate_weight(m: Names) -> Node:
    return m.debt_commitment


@loan.line("Rate of the period times commitment", Unit.MONEY, weight="rate", tier="senior")
def weighted_rate(m: Names) -> Node:
    return m.debt_commitment * m.loan_rate


@loan.line("Owed", Unit.MONEY, weight="opening", tier="senior")
def opening(m: Names) -> Node:
    return m.owed


@loan.line("Interest", Unit.MONEY, schedule="interest", tier="senior")
def scheduled_interest(m: Names) -> Node:
    return m.interest_by_schedule


def cover(**changes: float | Sequence[float]) -> Batch:
    """Five years: one of construction, three of a loan of 200 at 10 %, one after it."""
    given: dict[str, float | Sequence[float]] = {
        "cfads": [0, 100, 110, 120, 130],
        "tested_debt_service": [0, 80, 80, 80, 0],
        "interest_by_schedule": [0, 20, 14, 7, 0],
        "scheduled_fees": 0.0,
        "owed": [0, 200, 140, 74, 0],
        "service_flag": [0, 1, 1, 1, 0],
        "in_service_flag": [0, 1, 1, 1, 0],
        "construction_flag": [1, 0, 0, 0, 0],
        "loan_rate": 0.10,
        "debt_commitment": 200.0,
        "tax_paid": [0, 5, 5, 5, 5],
        "tolerance": 1e-5,
    }
    return run_parts([loan.part(), ratios.part()], 5, {**given, **changes})


def test_dscr_is_cash_flow_over_tested_debt_service_and_nothing_without_any() -> None:
    found = cover().series("dscr")
    assert list(found[1:4]) == pytest.approx([1.25, 1.375, 1.5])
    assert np.isnan(found[[0, 4]]).all()


def test_fees_count_as_debt_service() -> None:
    found = cover(tested_debt_service=[0, 100, 80, 80, 0], scheduled_fees=[0, 20, 0, 0, 0])
    assert found.series("dscr")[1] == pytest.approx(1.0)


def test_fees_alone_have_no_cover_ratio() -> None:
    found = cover(tested_debt_service=[0, 80, 80, 80, 2], scheduled_fees=[0, 0, 0, 0, 2])
    assert np.isnan(found.series("dscr")[4])
    assert found.value("dscr_average") == pytest.approx((1.25 + 1.375 + 1.5) / 3)


def test_dust_is_no_debt_service_and_no_debt() -> None:
    found = cover(tested_debt_service=[0, 80, 80, 80, 1e-9], owed=[0, 200, 140, 74, 1e-9], service_flag=1.0)
    assert np.isnan(found.series("dscr")[4])
    assert np.isnan(found.series("llcr")[4])


def test_average_cover_is_the_mean_of_ratios_and_not_the_ratio_of_sums() -> None:
    found = cover(tested_debt_service=[0, 80, 110, 60, 0])
    assert found.value("dscr_average") == pytest.approx((100 / 80 + 110 / 110 + 120 / 60) / 3)
    assert found.value("dscr_average") != pytest.approx(330 / 250, rel=0.01)


def test_cover_before_tax_adds_tax_back() -> None:
    assert cover().series("dscr_before_tax")[1] == pytest.approx(105 / 80)


def test_llcr_is_the_value_of_cash_flow_to_maturity_over_the_debt_outstanding() -> None:
    found = cover()
    assert found.series("llcr")[1] == pytest.approx((100 / 1.1 + 110 / 1.21 + 120 / 1.331) / 200)
    assert found.series("llcr")[3] == pytest.approx(120 / 1.1 / 74)


def test_plcr_counts_on_to_the_end_of_the_project_and_its_tail_is_the_last_year() -> None:
    found = cover()
    tail = found.series("plcr")[1] - found.series("llcr")[1]
    assert tail == pytest.approx(130 / 1.1**4 / 200)
    assert found.value("plcr_minimum") == pytest.approx((100 / 1.1 + 110 / 1.21 + 120 / 1.331 + 130 / 1.4641) / 200)


def test_rates_of_each_period_discount_that_period() -> None:
    found = cover(loan_rate=[0.0, 0.10, 0.20, 0.05, 0.05])
    expected = (100 / 1.1 + 110 / (1.1 * 1.2) + 120 / (1.1 * 1.2 * 1.05)) / 200
    assert found.series("llcr")[1] == pytest.approx(expected)


def test_icr_is_cash_flow_over_interest() -> None:
    found = cover()
    assert list(found.series("icr")[1:4]) == pytest.approx([5, 110 / 14, 120 / 7])
    assert found.value("icr_minimum") == pytest.approx(5)


@pytest.mark.parametrize("tax", [0.0, 0.3])
def test_a_sculpted_loan_has_its_target_as_every_ratio(tax: float) -> None:
    """Half-years from March, actual days, a rate that falls, levered tax: DSCR and LLCR are one number throughout."""
    found = sized(
        {
            "timing.start": "2027-03-01",
            "timing.period": "half_year",
            "facilities.senior.day_count": "act_365",
            "facilities.senior.base_rate": {"by_year": {2027: 0.15, 2029: 0.12, 2031: 0.09}},
            "facilities.senior.sizing": {"dscr": 1.35},
            "tax.cit_rate": tax,
        }
    )
    served = found.series("service_flag") == 1
    assert served.sum() == 12
    assert found.series("dscr")[served] == pytest.approx(1.35, rel=1e-10)
    assert found.series("llcr")[served] == pytest.approx(1.35, rel=1e-10)


def test_a_loan_repaid_early_has_no_cover_afterwards() -> None:
    """Works that cost less draw less debt: it is repaid before maturity, and fees alone are no debt service."""
    found = held({"facilities.senior.agency_fee_amount": 1.0}, {"capex.plant.overrun": -0.3})
    assert found.series("scheduled_debt_service")[7] == pytest.approx(1.0)
    assert np.isnan(found.series("dscr")[7])
    assert found.value("dscr_average") < 3
