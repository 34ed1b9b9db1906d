"""Cover of named events: nothing without one, and the share of the shortfall that it causes."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import guarantee, shocked

POLICY = guarantee("political_risk_insurance", events="Expropriation", coverage=0.9, cap_share=0.95)


@pytest.mark.parametrize(("caused", "paid"), [(0.0, 0), (0.5, 27), (1.0, 54)])
def test_the_insurer_pays_its_share_of_what_the_event_causes(caused: float, paid: float) -> None:
    found = shocked({2030: 90}, shock={"guarantees.policy.event": caused}, policy=POLICY)
    assert found.series("policy.paid")[3] == pytest.approx(paid)
    assert found.series("arrears")[3] == pytest.approx(60 - paid)


def test_without_a_shortfall_an_event_costs_the_insurer_nothing() -> None:
    found = shocked({}, shock={"guarantees.policy.event": 1.0}, policy=POLICY)
    assert found.value("policy.drawn_total") == 0


def test_an_event_of_some_years_is_given_by_year() -> None:
    event = {"by_year": {2027: 0.0, 2031: 1.0, 2032: 0.0}}
    policy = guarantee("partial_risk_guarantee", events="Breach", amount=500.0, event=event)
    found = shocked({2030: 90, 2031: 30}, policy=policy)
    assert list(found.series("policy.paid")[3:5]) == pytest.approx([0, 140 + 6 - 30])
