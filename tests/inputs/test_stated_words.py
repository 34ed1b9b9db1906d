"""Stated words: every word of a case with its path, its label and what kind of word it is."""

from typing import Any

from finmodel.inputs.stated_words import StatedWord, stated_words
from tests.model.small_case import small_case

OUTCOME = {"metric": "Hours saved", "baseline": 0.0, "measured": 10.0, "rate": 1.0, "label": "Time"}
SIGNALS: dict[str, Any] = {
    "type": "pay_for_performance", "outcomes": {"time": OUTCOME}, "verification": {"verifier": "auditor"},
}  # fmt: skip


def words() -> dict[str, StatedWord]:
    changes = {"revenue.signals": SIGNALS, "revenue_shares.city": {"streams": ["payment", "signals"], "share": 0.1}}
    return {word.path: word for word in stated_words(small_case(changes))}


def test_a_choice_a_party_a_text_and_a_name_are_told_apart() -> None:
    found = words()
    assert found["revenue.signals.outcomes.time.mode"].kind == "choice"
    assert found["revenue.signals.verification.verifier"].kind == "party"
    assert found["revenue.signals.outcomes.time.metric"].kind == "text"
    assert found["revenue_shares.city.streams"].kind == "name"


def test_defaults_are_told_and_several_words_stand_together() -> None:
    found = words()
    assert (found["revenue.signals.payer"].label, found["revenue.signals.payer"].said) == ("Who pays", ("authority",))
    assert found["revenue_shares.city.streams"].said == ("payment", "signals")


def test_what_only_names_a_block_and_what_is_silent_are_left_out() -> None:
    found = words()
    assert "revenue.signals.outcomes.time.label" not in found
    assert "revenue.signals.outcomes.time.data_source" not in found
