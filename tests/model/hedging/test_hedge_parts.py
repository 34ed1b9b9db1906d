"""Which lines a hedged facility has: nothing more where nothing is hedged."""

from tests.model.hedging.hedged_deals import FORWARD, RATE_SWAP, hedged
from tests.model.small_case import small_model


def test_a_case_without_hedges_has_no_line_of_them() -> None:
    lines = small_model().graph.lines
    assert [name for name in lines if "hedge" in name or "service_rate" in name or "service_factor" in name] == []


def test_interest_alone_or_exchange_too() -> None:
    swapped = small_model({"hedges.first": RATE_SWAP}).graph.lines
    assert "senior.hedged_period_rate" in swapped
    assert "senior.service_level" not in swapped
    bought = small_model(hedged(FORWARD)).graph.lines
    assert "senior.service_level" in bought
    assert "senior.hedged_period_rate" not in bought
    assert "first.value" in bought


def test_what_is_agreed_is_held_in_a_scenario() -> None:
    agreed = set(small_model(hedged(FORWARD, RATE_SWAP)).graph.freezable)
    assert {"first.hedged_service", "first.hedged_balance", "usd.locked_level", "second.notional"} <= agreed


def test_the_counterparty_is_a_party() -> None:
    found = small_model(hedged({**FORWARD, "counterparty": "treasury_bank"})).graph
    assert [line.name for line in found.tagged(payee="treasury_bank")] == ["first.settlement"]
