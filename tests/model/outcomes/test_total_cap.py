"""Cap in total: what earlier payments leave of it is all that can still be paid."""

import pytest

from finmodel.model.outcomes.total_cap import total_cap
from tests.oracles.sections import run_parts


def test_the_payment_that_reaches_the_cap_is_cut_and_those_after_it_are_nothing() -> None:
    found = run_parts([total_cap.part()], 4, {"period_payment": [30.0, 0.0, 50.0, 10.0], "total_cap": 70.0})
    assert found.series("payment_within_total") == pytest.approx([30, 0, 40, 0])
    assert found.series("payable_so_far") == pytest.approx([30, 30, 70, 70])
