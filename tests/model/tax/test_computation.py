"""Tax computation: losses used oldest first, expiring unused, and tax on what is left."""

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.tax.computation import computation
from tests.oracles.sections import run_parts


def tax(profits: list[float], years: float = 10.0, months: float = 12.0, **more: float) -> Batch:
    return run_parts(
        [computation.part()],
        len(profits),
        {
            "result_before_tax": profits,
            "tax_depreciation_total": more.get("wear", 0.0),
            "deductible_interest": more.get("interest", 0.0),
            "loss_carry_forward_years": years,
            "period_months": months,
            "tax_rate": 0.20,
        },
    )


def test_profit_is_the_result_less_wear_and_interest() -> None:
    found = tax([100, 100], wear=30.0, interest=20.0)
    assert list(found.series("profit")) == pytest.approx([50, 50])
    assert list(found.series("tax")) == pytest.approx([10, 10])


def test_a_loss_is_used_before_tax_is_paid_and_what_is_not_used_is_carried_on() -> None:
    found = tax([-100, 60, 60, 60])
    assert list(found.series("losses_used")) == pytest.approx([0, 60, 40, 0])
    assert list(found.series("losses_closing")) == pytest.approx([100, 40, 0, 0])
    assert list(found.series("tax")) == pytest.approx([0, 0, 4, 12])


def test_a_loss_may_be_used_in_exactly_the_years_after_its_own() -> None:
    """A loss of year 1 with two years of carry-forward still helps in year 3 and no longer in year 4."""
    assert list(tax([-100, 0, 70, 70], years=2).series("losses_used")) == pytest.approx([0, 0, 70, 0])
    assert list(tax([-100, 0, 0, 70], years=2).series("losses_used")) == pytest.approx([0, 0, 0, 0])


def test_what_is_left_of_an_old_loss_expires_and_a_younger_one_lives_on() -> None:
    """100 of year 1 and 50 of year 2, two years of carry-forward: 30 used of the first, 70 expire, 50 remain."""
    found = tax([-100, -50, 30, 80, 80], years=2)
    assert list(found.series("losses_expired")) == pytest.approx([0, 0, 0, 70, 0])
    assert list(found.series("losses_used")) == pytest.approx([0, 0, 30, 50, 0])
    assert list(found.series("taxable_income")) == pytest.approx([0, 0, 0, 30, 80])
    assert list(found.series("losses_closing")) == pytest.approx([100, 150, 120, 0, 0])


def test_the_oldest_loss_is_used_first_so_that_less_expires() -> None:
    found = tax([-40, -40, 40, 0, 40], years=3)
    assert list(found.series("losses_expired")) == pytest.approx([0, 0, 0, 0, 0])
    assert list(found.series("tax")) == pytest.approx([0, 0, 0, 0, 0])


def test_without_carry_forward_every_loss_is_lost() -> None:
    found = tax([-100, 60, -10, 60], years=0)
    assert list(found.series("losses_expired")) == pytest.approx([0, 100, 0, 10])
    assert list(found.series("tax")) == pytest.approx([0, 12, 0, 12])


def test_years_are_counted_in_periods() -> None:
    found = tax([-100, 0, 0, 0, 70, 70], years=2, months=6.0)
    assert found.value("carry_forward_periods") == 4
    assert list(found.series("losses_used")) == pytest.approx([0, 0, 0, 0, 70, 0])


def test_every_loss_is_in_the_end_used_expired_or_still_there() -> None:
    found = tax([-100, 30, -70, 20, -10, 55, 5, -40], years=3)
    gone = found.series("losses_used").sum() + found.series("losses_expired").sum()
    assert gone + found.series("losses_closing")[-1] == pytest.approx(found.series("loss").sum())
    assert found.series("losses_closing").min() >= 0
