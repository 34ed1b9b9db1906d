"""Grant account: money that is early waits, earns interest as reserves do, and goes back if it is not used."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import granted

EARLY = granted(amount=600.0, drawn="on_milestone", milestones=[1.0])


def test_money_that_is_not_needed_yet_waits_in_the_account() -> None:
    found = sized(EARLY)
    assert list(found.series("city.account_closing")[:3]) == pytest.approx([100, 0, 0])
    assert list(found.series("city.unspent")[:3]) == pytest.approx([100, 0, 0])
    assert found.series("cash_closing")[0] == pytest.approx(0)
    assert found.value("master_check") == 1


def test_the_account_earns_what_reserves_earn() -> None:
    found = sized({**EARLY, "reserves": {"reserve_rate": 0.05}})
    assert found.series("interest_income")[1] == pytest.approx(5)


def test_what_the_work_does_not_take_goes_back_when_it_is_completed() -> None:
    """The work costs 500 instead of 1,000: 250 are used in each year, and 100 of 600 are left."""
    found = held(EARLY, {"capex.plant.overrun": -0.5})
    assert list(found.series("city.used")[:2]) == pytest.approx([250, 250])
    assert list(found.series("city.returned")[:3]) == pytest.approx([0, 100, 0])
    assert found.series("city.account_closing")[1] == pytest.approx(0)
    assert found.series("assets_closing")[1] == pytest.approx(0, abs=1e-9)
    assert found.value("master_check") == 1


def test_money_that_comes_after_it_is_needed_is_flagged_by_plan_and_bridged_on_request() -> None:
    """600 with the second year's work of 500: 100 come too late, unless a loan pays 300 of the first year's."""
    terms = {"amount": 600.0, "drawn": "on_milestone", "milestones": [0.0, 1.0]}
    late, bridged = sized(granted(**terms)), sized(granted(**terms, bridge={"rate": 0.0}))
    assert late.value("city.late") == 1
    assert late.value("city.unused_by_plan") == pytest.approx(100)
    assert bridged.value("city.late") == 0
    assert list(bridged.series("city.used")[:2]) == pytest.approx([300, 300])
    assert list(bridged.series("city.bridge_closing")[:3]) == pytest.approx([300, 0, 0])


def test_what_turns_out_otherwise_is_no_fault_of_the_plan() -> None:
    assert held(EARLY, {"capex.plant.overrun": -0.5}).value("city.late") == 0
