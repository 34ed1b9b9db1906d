"""What advertising must state, and the bounds of its figures."""

from pathlib import Path

from tests.inputs.good_case import load, said

SCREENS = "type: advertising, screens: 100, impressions: 90000, price_per_thousand: 0.002"


def test_advertisers_pay_and_a_screen_has_one_slot_unless_it_says_more(tmp_path: Path) -> None:
    stream = load(tmp_path, overrides=[f"revenue.screens={{{SCREENS}, fill: 60 %}}"]).case.revenue["screens"]
    assert stream.payer == "advertisers"


def test_no_more_than_all_slots_can_be_sold_and_no_fewer_than_none(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.screens={{{SCREENS}, fill: 160 %}}"])
    assert "revenue.screens.fill: 160 % is above 100 %" in message
    (message,) = said(tmp_path, overrides=[f"revenue.screens={{{SCREENS}, fill: 60 %, slots: -1}}"])
    assert "revenue.screens.slots: -1 is below 0" in message
