"""What is said of a fund that pays what others owe, takes in what is not there, or has a bond beyond the model."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

BANDS = "bands: {near: {upper: 400, area: 100, value: 2, uplift: 20 %, phase: 100 %}}"
GRANTS = "grants={works: {type: capital_grant, amount: 100}, donor: {type: capital_grant, grantor: donor, amount: 9}}"


def stated(fund: str) -> list[str]:
    return [GRANTS, f"land={{uplift: {{station: {{land: core, capture_rate: 30 %, {BANDS}}}}}, fund: {{{fund}}}}}"]


def test_a_fund_pays_grants_and_streams_and_takes_others_in(tmp_path: Path) -> None:
    fund = "pays_for: [works, lighting], takes_in: {advertising: 50 %}, bond: {amount: 10, rate: 12 %, years: 5}"
    land = load(tmp_path, overrides=stated(fund)).case.land
    assert land is not None
    assert land.fund is not None
    assert (land.fund.holder, land.fund.takes_in["advertising"].number) == ("authority", 0.5)


@pytest.mark.parametrize(
    ("fund", "place", "what"),
    [
        (
            "pays_for: [work]",
            "pays_for[1]",
            "there is no work under grants for construction, or revenue; did you mean works?",
        ),
        ("pays_for: [works, works]", "pays_for[2]", "works is named twice"),
        ("pays_for: [donor]", "pays_for[1]", "donor is paid by donor, not by the holder of the fund, authority"),
        ("pays_for: [lighting], takes_in: {lighting: 1}", "pays_for[1]", "lighting is also taken in by the fund"),
        ("takes_in: {plots: 50 %}", "takes_in.plots", "there is no plots under revenue"),
        ("takes_in: {advertising: 150 %}", "takes_in.advertising", "150 % is above 100 %"),
        ("bond: {amount: 10, rate: 12 %, years: 5, grace_years: 5}", "bond.grace_years", "5 years are not shorter"),
        ("bond: {amount: 10, rate: 12 %, years: 9}", "bond.years", "9 years are more than the 6 that the model has"),
        ("holder: company", "holder", "is the project company itself, which cannot pay itself"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, fund: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=stated(fund))
    assert f"land.fund.{place}: " in message
    assert what in message


def test_a_fund_does_not_pay_again_what_it_never_received(tmp_path: Path) -> None:
    """The company's share of an instrument is taken off before the rest goes into the fund."""
    streams = "revenue.from_land={type: land_value_capture, instrument: station, share: 60 %}"
    (message,) = said(tmp_path, overrides=[*stated("pays_for: [from_land]"), streams])
    assert "land.fund.pays_for[1]: from_land is the company's part of what station captures" in message
    assert "take it out here" in message
