"""A bond placed at close, by hand: 400 are issued at the end of 2027 and wait for the works of 2028 at 4 %."""

from typing import Any

import pytest

from tests.inputs.test_sustainability_linked import problems
from tests.model.small_case import held, sized
from tests.model.thematic.linked_deal import bullet


def placed(kind: str = "bond", /, **terms: Any) -> dict[str, Any]:
    deal = bullet(kind, sizing={"amount": 400.0}, placed="at_close", **{"proceeds_rate": 0.04, **terms})
    return {**deal, "timing.construction_months": 24}


def test_all_is_issued_at_close_and_waits_until_it_is_drawn() -> None:
    found = sized(placed())
    drawn = found.series("senior.drawdown")
    assert drawn[0] + drawn[1] == pytest.approx(400)
    assert list(found.series("senior.closing")[:3]) == pytest.approx([400, 400, 400])
    assert list(found.series("senior.waiting")[:3]) == pytest.approx([400 - drawn[0], 0, 0])
    assert found.series("party_bondholder.paid")[0] == pytest.approx(400)


def test_interest_runs_on_all_of_it_and_what_waits_earns_less() -> None:
    found, needed = sized(placed()), sized({**placed(), "facilities": bullet(sizing={"amount": 400.0})["facilities"]})
    waiting = found.series("senior.waiting")[0]
    assert found.series("senior.interest_during_construction")[1] == pytest.approx(0.15 * 400)
    assert found.series("senior.waiting_interest")[1] == pytest.approx(-0.04 * waiting)
    assert found.value("total_uses") == pytest.approx(1000 + 60 - 0.04 * waiting)
    assert found.value("total_uses") > needed.value("total_uses")
    assert found.value("master_check") == 1


def test_its_labelled_proceeds_come_at_once() -> None:
    found = sized(placed("green_bond", issue_price=0.98))
    assert list(found.series("senior.labelled_proceeds")[:3]) == pytest.approx([392, 0, 0])


def test_what_the_works_do_not_need_is_left_to_the_company() -> None:
    """The works cost 30 less than the contract counts on: bond and sponsors' money are drawn for less."""
    found = held(placed(), {"capex.plant.unit_cost": 970.0})
    assert found.series("senior.left_over")[1] == pytest.approx(400 - found.series("senior.drawdown").sum())
    assert found.series("senior.left_over")[1] > 5
    assert found.series("senior.waiting")[1] == pytest.approx(0)
    assert found.value("master_check") == 1


def test_the_all_in_rate_counts_from_the_day_of_issue() -> None:
    assert sized(placed(proceeds_rate=0.0)).value("senior.cost_rate") == pytest.approx(0.15, abs=3e-4)


@pytest.mark.parametrize(
    ("terms", "place"),
    [
        ({"construction_interest": "added"}, "construction_interest"),
        ({"pik_margin": 0.02}, "pik_margin"),
        ({"interest_on": "average_balance", "construction_interest": "funded"}, "interest_on"),
    ],
)
def test_a_bond_whose_money_cannot_wait_is_told(terms: dict[str, Any], place: str) -> None:
    assert any(f"facilities.senior.{place}: does not go with" in message for message in problems(placed(**terms)))


def test_interest_on_what_does_not_wait_is_told() -> None:
    (message,) = problems(bullet(proceeds_rate=0.04))
    assert "nothing waits: the bond is placed as needed; write placed: at_close" in message
