"""Mini-perm: an annuity of a longer notional tenor, and the rest at the real one."""

from typing import Any

import numpy_financial
import pytest

from tests.model.small_case import sized


def mini_perm(notional: int, sizing: dict[str, float] | None = None, **more: object) -> dict[str, object]:
    """A loan of 600 over three years of repayment, as if over more."""
    return {
        "facilities.senior.sizing": sizing or {"amount": 600.0},
        "facilities.senior.tenor_months": 60,
        "facilities.senior.repayment": {"profile": "mini_perm", "notional_tenor_months": notional},
        **more,
    }


def service(changes: dict[str, object]) -> list[float]:
    found = sized(changes)
    both = found.series("senior.scheduled_interest") + found.series("senior.scheduled_principal")
    return [float(amount) for amount in both]


def test_instalments_are_the_annuity_of_the_notional_tenor_and_the_rest_falls_due_at_the_real_one() -> None:
    """600 over six years: 137.76 a year; after three of them 342.60 is left, due with the third."""
    level = -numpy_financial.pmt(0.10, 6, 600)
    left = -numpy_financial.pv(0.10, 3, -level)
    assert level == pytest.approx(137.7644, abs=1e-4)
    assert left == pytest.approx(-342.5998, abs=1e-4)
    assert service(mini_perm(96))[2:6] == pytest.approx([level, level, level - left, 0])


def test_a_notional_tenor_beyond_the_last_period_counts_on_at_its_rate() -> None:
    """Sixteen notional repayments, of which the model has columns for eight."""
    level = -numpy_financial.pmt(0.10, 16, 600)
    assert service(mini_perm(24 + 16 * 12))[2:4] == pytest.approx([level, level])


def test_without_interest_instalments_are_equal_parts_of_the_notional_tenor() -> None:
    base: Any = {"facilities.senior.base_rate": 0.0}
    assert service(mini_perm(96, **base))[2:5] == pytest.approx([100, 100, 400])
    assert service(mini_perm(24 + 16 * 12, **base))[2:5] == pytest.approx([37.5, 37.5, 525])


def test_with_the_real_tenor_as_notional_one_it_is_an_annuity() -> None:
    level = -numpy_financial.pmt(0.10, 3, 600)
    assert service(mini_perm(60))[2:6] == pytest.approx([level, level, level, 0])


def test_cover_is_asked_of_instalments_and_not_of_what_is_to_be_refinanced() -> None:
    """250 ÷ 1.25 = 200 a year repay 871 over six years, although 497 more than that falls due after three."""
    found = sized(mini_perm(96, {"dscr": 1.25}))
    assert found.value("senior.dscr_capacity") == pytest.approx(-numpy_financial.pv(0.10, 6, 200))
    assert found.series("dscr")[2:4] == pytest.approx([1.25, 1.25])
    assert found.series("dscr")[4] < 0.5


def test_a_mini_perm_that_nobody_refinances_is_in_arrears_at_maturity_and_says_so() -> None:
    found = sized(mini_perm(96))
    assert found.series("arrears")[3:5] == pytest.approx([0, 137.7644 + 342.5998 - 250], abs=1e-3)
    assert found.series("default_flag")[4] == 1
    assert found.value("master_check") == 1
