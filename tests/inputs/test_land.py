"""What is said of land whose rise is captured twice, and of a heading without an instrument."""

import re
from pathlib import Path

import yaml

from finmodel.inputs.land import Land
from tests.inputs.good_case import GOOD, load, said

BANDS = "bands: {near: {upper: 400, area: 100, value: 2, uplift: 20 %, phase: 100 %}}"
UPLIFT = f"capture_rate: 30 %, {BANDS}"
DISTRICT = (
    "base: 1000, growth: 8 %, counterfactual_growth: 5 %, tax_rate: 1.5 %, share: 75 %, years: 10, participants: 0"
)


def test_a_heading_without_an_instrument_is_told_so(tmp_path: Path) -> None:
    (message,) = said(tmp_path, overrides=["land={fund: {interest: 5 %}}"])
    assert (
        "land: states no instrument; add one of: uplift, tax_increment, development_rights, betterment_levy, joint"
        in message
    )


def test_the_rise_of_one_piece_of_land_is_captured_once(tmp_path: Path) -> None:
    twice = f"{{uplift: {{station: {{land: core, {UPLIFT}}}}}, tax_increment: {{zone: {{land: core, {DISTRICT}}}}}}}"
    (message,) = said(tmp_path, overrides=[f"land={twice}"])
    assert "land.tax_increment.zone.land: the rise of core is captured by uplift.station already" in message
    apart = twice.replace("zone: {land: core", "zone: {land: rest")
    assert said(tmp_path, overrides=[f"land={apart}"]) == []


def test_instruments_and_parties_are_known_by_name(tmp_path: Path) -> None:
    stated = f"{{uplift: {{station: {{land: core, {UPLIFT}}}}}, fund: {{holder: city_fund}}}}"
    land = load(tmp_path, overrides=[f"land={stated}"]).case.land
    assert land is not None
    assert (list(land.instruments), land.parties) == (["station"], ("city_fund",))


def test_the_examples_of_the_page_on_land_are_one_good_case(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "land.md").read_text(encoding="utf-8")
    data = yaml.safe_load(GOOD)
    data["land"] = {}
    data["revenue"]["plots_sold"] = {"type": "plain_stream", "amount": 5}
    data["grants"] = {"works": {"type": "capital_grant", "amount": 10}}
    data["timing"]["operation_months"] = 120
    for example in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        stated = yaml.safe_load(example)
        data["land"] |= stated.get("land", {})
        data["revenue"] |= stated.get("revenue", {})
    assert set(data["land"]) == set(Land.model_fields)
    del data["revenue"]["advertising"]
    assert said(tmp_path, yaml.safe_dump(data, allow_unicode=True)) == []
