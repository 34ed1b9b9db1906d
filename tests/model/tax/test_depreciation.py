"""Tax depreciation in total, and of works alone."""

import pytest

from tests.model.small_case import sized


def test_the_total_adds_every_pool_and_the_works_leave_financing_out() -> None:
    found = sized(
        {
            "capex.servers": {"unit_cost": 80.0, "tax_pool": "computers"},
            "tax_pools": {"machinery": {"rate": 0.25}, "computers": {"rate": 0.40}},
        }
    )
    works = found.series("machinery.depreciation") + found.series("computers.depreciation")
    financing = found.series("capitalised_financing.depreciation")
    assert financing.sum() > 30
    assert list(found.series("tax_depreciation_works")) == pytest.approx(list(works))
    assert list(found.series("tax_depreciation_total")) == pytest.approx(list(works + financing))
