"""Grants of every kind share who grants, what is really paid, and for construction how they are drawn."""

from pathlib import Path

import pytest

from finmodel.inputs.grant_terms import ConstructionGrant, GrantTerms
from tests.inputs.good_case import load, said

KINDS = {
    "capital_grant": "amount: 100",
    "viability_gap": "bid: 100, sources: {city: {cap: 20 %}}",
}


@pytest.mark.parametrize("kind", KINDS)
def test_grants_for_construction_are_drawn_pro_rata_unless_they_say_otherwise(tmp_path: Path, kind: str) -> None:
    grant = load(tmp_path, overrides=[f"grants.g={{type: {kind}, {KINDS[kind]}}}"]).case.grants["g"]
    assert isinstance(grant, ConstructionGrant)
    assert (grant.drawn, grant.tax_pool, grant.givers, grant.paid_share.number) == (
        "pro_rata",
        "none",
        ("authority",),
        1,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_after_the_cost_needs_a_bridge_whoever_grants(tmp_path: Path, kind: str) -> None:
    terms = f"{KINDS[kind]}, drawn: reimbursement, reimbursement_months: 6"
    (message,) = said(tmp_path, overrides=[f"grants.g={{type: {kind}, {terms}}}"])
    assert message.endswith("a grant that comes after the cost needs a loan until then; "
                            "state bridge with its rate, or draw the grant another way")  # fmt: skip


def test_preparation_and_milestone_payments_state_the_same_of_the_grantor(tmp_path: Path) -> None:
    overrides = [
        "grants.a={type: preparation_grant, cost: 2, amount: 1, grantor: fund}",
        "grants.b={type: milestone_payments, taxed: exempt, grantor: city, milestones: {m: {amount: 1, progress: 1}}}",
    ]
    grants = load(tmp_path, overrides=overrides).case.grants
    assert [grant.givers for grant in grants.values() if isinstance(grant, GrantTerms)] == [("fund",), ("city",)]
