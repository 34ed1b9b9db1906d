"""Golden values of debt: sculpting, sizing, level and equal repayment, average cover; through whole cases."""

from typing import Any

import numpy as np
import numpy_financial
import pytest

from finmodel.engines.numpy_engine import Batch
from tests.modelled import modelled

CFADS = [100, 105, 110, 115, 120]
DEBT = 317.990527


def golden(sizing: dict[str, Any], profile: str, cash: list[float] | list[int] = CFADS) -> Batch:
    """Five years of cash after one year of construction, at 10 % interest."""
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
            "revenue": {"sales": {"type": "plain_stream", "amount": {"by_period": [0, *cash]}}},
            "facilities": {
                "senior": {
                    "type": "term_loan",
                    "base_rate": 0.10,
                    "day_count": "30_360",
                    "tenor_months": 72,
                    "sizing": sizing,
                    "repayment": {"profile": profile},
                }
            },
            "tax": {"regime": "kz_standard", "cit_rate": 0},
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
