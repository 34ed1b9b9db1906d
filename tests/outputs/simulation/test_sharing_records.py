"""Risk sharing for programs: everything is there, nothing is nan, and what is null has a reason."""

import json
from typing import Any

import pytest

from finmodel.outputs.simulation.sharing_records import sharing_document
from tests.shared_case import BACKED, TOPPED_UP, shared


def document(deal: dict[str, Any], scenarios: int = 400) -> dict[str, Any]:
    found = sharing_document(shared(deal, scenarios))
    json.dumps(found, allow_nan=False)
    return found


def test_a_document_says_what_was_run_and_how() -> None:
    found = document(BACKED)
    said = {key: found[key] for key in ("case", "frozen", "method", "seed", "scenarios", "counted")}
    assert said == {
        "case": "small", "frozen": True, "method": "latin_hypercube", "seed": 1, "scenarios": 400, "counted": 400,
    }  # fmt: skip
    assert found["load"] == {"kind": "none", "number": 0}


def test_every_party_has_a_distribution_and_a_share() -> None:
    risks = document(BACKED)["risks"]
    assert sum(each["share"] for each in risks["parties"].values()) == pytest.approx(1.0)
    assert set(risks["parties"]["sponsor"]["change"]["percentiles"]) == {"p5", "p50", "p95"}
    assert "turnover" in risks["parties"]["contractor"]
    assert "turnover" not in risks["parties"]["sponsor"]
    assert abs(risks["sum_of_changes"]["mean"]) < 1e-9


def test_every_instrument_has_its_worth_and_guarantees_their_fee() -> None:
    support = document(BACKED)["support"]
    assert set(support) == {"soft", "cover"}
    assert "fair_fee" not in support["soft"]
    fee = support["cover"]["fair_fee"]
    assert fee["difference"] == pytest.approx(fee["charged"] - fee["amount"])
    assert support["cover"]["default"]["change"] == pytest.approx(
        support["cover"]["default"]["with"] - support["cover"]["default"]["without"]
    )


def test_what_is_null_has_a_reason() -> None:
    fee = document(TOPPED_UP, 50)["support"]["mrg"]["fair_fee"]
    assert (fee["cap"], fee["share_of_cap"]) == (None, None)
    assert fee["cap_reason"] == "no highest amount is stated"


def test_few_scenarios_have_errors_that_are_null_for_a_reason() -> None:
    change = document(BACKED, 20)["risks"]["parties"]["sponsor"]["change"]
    assert change["percentile_errors"]["p5"] is None
    assert change["reason"] == "too few scenarios to tell"
