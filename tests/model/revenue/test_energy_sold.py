"""Energy sold: what a plant that ages yields, under the agreement, on the market, and from whom the money comes."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

MARKET = {"price": 0.3, "capture_rate": 0.8, "curtailment": 0.1}
SOLAR: dict[str, Any] = {
    "type": "energy_sold",
    "capacity": 2.0,
    "yield_hours": 500.0,
    "price": 0.4,
    "term_years": 3.0,
    "market": MARKET,
}


def solar(**terms: Any) -> dict[str, Any]:
    """1,000 a year at 0.4 for three years of eight, then 900 of 1,000 at 0.24; beside the payment of the small deal."""
    plant = {key: value for key, value in {**SOLAR, **terms}.items() if value is not None}
    return {"revenue.solar": plant, "indices": {"cpi": {"rate": 0.1}, "wages": {"rate": 0.05}}}


def test_the_agreement_takes_all_for_its_term_and_the_market_the_rest() -> None:
    found = sized(solar())
    assert list(found.series("solar.energy_under_agreement")[1:7]) == pytest.approx([0, 1000, 1000, 1000, 0, 0])
    assert list(found.series("solar.energy_curtailed")[1:7]) == pytest.approx([0, 0, 0, 0, 100, 100])
    assert list(found.series("solar.energy_on_market")[1:7]) == pytest.approx([0, 0, 0, 0, 900, 900])
    assert list(found.series("solar.revenue_agreed")[1:7]) == pytest.approx([0, 400, 400, 400, 0, 0])
    assert list(found.series("solar.revenue_on_market")[1:7]) == pytest.approx([0, 0, 0, 0, 216, 216])
    assert list(found.series("solar.revenue")) == pytest.approx([0, 0, 400, 400, 400, *[216] * 5, 0])


def test_a_period_in_which_the_agreement_ends_is_split_by_months() -> None:
    """A term of 2.25 years: three months of the third year of operation are sold under it, nine on the market."""
    found = sized(solar(term_years=2.25))
    assert list(found.series("solar.agreement_time")[1:6]) == pytest.approx([0, 1, 1, 0.25, 0])
    assert found.series("solar.revenue")[4] == pytest.approx(250 * 0.4 + 675 * 0.24)


def test_the_term_runs_from_completion_and_a_late_plant_keeps_it_in_full() -> None:
    found = held(solar(), {"timing.delay_months": 6})
    assert list(found.series("solar.energy_under_agreement")[2:7]) == pytest.approx([500, 1000, 1000, 500, 0])
    assert found.series("solar.energy_on_market")[5] == pytest.approx(450)


def test_what_the_plant_loses_is_compound_and_counts_by_year_of_operation() -> None:
    found = sized(solar(degradation=0.02, availability=0.95, losses=0.04) | {"timing.construction_months": 18})
    left = [0.5, (1 + 0.98) / 2, (0.98 + 0.98**2) / 2]
    assert list(found.series("solar.yield_left")[1:4]) == pytest.approx([1, *left[1:]])
    produced = [1000 * time * 0.95 * 0.96 for time in left]
    assert list(found.series("solar.energy_produced")[1:4]) == pytest.approx(produced)


def test_energy_may_be_stated_by_the_year_and_a_poor_year_is_a_factor() -> None:
    found = sized(solar(capacity=None, yield_hours=None, energy=800.0, resource_factor=0.9))
    assert found.series("solar.energy_produced")[2] == pytest.approx(720)


def test_only_a_share_may_be_contracted() -> None:
    found = sized(solar(contracted_share=0.6))
    assert found.series("solar.revenue")[2] == pytest.approx(600 * 0.4 + 360 * 0.24)


def test_each_price_has_its_own_indexation_and_a_share_may_follow_the_rate_of_exchange() -> None:
    """After two years: 30 % of the price with 1.05² − 1 of the dollar, 20 % with 1.1² − 1; the market by wages."""
    dollar = {"currencies": {"usd": {"spot": 500.0, "depreciation": 0.1}}}
    found = sized(
        solar(indexation={"usd": 0.3, "cpi": 0.2}, contracted_share=0.5, market={**MARKET, "indexation": {"wages": 1}})
        | dollar
    )
    rise = found.series("usd.level")[2] - 1
    assert rise > 0.2
    assert found.series("solar.price_agreed")[2] == pytest.approx(0.4 * (1 + 0.3 * rise + 0.2 * 0.21))
    assert found.series("solar.price_captured")[2] == pytest.approx(0.3 * 0.8 * 1.05**2)


def test_either_price_may_be_in_another_currency() -> None:
    dollar = {"currencies": {"usd": {"spot": 500.0, "depreciation": 0.0}}}
    agreed = sized(solar(currency="usd", price=0.0008) | dollar)
    assert agreed.series("solar.price_agreed")[2] == pytest.approx(0.4)
    assert agreed.series("solar.price_captured")[2] == pytest.approx(0.24)
    market = sized(solar(market={**MARKET, "price": 0.0006, "currency": "usd"}) | dollar)
    assert market.series("solar.price_agreed")[2] == pytest.approx(0.4)
    assert market.series("solar.price_captured")[2] == pytest.approx(0.24)


def test_each_buyer_pays_for_what_it_takes_after_its_days() -> None:
    found = sized(solar() | {"working_capital": {"receivable_days": 73}})
    assert list(found.series("party_offtaker.paid")[2:7]) == pytest.approx([320, 400, 400, 80, 0])
    assert list(found.series("party_energy_market.paid")[4:7]) == pytest.approx([0, 172.8, 216])
    assert found.value("master_check") == 1


def test_without_an_agreement_all_is_sold_on_the_market_and_without_a_market_all_under_the_agreement() -> None:
    merchant = sized(solar(price=None, term_years=None))
    assert merchant.series("solar.revenue")[2] == pytest.approx(216)
    assert merchant.series("party_energy_market.paid") == pytest.approx(merchant.series("solar.received"))
    agreed = sized(solar(term_years=None, market=None))
    assert list(agreed.series("solar.revenue")[1:11]) == pytest.approx([0, *[400] * 8, 0])
    assert agreed.series("party_offtaker.paid") == pytest.approx(agreed.series("solar.received"))
