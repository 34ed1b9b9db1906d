"""Certificates that stand alone: the flows of the bond that has the same terms, and cover by the value stated."""

from typing import Any

import pytest

from tests.model.small_issuance import BOND, issued

LEASE: dict[str, Any] = {"asset_value": {"by_year": {2026: 1500, 2028: 1050}}, "minimum_asset_cover": 1.1,
                         "tradability_share": 0.51}  # fmt: skip
SUKUK = {"bonds.first": BOND | {"type": "sukuk_ijara", "lease": LEASE}}


def test_the_flows_are_those_of_a_bond() -> None:
    certificates, bond = issued(SUKUK), issued()
    for theirs, own in (("interest", "rental"), ("redemption", "bought_back"), ("outstanding", "exercise_price")):
        assert list(certificates.series(f"first.{own}")) == list(bond.series(f"first.{theirs}"))
    assert certificates.value("first_at_issue.yield_to_maturity") == bond.value("first_at_issue.yield_to_maturity")


def test_cover_is_the_stated_value_to_certificates_outstanding() -> None:
    """1 000 until September 2029: covered 1.5 times in periods that begin before 2028, 1.05 times from then on."""
    found = issued(SUKUK)
    assert found.series("first.asset_cover")[:5] == pytest.approx([1.5, 1.5, 1.5, 1.05, 1.05])
    assert found.value("first.asset_cover_minimum") == pytest.approx(1.05)
    assert found.value("first.asset_cover_breaches") == 3
    assert found.value("first.untradable_periods") == 0


def test_nothing_is_too_low_once_certificates_are_bought_back() -> None:
    worthless = SUKUK["bonds.first"] | {"lease": LEASE | {"asset_value": 0.0}}
    found = issued({"bonds.first": worthless})
    owed = sum(value > 0 for value in found.series("first.outstanding"))
    assert found.value("first.asset_cover_breaches") == found.value("first.untradable_periods") == owed


def test_certificates_without_a_theme_bear_no_label() -> None:
    plain = SUKUK["bonds.first"] | {"lease": LEASE | {"theme": "none"}}
    green = {
        "green.projects.roofs": {
            "category": "renewable_energy",
            "total_cost": 1600.0,
            "signed_amount": 1200.0,
            "eligible_share": 1.0,
            "operation_from": "2027-07-01",
            "lifetime_years": 25,
        }
    }
    assert "proceeds_of_first.received" in issued(SUKUK | green).lines
    assert "proceeds_of_first.received" not in issued({"bonds.first": plain} | green).lines
