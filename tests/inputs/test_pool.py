"""What is said of a pool of one, of members that are not there or have nothing, of dates outside the model."""

from pathlib import Path

import pytest

from tests.inputs.good_case import load, said

TWO = "{members: {lights: {}, ads: {label: Panels}}, dates: {soon: {year: 2030}}}"
NAMED = ["capex.lights.member=lights", "revenue.advertising.member=ads"]


def test_items_name_the_member_they_belong_to(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=[f"pool={TWO}", *NAMED]).case
    assert case.pool is not None
    assert case.pool.members["ads"].label == "Panels"
    assert (case.capex["lights"].member, case.revenue["advertising"].member) == ("lights", "ads")


@pytest.mark.parametrize(
    ("pool", "items", "place", "what"),
    [
        ("{members: {lights: {}}}", ["capex.lights.member=lights"], "pool.members", "names fewer than two"),
        (TWO, NAMED[:1], "pool.members.ads", "has nothing of its own; write member: ads beside its items"),
        (
            TWO,
            [*NAMED, "opex.upkeep.member=light"],
            "opex.upkeep.member",
            "there is no light under pool.members; did you",
        ),
        ("{members: {lights: {}, common: {}}}", NAMED[:1], "pool.members.common", "is the name of what belongs to no"),
        (TWO.replace("2030", "2130"), NAMED, "pool.dates.soon.year", "2130 is outside the model; give a year from"),
        (TWO.replace("}}}", "}}, kept_months: 12}"), NAMED, "pool.kept_months", "keeps cash for phases, and the case"),
    ],
)
def test_a_pool_that_does_not_fit_the_case(tmp_path: Path, pool: str, items: list[str], place: str, what: str) -> None:
    found = said(tmp_path, overrides=[f"pool={pool}", *items])
    assert any(f"{place}: {what}" in problem for problem in found), found


def test_dates_are_years_in_which_a_period_ends(tmp_path: Path) -> None:
    """Of years from July to June, none ends in the year of close; the last ends in the year after it begins."""
    yearly = ["timing.period=year", "timing.start=2027-07-01", *NAMED]
    (first,) = said(tmp_path, overrides=[f"pool={TWO.replace('2030', '2027')}", *yearly])
    assert "2027 is outside the model; give a year from 2028 to " in first
    last = first.split(" to ")[-1][:4]
    assert load(tmp_path, overrides=[f"pool={TWO.replace('2030', last)}", *yearly]).case.pool is not None


def test_a_member_without_a_pool(tmp_path: Path) -> None:
    found = said(tmp_path, overrides=["capex.lights.member=lights"])
    assert any("names a member, and the case has no pool; add pool with its members" in problem for problem in found)
