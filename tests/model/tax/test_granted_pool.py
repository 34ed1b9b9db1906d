"""Granted pool: what is depreciated for tax is lowered by the grant where the case says so, to 0 at most."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted

TAXED = {"tax.cit_rate": 0.2}


def test_a_grant_lowers_the_pool_that_it_names() -> None:
    found = sized(granted(amount=300.0, tax_pool="machinery", **TAXED))
    assert list(found.series("machinery.additions")[:2]) == pytest.approx([350, 350])
    assert found.series("machinery.depreciation")[2] == pytest.approx(0.25 * 700)


def test_a_grant_lowers_no_pool_unless_it_names_one() -> None:
    found = sized(granted(amount=300.0, **TAXED))
    assert list(found.series("machinery.additions")[:2]) == pytest.approx([500, 500])


def test_a_pool_is_not_lowered_below_nothing_and_makes_up_for_cost_that_comes_later() -> None:
    """A pool that costs 50 in each year: 150 granted in the first, and the second year's 50 are lowered too."""
    small = {"capex": {"plant": {"unit_cost": 900.0, "tax_pool": "none"}, "meters": {"unit_cost": 100.0}}}
    found = sized(granted(amount=300.0, tax_pool="machinery", **small, **TAXED))
    assert list(found.series("machinery.additions")[:2]) == pytest.approx([0, 0])
    early = sized(granted(amount=60.0, drawn="first", tax_pool="machinery", **small, **TAXED))
    assert list(early.series("machinery.additions")[:2]) == pytest.approx([0, 40])


def test_tax_is_higher_by_what_is_no_longer_deducted() -> None:
    lowered = sized(granted(amount=300.0, tax_pool="machinery", **TAXED)).series("tax_paid").sum()
    whole = sized(granted(amount=300.0, **TAXED)).series("tax_paid").sum()
    assert lowered - whole == pytest.approx(0.2 * 300)
