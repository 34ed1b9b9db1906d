"""What is said of a tax increment on property that a zone exempts, and of exemptions that have no end."""

from pathlib import Path

import pytest

from tests.inputs.good_case import GOOD, edited, said

TERMS = "land: zone, base: 1000, growth: 8 %, counterfactual_growth: 5 %, tax_rate: 1.5 %, share: 75 %"
STANDARD = edited("  regime: sez\n  category: A\n", "  regime: kz_standard\n")


def messages(folder: Path, terms: str, text: str = GOOD) -> list[str]:
    terms = terms if "years" in terms else f"{terms}, years: 10"
    return said(folder, text, overrides=[f"land={{tax_increment: {{district: {{{TERMS}, {terms}}}}}}}"])


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        ("participants: 0", GOOD),
        ("participants: 60 %", GOOD),
        ("participants: 60 %, exempt_until: 2030-12-31", STANDARD),
        ("participants: 100 %, exempt_until: 2030-12-31", STANDARD),
        ("bond_rate: 10 %, bond_cover: 1.25", STANDARD),
    ],
)
def test_a_district_that_says_who_is_exempt_and_until_when_is_a_good_one(tmp_path: Path, terms: str, text: str) -> None:
    assert messages(tmp_path, terms, text) == []


def test_in_a_zone_the_share_of_its_participants_must_be_stated(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, "collection: 90 %")
    assert (
        "district.participants: is not stated, and participants of a special economic zone pay no property" in message
    )


def test_an_exemption_needs_an_end(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, "participants: 60 %", STANDARD)
    assert "district.participants: have an exemption without an end; state exempt_until" in message


def test_no_exemption_outlasts_the_zone(tmp_path: Path) -> None:
    (message,) = messages(tmp_path, "participants: 60 %, exempt_until: 2049-12-31")
    assert "district.exempt_until: 2049-12-31 is after the zone, which ends with 2048" in message


def test_a_share_of_tax_that_nobody_pays_is_refused(tmp_path: Path) -> None:
    """Relief of category A lasts seven years from close, so a district of five would see no tax at all."""
    (message,) = messages(tmp_path, "participants: 100 %, years: 5")
    assert "district.share: is a share of nothing: all property belongs to participants of the zone" in message
    assert "no property tax until 2033" in message
    assert messages(tmp_path, "participants: 100 %, years: 12") == []
