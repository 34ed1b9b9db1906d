"""A forward test of cover looks ahead to the new loan once it is drawn."""

import pytest

from tests.model.refinancing.deals import refinanced
from tests.model.small_case import sized


def test_the_debt_service_ahead_is_the_new_loans_after_the_refinancing() -> None:
    found = sized({**refinanced(), "distributions": {"lockup_test": "forward", "lockup_months": 12}})
    assert found.series("lockup_debt_service")[2:6] == pytest.approx([150, 140, 118, 112])
