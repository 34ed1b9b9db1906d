"""Grants: what is agreed at close stays agreed, what is used lowers the cost of assets, and nothing is used twice."""

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import PLAIN, granted


def test_debt_and_equity_pay_for_what_the_grant_leaves() -> None:
    """Uses of 1,000 without any cost of finance: 300 granted, 400 lent, 300 from sponsors, half in each year."""
    found = sized(granted(amount=300.0))
    assert found.value("city.counted_on") == pytest.approx(300)
    assert found.value("sponsor_commitment") == pytest.approx(300)
    for line, each in (("city.used", 150), ("senior.drawdown", 200), ("equity_drawdown", 150)):
        assert list(found.series(line)[:3]) == pytest.approx([each, each, 0]), line


def test_gearing_is_measured_on_total_uses_grants_included() -> None:
    found = sized(granted(amount=300.0, **{"facilities.senior.sizing": {"gearing": 0.6}}))
    assert found.value("senior.commitment") == pytest.approx(600)
    assert found.value("sponsor_commitment") == pytest.approx(100)


def test_the_assets_cost_less_by_the_grant_and_less_is_written_off() -> None:
    found = sized(granted(amount=300.0))
    assert found.series("assets_closing")[1] == pytest.approx(700)
    assert found.series("depreciation")[2] == pytest.approx(700 / 8)


def test_what_was_agreed_does_not_rise_with_the_cost_of_the_work() -> None:
    """A fifth dearer: the grant's 300 are drawn sooner and stay 300; the sponsors support the 200 that are missing."""
    found = held(granted(share=0.3), {"capex.plant.overrun": 0.2})
    assert list(found.series("city.used")[:2]) == pytest.approx([180, 120])
    assert found.value("support_total") == pytest.approx(200)


def test_work_that_costs_less_draws_less_of_the_grant() -> None:
    found = held(granted(amount=300.0), {"capex.plant.overrun": -0.2})
    assert found.series("city.used").sum() == pytest.approx(240)
    assert found.value("grants_not_used") == pytest.approx(60)


def test_what_the_grantor_does_not_pay_after_close_the_sponsors_pay() -> None:
    found = held(granted(amount=300.0), {"grants.city.paid_share": 0.5})
    assert found.value("city.counted_on") == pytest.approx(300)
    assert found.series("city.received").sum() == pytest.approx(150)
    assert found.value("support_total") == pytest.approx(150)


def test_what_the_grantor_is_not_expected_to_pay_is_not_counted_on() -> None:
    found = sized(granted(amount=300.0, paid_share=0.5))
    assert found.value("city.counted_on") == pytest.approx(150)
    assert found.value("sponsor_commitment") == pytest.approx(450)
    assert found.value("support_total") == pytest.approx(0, abs=1e-9)


def test_a_second_grant_pays_from_what_the_first_leaves() -> None:
    """600 come first: 500 and 100; half of the 400 that are left is granted too, and comes as they arise."""
    both = {
        "city": {"type": "capital_grant", "amount": 600.0, "drawn": "first"},
        "fund": {"type": "capital_grant", "amount": 200.0, "grantor": "green_fund"},
    }
    found = sized({**PLAIN, "facilities.senior.sizing": {"amount": 100.0}, "grants": both})
    assert list(found.series("city.used")[:2]) == pytest.approx([500, 100])
    assert list(found.series("fund.used")[:2]) == pytest.approx([0, 200])
    assert found.value("grant_total") == pytest.approx(800)
    assert list(found.series("grants_received")[:2]) == pytest.approx([500, 300])
    assert found.series("party_green_fund.net")[1] == pytest.approx(-200)


def test_grants_above_all_uses_are_flagged_and_up_to_them_are_not() -> None:
    assert sized(granted(amount=1000.0)).value("city.above_uses") == 0
    assert sized(granted(amount=1001.0)).value("city.above_uses") == 1


@pytest.mark.parametrize("drawn", ["first", "pro_rata"])
def test_a_grant_of_nothing_changes_nothing(drawn: str) -> None:
    without, found = sized(PLAIN), sized(granted(amount=0.0, drawn=drawn))
    for line in ("total_uses", "senior.commitment", "sponsor_commitment", "equity_irr"):
        assert found.value(line) == pytest.approx(without.value(line)), line
