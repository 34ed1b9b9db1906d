"""Bonds and thematic facilities: usual lender, parties, and what each is linked to."""

from typing import Any

import pytest

from finmodel.inputs.thematic_facilities import IssuedBond, ratchet_of, targets_of
from tests.model.small_case import small_case
from tests.model.thematic.linked_deal import bullet, linked

BONDS = ["bond", "green_bond", "social_bond", "sustainability_bond"]


def bond(changes: dict[str, Any]) -> IssuedBond:
    found = small_case(changes).facilities["senior"]
    assert isinstance(found, IssuedBond)
    return found


@pytest.mark.parametrize("kind", BONDS)
def test_a_bond_is_held_by_institutions_and_issued_at_par_unless_it_is_said_otherwise(kind: str) -> None:
    found = bond(bullet(kind))
    assert (found.lender, found.provider, found.issue_price.number) == ("bondholder", "institutional", 1)


def test_a_labelled_bond_names_its_reviewer_among_the_parties() -> None:
    assert bond(bullet("green_bond")).parties == (
        "bondholder", "exchange", "external_reviewer",
    )  # fmt: skip
    assert bond(bullet()).parties == ("bondholder", "exchange")


def test_only_what_is_linked_has_targets() -> None:
    assert list(targets_of(small_case(linked()).facilities["senior"])) == ["energy"]
    assert not targets_of(small_case(bullet()).facilities["senior"])
    assert ratchet_of(small_case(linked()).facilities["senior"]) is None
