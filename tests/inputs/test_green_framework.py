"""Words of a framework may be left out; shares of placements add up, a rate has its currency."""

from pathlib import Path
from typing import Any

from tests.inputs.green_heading import problems


def test_a_framework_may_say_nothing(tmp_path: Path) -> None:
    silent: dict[str, Any] = {"framework": {}, "management": {}, "reporting": {}, "external_reviews": {}}
    assert problems(tmp_path, silent) == []


def test_placements_hold_all_that_is_not_allocated(tmp_path: Path) -> None:
    (message,) = problems(tmp_path, {"management.placements.waiting_bills.share": 0.6})
    assert message == "green.management.placements: the shares add to 90 %; make them add to 100 %"


def test_a_reporting_currency_has_its_rate(tmp_path: Path) -> None:
    (message,) = problems(tmp_path, {"reporting.exchange_rate": None})
    assert message == "green.reporting.exchange_rate: is missing; state currency and exchange_rate together, or neither"


def test_a_review_is_of_a_known_kind(tmp_path: Path) -> None:
    (message,) = problems(tmp_path, {"external_reviews.opinion.kind": "audit"})
    assert message.startswith(
        'green.external_reviews.opinion.kind: "audit" is not known here; write one of: second_party'
    )
