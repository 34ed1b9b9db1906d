"""Sukuk: usual holders and parties, and what a lease cannot be."""

import pytest

from tests.inputs.test_sustainability_linked import problems
from tests.model.small_case import small_case
from tests.model.thematic.linked_deal import bullet


def test_certificates_are_held_by_institutions_and_let_by_a_trustee() -> None:
    found = small_case(bullet("sukuk_ijara")).facilities["senior"]
    assert (found.lender, found.provider) == ("certificate_holder", "institutional")
    assert found.parties == ("certificate_holder", "trustee", "takaful_operator")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ({"leased_share": 0}, "leased_share", "nothing is leased"),
        ({"pik_margin": 0.02}, "pik_margin", "rental is not added to certificates"),
        ({"construction_interest": "added"}, "construction_interest", "which pays it as advance rental"),
    ],
)
def test_what_a_lease_cannot_be_is_told(terms: dict[str, object], place: str, what: str) -> None:
    (message,) = problems(bullet("sukuk_ijara", **terms))
    assert f"facilities.senior.{place}: " in message
    assert what in message
