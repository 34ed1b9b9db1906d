"""Without allocations proceeds are paid out as they come in."""

import pytest

from tests.model.small_issuance import BOND, issued


def test_every_bond_is_paid_out_in_the_period_of_its_issue() -> None:
    later = BOND | {"principal": 100.0, "issue_price": 1.0, "issue_date": "2027-09-15"}
    run = issued({"bonds.later": later})
    assert run.series("paid_to_projects").tolist() == pytest.approx([990, 0, 100, *[0] * 5])
    assert run.series("cash_closing").tolist() == pytest.approx([0] * 8)
