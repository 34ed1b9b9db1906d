"""Names of parties: every party but the company can pay and be paid."""

import pytest

from finmodel.inputs.party_names import party_name_problems
from tests.model.small_case import small_case


def test_usual_parties_are_no_problem() -> None:
    assert list(party_name_problems(small_case({"funding.shareholders": {"authority": 0.2}}))) == []


GUARANTEE = {"type": "first_loss_guarantee", "covers": ["senior"], "amount": 1.0, "guarantor": "company"}
SWAP = {"type": "interest_rate_swap", "facility": "senior", "fixed_rate": 0.1, "counterparty": "company"}
GRANT = {"type": "capital_grant", "amount": 1.0, "grantor": "company"}
STANDBY = {"amount": 1.0, "base_rate": 0.1, "repayment_months": 24, "lender": "company"}


@pytest.mark.parametrize(
    ("place", "block"),
    [
        ("guarantees.cover", GUARANTEE),
        ("hedges.swap", SWAP),
        ("grants.city", GRANT),
        ("funding.standby_facility", STANDBY),
    ],
)
def test_the_company_is_nobody_elses_party(place: str, block: dict[str, object]) -> None:
    with pytest.raises(AssertionError, match="is the project company itself"):
        small_case({place: block})
