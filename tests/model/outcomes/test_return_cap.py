"""Cap on the return before financing: exact where it binds, not felt where it does not, and it all goes back."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

OUTCOME = {"baseline": 0.0, "measured": 40.0, "rate": 10.0}
"""400 a year for eight years, against 1,000 of construction and 50 a year."""


def deal(rate: float | None = None, **terms: Any) -> dict[str, Any]:
    cap = {} if rate is None else {"return_cap": {"rate": rate, **terms.pop("cap", {})}}
    stream = {"type": "pay_for_performance", "outcomes": {"time": OUTCOME}, **cap, **terms}
    return {"revenue.payment.amount": 10.0, "revenue.signals": stream}


def test_the_return_before_financing_is_the_cap_to_nine_digits() -> None:
    assert sized(deal()).value("project_irr_pre_tax") > 0.2
    for rate in (0.08, 0.15, 0.2):
        found = sized(deal(rate))
        assert found.value("project_irr_pre_tax") == pytest.approx(rate, abs=1e-9)
        assert found.value("master_check") == 1


def test_what_is_returned_is_worked_out_period_by_period() -> None:
    """500 at the end of 2027 and 2028, then 360 a year, at 10 % on the days of each year."""
    found = sized(deal(0.10))
    owed = [500.0, 500 * 1.1 ** (366 / 365) + 500]
    for days in (365, 365, 365):
        owed.append(max(owed[-1] * 1.1 ** (days / 365) - 360, 0))
    assert found.series("signals.owed_at_cap")[:5] == pytest.approx(owed)
    paid_back = 360 - owed[4] * 1.1 ** (366 / 365)
    assert found.series("signals.returned")[:6] == pytest.approx([0, 0, 0, 0, 0, paid_back])
    assert found.series("signals.returned")[6:10] == pytest.approx([360] * 4)


def test_a_cap_that_is_never_reached_changes_nothing() -> None:
    plain, capped = sized(deal()), sized(deal(0.9))
    assert capped.value("signals.returned_total") == 0
    for name in ("project_irr_pre_tax", "equity_irr", "senior.commitment", "signals.payer_cost"):
        assert capped.value(name) == pytest.approx(plain.value(name), rel=1e-12)


def test_the_payer_has_it_back_and_it_counts_as_a_cost_ahead_of_lenders() -> None:
    plain, found = sized(deal()), sized(deal(0.10))
    back = found.series("signals.returned")
    assert found.series("party_authority.received") == pytest.approx(back)
    assert found.series("cfads") == pytest.approx(plain.series("cfads") - back)
    assert found.value("signals.payer_cost") == pytest.approx(8 * 400 - back.sum())


def test_the_provider_may_have_it_instead() -> None:
    found = sized(deal(0.10, cap={"returned_to": "provider"}))
    assert found.series("party_provider.received") == pytest.approx(found.series("signals.returned"))
    assert found.value("signals.payer_cost") == pytest.approx(8 * 400)


def test_no_more_is_returned_than_the_stream_has_brought() -> None:
    """With 900 a year of another payer the return is above the cap by itself: all 400 go back, and no more."""
    found = sized({**deal(0.05), "revenue.payment.amount": 900.0})
    assert found.series("signals.returned").max() == pytest.approx(400)
    assert found.value("project_irr_pre_tax") > 0.05


def test_with_the_debt_held_the_cap_works_on_what_turns_out() -> None:
    rich, poor = deal(0.15), deal(0.15, achievement=0.6)
    found = held(rich, poor)
    assert found.value("signals.returned_total") < sized(rich).value("signals.returned_total")
    assert found.value("project_irr_pre_tax") < 0.15 + 1e-9
    assert found.value("master_check") == 1


def test_savings_are_capped_in_the_same_way_and_the_client_keeps_the_excess() -> None:
    lights = {"type": "energy_performance", "model": "shared_savings", "baseline": 1000.0, "measured": 500.0,
              "tariff": 1.0, "savings_share": 0.8, "return_cap": {"rate": 0.12}}  # fmt: skip
    found = sized({"revenue.payment.amount": 10.0, "revenue.lights": lights})
    assert found.value("project_irr_pre_tax") == pytest.approx(0.12, abs=1e-9)
    assert found.series("lights.client_gain")[9] == pytest.approx(100 + found.series("lights.returned")[9])
    assert found.value("master_check") == 1
