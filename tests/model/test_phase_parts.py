"""What phases are made of: their own lines, how they are paid for, and the cash kept for them where there is a pool."""

from tests.model.pooling.test_member import JOINED
from tests.model.small_case import small_model

PHASES = {"phases": {"second": {"investment": 5.0}}}


def test_phases_need_no_pool() -> None:
    lines = small_model(PHASES).graph.lines
    assert {"second.cost", "phases_equity"} <= set(lines)
    assert "cash_kept_for_phases" not in lines


def test_a_pool_keeps_cash_for_its_phases() -> None:
    assert "cash_kept_for_phases" in small_model(JOINED).graph.lines
