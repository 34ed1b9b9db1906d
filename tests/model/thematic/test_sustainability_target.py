"""Sustainability target: the step of the coupon by hand, its golden present value, and what a call makes of it."""

import pytest

from tests.model.prepayment.deals import EQUAL
from tests.model.refinancing.deals import refinanced
from tests.model.small_case import held, sized
from tests.model.thematic.linked_deal import TARGET, linked

STEPPED = [0.15, 0.15, 0.15, 0.15, 0.1525, 0.1525]
"""From 2027: the target is missed at the end of 2030, the coupon of 2031 is the next one."""


def test_a_target_missed_steps_the_coupon_up_from_the_next_one() -> None:
    found = sized(linked())
    assert list(found.series("senior.rate")[:6]) == pytest.approx(STEPPED)
    assert list(found.series("senior.interest_paid")[1:6]) == pytest.approx([15, 15, 15, 15.25, 15.25])


def test_golden_25_points_in_years_4_and_5_at_15_per_cent_cost_0_2672_of_100() -> None:
    """Present values stand at financial close; the bond is issued a year of 15 % later."""
    found = sized(linked(miss_probability=0.3))
    assert found.value("senior_energy.missed_value") * 1.15 == pytest.approx(0.2672, abs=5e-5)
    assert found.value("senior.expected_steps_cost") * 1.15 == pytest.approx(0.0802, abs=5e-5)


def test_a_target_met_leaves_the_coupon_as_it_is() -> None:
    assert list(sized(linked(path=399)).series("senior.rate")[:6]) == pytest.approx([0.15] * 6)
    assert list(sized(linked(path=400)).series("senior.rate")[:6]) == pytest.approx([0.15] * 6)


def test_a_target_met_steps_the_coupon_down_where_that_is_agreed() -> None:
    found = sized(linked(path=380, step_down_rate=0.001, miss_probability=0.25))
    assert list(found.series("senior.rate")[3:6]) == pytest.approx([0.15, 0.149, 0.149])
    up, down = found.value("senior_energy.missed_value"), found.value("senior_energy.met_value")
    assert down == pytest.approx(up * 0.001 / 0.0025)
    assert found.value("senior_energy.expected_cost") == pytest.approx(0.25 * up - 0.75 * down)


def test_where_more_is_better_less_misses_the_target() -> None:
    more = {"better": "more", "baseline": 0, "target": 400}
    assert sized(linked(**more, path=399)).value("senior_energy.missed") == 1
    assert sized(linked(**more, path=400)).value("senior_energy.missed") == 0


def test_what_the_indicator_is_on_the_day_counts_and_no_other() -> None:
    path = {"by_period": [900, 800, 700, 399, 900, 900, 900, 900, 900, 900]}
    assert sized(linked(path=path)).value("senior_energy.missed") == 0


def test_the_step_waits_for_the_verifiers_report() -> None:
    found = sized(linked(verification_months=4))
    assert list(found.series("senior.rate")[3:6]) == pytest.approx([0.15, 0.15, 0.1525])


def test_a_scenario_that_misses_the_target_steps_the_coupon_of_a_signed_deal() -> None:
    met = linked(path=380)
    missed = held(met, {"facilities": {"senior": linked()["facilities"]["senior"]}})
    assert list(missed.series("senior.rate")[:6]) == pytest.approx(STEPPED)
    assert missed.value("equity_irr") < sized(met).value("equity_irr")
    assert missed.value("master_check") == 1


def test_two_targets_missed_add_their_steps() -> None:
    deal = linked()
    deal["facilities"]["senior"]["targets"]["sensors"] = {**TARGET, "observation_date": "2029-06-30"}
    assert list(sized(deal).series("senior.rate")[2:6]) == pytest.approx([0.15, 0.1525, 0.155, 0.155])


def test_a_call_before_the_day_of_observation_kills_the_step() -> None:
    """The deal refinanced at the end of 2030, against one in which nothing is called."""
    terms = {"type": "sustainability_linked_bond", "targets": {"energy": {**TARGET, "observation_date": "2031-12-31"}}}
    link = {f"facilities.senior.{key}": value for key, value in terms.items()}
    called, kept = sized({**refinanced(), **link}), sized({**EQUAL, **link})
    assert called.series("senior.closing")[3] == pytest.approx(0)
    assert called.value("senior_energy.missed") == 1
    assert called.value("senior_energy.missed_value") == pytest.approx(0, abs=1e-12)
    assert kept.value("senior_energy.missed_value") > 0.1
    assert called.value("master_check") == 1
