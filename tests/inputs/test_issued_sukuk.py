"""Certificates that stand alone: a lease with its assets, and no bond that has one by mistake."""

from pathlib import Path

import pytest

from tests.inputs.good_issuance import edited_issuance, issuance_said

LEASE = "lease: {asset_value: 1500}"


def said(folder: Path, kind: str, *terms: str) -> list[str]:
    words = "".join(f"\n    {term}" for term in terms)
    return issuance_said(folder, edited_issuance("type: green_bond", f"type: {kind}{words}"))


def test_certificates_with_a_lease_are_a_bond_without_a_problem(tmp_path: Path) -> None:
    assert said(tmp_path, "sukuk_ijara", LEASE) == []


@pytest.mark.parametrize(
    ("kind", "terms", "message"),
    [
        ("sukuk_ijara", (), "lease: is missing; state the value of the assets that are let: lease.asset_value"),
        ("bond", (LEASE,), "lease: is stated, and the bond is a bond; write type: sukuk_ijara, or take it out"),
        ("sukuk_ijara", ("lease: {theme: green}",), "lease.asset_value: is missing"),
    ],
)
def test_each_misuse_is_told_where_it_stands(kind: str, terms: tuple[str, ...], message: str, tmp_path: Path) -> None:
    (found,) = said(tmp_path, kind, *terms)
    assert f"bonds.green_2029.{message}" in found


def test_certificates_are_not_linked_to_prices(tmp_path: Path) -> None:
    text = edited_issuance("type: green_bond", f"type: sukuk_ijara\n    {LEASE}")
    text = text.replace("{type: fixed, rate: 12 %}", "{type: inflation_linked, rate: 3 %, curve: cpi}")
    text += "curves: {cpi: {type: price_index, rate: 5 %}}\n"
    (found,) = issuance_said(tmp_path, text)
    assert "coupon.type: certificates are the price of assets, which no index of prices adds to" in found
