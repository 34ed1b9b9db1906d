"""Tax pool: what goes in, is written down in operation, and written off at the end."""

import pytest

from tests.model.small_case import sized

TAXED = {"tax.cit_rate": 0.2, "tax.financing_pool": "none"}


def test_works_are_collected_in_construction_and_written_down_in_operation() -> None:
    found = sized(TAXED)
    assert list(found.series("machinery.additions")[:3]) == pytest.approx([500, 500, 0])
    assert list(found.series("machinery.depreciation")[:4]) == pytest.approx([0, 0, 250, 187.5])


def test_the_rest_is_written_off_with_the_last_period_of_operation() -> None:
    found = sized(TAXED)
    left = 1000 * 0.75**7
    assert found.series("machinery.depreciation")[9] == pytest.approx(left)
    assert found.series("machinery.closing")[9] == pytest.approx(0)
    assert found.series("machinery.depreciation").sum() == pytest.approx(1000)


def test_the_rest_is_written_off_where_the_concession_ends_inside_a_period() -> None:
    found = sized({**TAXED, "timing.operation_months": 90})
    assert found.series("last_operation_flag")[9] == 1
    assert found.series("machinery.closing")[9] == pytest.approx(0)


def test_without_a_write_off_the_rest_stays() -> None:
    found = sized({**TAXED, "tax.write_off_at_end": False})
    assert found.series("machinery.closing")[-1] == pytest.approx(1000 * 0.75**8)


def test_capitalised_fees_and_interest_are_written_down_beside_the_works() -> None:
    found = sized({"tax.cit_rate": 0.2, "facilities.senior.upfront_fee_rate": 0.01})
    cost = found.series("financing_cost")
    assert list(found.series("capitalised_financing.additions")) == pytest.approx(list(cost))
    assert found.series("capitalised_financing.depreciation")[2] == pytest.approx(cost.sum() / 4)
