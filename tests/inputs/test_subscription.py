"""What a subscription must state, and the bounds of its figures."""

from pathlib import Path

from tests.inputs.good_case import said


def test_churn_and_price_are_asked_for(tmp_path: Path) -> None:
    found = said(tmp_path, overrides=["revenue.pass={type: subscription, new_subscribers: 5}"])
    assert ["revenue.pass.churn: is missing" in found[0], "revenue.pass.price: is missing" in found[1]] == [True, True]


def test_no_more_than_all_can_leave(tmp_path: Path) -> None:
    (message,) = said(
        tmp_path, overrides=["revenue.pass={type: subscription, new_subscribers: 5, churn: 120 %, price: 1}"]
    )
    assert "revenue.pass.churn: 120 % is above 100 %" in message


def test_somebody_subscribes(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["revenue.pass={type: subscription, churn: 20 %, price: 1}"])
    assert "revenue.pass: it is not said who subscribes; state opening_subscribers" in message
