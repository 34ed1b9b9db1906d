"""Golden values of debt: sculpting, sizing, level and equal repayment, average cover; through whole cases."""

from typing import Any

import numpy as np
import numpy_financial
import pytest

from finmodel.engines.numpy_engine import Batch
from tests.modelled import modelled

CFADS = [100, 105, 110, 115, 120]
DEBT = 317.990527


def golden(sizing: dict[str, Any], profile: str, *, tax: dict[str, Any] | None = None, **repayment: Any) -> Batch:
    """Five years of cash after one of construction, at 10 % interest; tax only if given, on a pool of ten years."""
    return modelled(
        {
            "project": {"title": "Golden case A"},
            "timing": {
                "start": "2027-01-01",
                "period": "year",
                "construction_months": 12,
                "operation_months": 60,
            },
            "capex": {"plant": {"unit_cost": 400}},
            "revenue": {"sales": {"type": "plain_stream", "amount": {"by_period": [0, *CFADS]}}},
            "facilities": {
                "senior": {
                    "type": "term_loan",
                    "base_rate": 0.10,
                    "day_count": "30_360",
                    "tenor_months": 72,
                    "sizing": sizing,
                    "repayment": {"profile": profile, **repayment},
                }
            },
            "tax_pools": {"machinery": {"method": "straight_line", "life_years": 10}},
            "tax": {"regime": "kz_standard", "cit_rate": 0, **(tax or {})},
        }
    )


def service(found: Batch) -> np.ndarray:
    return found.series("senior.interest_paid")[1:6] + found.series("senior.principal_paid")[1:6]


def test_sculpting_at_1_30_gives_the_golden_debt_and_principal() -> None:
    found = golden({"dscr": 1.30}, "sculpted")
    assert found.value("senior.commitment") == pytest.approx(DEBT, abs=5e-7)
    assert found.series("senior.principal_paid")[1:6] == pytest.approx(
        [45.1240, 53.4826, 62.6770, 72.7908, 83.9161], abs=5e-5
    )
    assert found.series("dscr")[1:6] == pytest.approx([1.3] * 5, rel=1e-12)
    assert found.series("llcr")[1:6] == pytest.approx([1.3] * 5, rel=1e-12)


def test_the_llcr_limit_allows_the_same_debt_as_the_dscr_at_the_same_ratio() -> None:
    assert golden({"llcr": 1.30}, "annuity").value("senior.commitment") == pytest.approx(DEBT, abs=5e-7)


def test_level_payments_on_the_golden_debt_weaken_the_lowest_cover() -> None:
    found = golden({"amount": DEBT}, "annuity")
    assert service(found) == pytest.approx([83.8851] * 5, abs=5e-5)
    assert service(found) == pytest.approx([-numpy_financial.pmt(0.10, 5, DEBT)] * 5, rel=1e-12)
    assert found.value("dscr_minimum") == pytest.approx(1.1921, abs=5e-5)


def test_interest_and_principal_of_level_payments_are_numpy_financials() -> None:
    found = golden({"amount": DEBT}, "annuity")
    years = np.arange(1, 6)
    assert found.series("senior.interest_paid")[1:6] == pytest.approx(-numpy_financial.ipmt(0.10, years, 5, DEBT))
    assert found.series("senior.principal_paid")[1:6] == pytest.approx(-numpy_financial.ppmt(0.10, years, 5, DEBT))


def test_equal_principal_on_the_golden_debt_weakens_it_more() -> None:
    assert golden({"amount": DEBT}, "equal").value("dscr_minimum") == pytest.approx(1.0482, abs=5e-5)


def test_average_cover_is_the_mean_of_the_ratios_not_the_ratio_of_the_sums() -> None:
    found = golden({"amount": DEBT}, "equal")
    assert found.value("dscr_average") == pytest.approx(1.356, abs=5e-4)
    assert sum(CFADS) / service(found).sum() == pytest.approx(1.330, abs=5e-4)


def test_sizing_to_the_weakest_year_makes_that_year_meet_the_target() -> None:
    found = golden({"dscr": 1.30}, "annuity")
    assert found.value("dscr_minimum") == pytest.approx(1.30, rel=1e-12)
    assert found.value("senior.commitment") < DEBT


def test_a_balloon_of_40_percent_is_repaid_with_the_last_of_five_instalments() -> None:
    found = golden({"amount": 100}, "balloon", balloon=0.4)
    assert found.series("senior.principal_paid")[1:6] == pytest.approx([12, 12, 12, 12, 52])


def test_a_given_schedule_is_followed() -> None:
    found = golden({"amount": 100}, "given", schedule=[0, 0.1, 0.2, 0.3, 0.4])
    assert found.series("senior.principal_paid")[1:6] == pytest.approx([0, 10, 20, 30, 40])


def test_the_least_of_all_limits_is_the_debt() -> None:
    limits = {"dscr": 1.30, "llcr": 1.30, "gearing": 0.7, "amount": 300}
    assert golden(limits, "sculpted").value("senior.commitment") == pytest.approx(280.0)
    assert golden(limits | {"gearing": 0.9}, "sculpted").value("senior.commitment") == pytest.approx(300.0)
    assert golden(limits | {"gearing": 0.9, "llcr": 1.5}, "sculpted").value("senior.commitment") == pytest.approx(
        DEBT * 1.3 / 1.5, abs=5e-7
    )
    assert golden(limits | {"gearing": 0.9, "amount": 1000}, "sculpted").value("senior.commitment") == pytest.approx(
        DEBT, abs=5e-7
    )


def test_the_weaker_of_two_sizing_cases_decides_period_by_period() -> None:
    """At 80 % of revenue and 1.04x lenders see exactly the base case at 1.30x; at 1.00x less binds the base case."""
    same = golden({"dscr": 1.30, "downside": {"dscr": 1.04, "revenue_factor": 0.8}}, "sculpted")
    assert same.value("senior.commitment") == pytest.approx(DEBT, abs=5e-7)
    weaker = golden({"dscr": 1.30, "downside": {"dscr": 1.30, "revenue_factor": 0.8}}, "sculpted")
    assert weaker.value("senior.commitment") == pytest.approx(0.8 * DEBT, abs=5e-7)
    assert weaker.series("dscr")[1:6] == pytest.approx([1.3 / 0.8] * 5)
    base = golden({"dscr": 1.30, "downside": {"dscr": 1.00, "revenue_factor": 0.8}}, "sculpted")
    assert base.value("senior.commitment") == pytest.approx(DEBT, abs=5e-7)


def test_a_target_that_rises_with_the_years_is_met_in_each_of_them() -> None:
    found = golden({"dscr": {"by_year": {2027: 1.2, 2030: 1.4}}}, "sculpted")
    assert found.series("dscr")[1:6] == pytest.approx([1.2, 1.2, 1.4, 1.4, 1.4])


def taxed(tax_in_sizing: str) -> Batch:
    """At 20 % on cash less interest less 40 a year of depreciation, which is never a loss here."""
    return golden({"dscr": 1.30, "tax": tax_in_sizing}, "sculpted", tax={"cit_rate": 0.2, "write_off_at_end": False})


def test_sized_on_cash_after_tax_cover_after_tax_is_the_target() -> None:
    found = taxed("levered")
    interest = found.series("senior.interest_paid")[1:6]
    assert found.series("tax_paid")[1:6] == pytest.approx(0.2 * (np.array(CFADS) - interest - 40))
    assert found.series("dscr")[1:6] == pytest.approx([1.3] * 5)


def test_sized_without_the_interest_shield_the_debt_is_what_cash_after_unlevered_tax_repays() -> None:
    debt = sum((cash - 0.2 * (cash - 40)) / 1.3 / 1.1**year for year, cash in enumerate(CFADS, 1))
    assert taxed("unlevered").value("senior.commitment") == pytest.approx(debt)
    assert taxed("unlevered").value("dscr_minimum") > 1.3


def test_sized_before_tax_the_debt_is_the_golden_one() -> None:
    assert taxed("none").value("senior.commitment") == pytest.approx(DEBT, abs=5e-7)
    assert taxed("none").series("dscr_before_tax")[1:6] == pytest.approx([1.3] * 5)
