"""DSCR target: the debt service that a case of the lenders allows."""

import pytest

from finmodel.model.sizing.dscr_target import dscr_target
from tests.oracles.sections import run_parts


def test_it_is_the_cash_flow_over_the_target_of_the_period() -> None:
    found = run_parts([dscr_target.part()], 3, {"cfads": [130, 120, -13], "dscr_target": [1.3, 1.2, 1.3]})
    assert list(found.series("target_debt_service")) == pytest.approx([100, 100, -10])
