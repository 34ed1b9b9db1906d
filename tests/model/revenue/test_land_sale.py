"""Land sale: plots sold as planned, as long as there are any, paid in instalments, less the cost of sale."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

SITES: dict[str, Any] = {
    "type": "land_sale",
    "area": 25.0,
    "sold": 10.0,
    "price": 4.0,
}


def sites(**terms: Any) -> dict[str, Any]:
    """10 ha a year from the first year of operation on, of 25 there are, at 4 a hectare."""
    return {"revenue.sites": {**SITES, **terms}, "indices": {"cpi": {"rate": 0.1}}}


def test_land_is_sold_as_planned_until_there_is_none() -> None:
    found = sized(sites())
    assert list(found.series("sites.area_sold")[1:7]) == pytest.approx([0, 10, 10, 5, 0, 0])
    assert list(found.series("sites.revenue")[1:7]) == pytest.approx([0, 40, 40, 20, 0, 0])
    assert found.series("party_buyers.paid") == pytest.approx(found.series("sites.received"))


def test_the_price_follows_its_path_and_index() -> None:
    found = sized(sites(price={"by_year": {2027: 4.0, 2030: 5.0}}, indexation={"cpi": 1.0}))
    assert list(found.series("sites.revenue")[2:4]) == pytest.approx([40 * 1.1**2, 50 * 1.1**3])


def test_the_rest_of_the_price_is_owed_until_it_is_paid() -> None:
    found = sized(sites(share_at_signing=0.4, rest_after_periods=2))
    assert list(found.series("sites.received")[1:8]) == pytest.approx([0, 16, 16, 8 + 24, 24, 12, 0])
    assert list(found.series("sites.receivable")[1:8]) == pytest.approx([0, 24, 48, 36, 12, 0, 0])
    assert found.value("master_check") == 1


def test_days_of_payers_come_on_top_of_the_instalments() -> None:
    found = sized(sites(share_at_signing=0.4, rest_after_periods=1) | {"working_capital": {"receivable_days": 73}})
    assert list(found.series("sites.received")[2:5]) == pytest.approx([12.8, 16 + 19.2, 9.6 + 24])


def test_selling_costs_a_share_of_the_price_at_signing() -> None:
    found = sized(sites(cost_share=0.05, share_at_signing=0.4, rest_after_periods=2))
    assert list(found.series("sites.cost_of_sale")[2:5]) == pytest.approx([2, 2, 1])
    assert found.series("party_agent.received") == pytest.approx(found.series("sites.cost_of_sale"))
    assert found.series("opex_total")[2] == pytest.approx(52)


def test_a_late_completion_postpones_sales_and_a_poor_market_slows_them() -> None:
    late = held(sites(), {"timing.delay_months": 12})
    assert list(late.series("sites.area_sold")[1:5]) == pytest.approx([0, 0, 20, 5])
    slow = sized(sites(sales_factor=0.5))
    assert list(slow.series("sites.area_sold")[2:8]) == pytest.approx([5] * 5 + [0])
