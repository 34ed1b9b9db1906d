"""What a facility is made of besides in a foreign currency: nothing at all in the case's own."""

from tests.model.currency.deals import DOLLARS
from tests.model.small_case import small_model

MORE = {
    "case_period_rate", "cost_flow", "cost_rate", "drawdown_level", "own_commitment", "revaluation",
    "scheduled_revaluation",
}  # fmt: skip


def test_only_a_loan_in_a_foreign_currency_is_revalued() -> None:
    local, foreign = (set(small_model(changes).graph.lines) for changes in (None, DOLLARS))
    assert {f"senior.{name}" for name in MORE} <= foreign
    assert {name for name in local if name.startswith("senior.")} <= foreign
    assert not {f"senior.{name}" for name in MORE} & local


def test_what_is_repaid_is_the_commitment_in_the_loan_s_own_money() -> None:
    local, foreign = (small_model(changes).graph for changes in (None, DOLLARS))
    assert "senior.drawdown_level" in foreign.freezable
    assert "senior.drawdown_level" not in local.lines
