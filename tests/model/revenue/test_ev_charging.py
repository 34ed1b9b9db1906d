"""EV charging: kWh by chargers, power and use; what drivers pay, what platforms keep, what electricity costs."""

from typing import Any

import pytest

from tests.model.small_case import sized

CHARGERS: dict[str, Any] = {
    "type": "ev_charging",
    "chargers": 10.0,
    "power": 50.0,
    "utilisation": 0.1,
    "price": 0.001,
    "electricity_price": 0.0004,
}


def chargers(**terms: Any) -> dict[str, Any]:
    """10 × 50 kW × 10 % × 8,760 h = 438,000 kWh a year, sold for 438 and bought for 175.2."""
    stated = {key: value for key, value in {**CHARGERS, **terms}.items() if value is not None}
    return {"revenue.chargers": stated, "indices": {"cpi": {"rate": 0.1}, "power": {"rate": 0.2}}}


def test_energy_is_sold_at_one_price_and_bought_at_another() -> None:
    found = sized(chargers(indexation={"cpi": 1.0}, electricity_index="power"))
    assert found.series("chargers.energy_charged")[2] == pytest.approx(438_000)
    assert found.series("chargers.revenue")[2] == pytest.approx(438 * 1.21)
    assert found.series("chargers.cost")[2] == pytest.approx(175.2 * 1.44)
    assert found.series("opex_total")[2] == pytest.approx(50 + 175.2 * 1.44)


def test_more_is_bought_than_charged() -> None:
    found = sized(chargers(charging_losses=0.08))
    assert found.series("chargers.energy_bought")[2] == pytest.approx(438_000 / 0.92)


def test_drivers_pay_and_the_supplier_is_paid_after_their_days() -> None:
    found = sized(chargers() | {"working_capital": {"receivable_days": 73, "payable_days": 36.5}})
    assert list(found.series("party_drivers.paid")[2:4]) == pytest.approx([438 * 0.8, 438])
    assert list(found.series("party_electricity_supplier.received")[2:4]) == pytest.approx([175.2 * 0.9, 175.2])
    assert found.value("master_check") == 1


def test_use_ramps_up_by_year_of_operation_or_with_the_project() -> None:
    found = sized(chargers(ramp_up_profile=[0.4, 0.7, 1.0]))
    assert list(found.series("chargers.revenue")[2:6]) == pytest.approx([0.4 * 438, 0.7 * 438, 438, 438])
    slowly = sized(chargers() | {"timing.ramp_up_months": 12, "timing.ramp_up_start": 0.5})
    assert list(slowly.series("chargers.revenue")[2:4]) == pytest.approx([0.75 * 438, 438])


def test_sessions_pay_a_fee_and_platforms_keep_their_share_of_all_of_it() -> None:
    found = sized(chargers(session_fee=0.005, energy_per_session=20.0, roaming_share=0.1))
    assert found.series("chargers.sessions")[2] == pytest.approx(21_900)
    assert found.series("chargers.session_fees")[2] == pytest.approx(109.5)
    assert found.series("chargers.revenue")[2] == pytest.approx(0.9 * (438 + 109.5))


def test_with_a_margin_another_sells_the_electricity() -> None:
    found = sized(chargers(price=None, electricity_price=None, margin=0.0002))
    assert found.series("chargers.revenue")[2] == pytest.approx(87.6)
    assert "chargers.cost" not in found.lines


def test_chargers_are_added_year_by_year() -> None:
    found = sized(chargers(chargers={"by_year": {2027: 0.0, 2030: 10.0, 2031: 15.0}}))
    assert list(found.series("chargers.energy_charged")[2:5]) == pytest.approx([0, 438_000, 657_000])
