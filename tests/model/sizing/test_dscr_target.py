"""DSCR target: the debt service that each case of the lenders allows."""

import pytest

from finmodel.model.sizing.dscr_target import dscr_target, dscr_target_downside
from tests.oracles.sections import run_parts


def test_it_is_the_cash_flow_over_the_target_of_the_period() -> None:
    found = run_parts([dscr_target.part()], 3, {"sizing_cfads": [130, 120, -13], "sizing_dscr": [1.3, 1.2, 1.3]})
    assert list(found.series("base_debt_service")) == pytest.approx([100, 100, -10])


def test_the_downside_case_has_a_target_of_its_own() -> None:
    parts = [dscr_target_downside.part()]
    found = run_parts(parts, 3, {"downside_cfads": [110, 66, 0], "sizing_downside_dscr": 1.1})
    assert list(found.series("downside_debt_service")) == pytest.approx([100, 60, 0])
