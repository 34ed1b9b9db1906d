"""Records for programs hold all that was found, with a reason for everything that is not there."""

from __future__ import annotations

import json
from typing import Any

from finmodel.outputs.json_results import as_json
from finmodel.outputs.sensitivity.records import sensitivity_document
from tests.outputs.sensitivity.studied import derived, studied

DOCUMENT: dict[str, Any] = json.loads(as_json(sensitivity_document(*studied())))


def test_keys_are_those_of_the_contract() -> None:
    assert list(DOCUMENT) == [
        "case", "title", "currency", "frozen", "derived", "runs", "kpis", "moves", "tornado", "spider", "two_way",
        "break_even", "sobol",
    ]  # fmt: skip
    assert "sobol" not in sensitivity_document(*derived())
    assert DOCUMENT["frozen"] is True


def test_bars_stand_in_the_order_of_their_swing_and_blanks_have_reasons() -> None:
    bars = DOCUMENT["tornado"]["equity_irr"]
    assert [bar["move"] for bar in bars] == ["payment", "delay", "cost", "tax"]
    assert (bars[0]["low"], bars[0]["swing"]) == (None, None)
    assert bars[0]["reasons"] == {"low": "Sponsors' cash flow never changes sign."}
    assert all(abs(bar["high"] - bar["low"]) <= bar["swing"] + 1e-9 for bar in bars[1:])


def test_curves_tables_and_answers_name_moves_that_are_described() -> None:
    named = {curve["move"] for curves in DOCUMENT["spider"].values() for curve in curves}
    named |= {table[key] for table in DOCUMENT["two_way"] for key in ("rows", "columns")}
    assert named <= set(DOCUMENT["moves"])
    assert DOCUMENT["moves"]["payment"]["label"] == "Payment"
    table = DOCUMENT["two_way"][0]
    assert table["values"][table["base_row"]][table["base_column"]] == table["base"]
    assert set(table["reasons"]) == {"0,0", "1,0", "2,0"}


def test_answers_are_found_already_or_never() -> None:
    assert [asked["answer"] for asked in DOCUMENT["break_even"]] == [
        "found", "never", "never", "already", "found", "never", "found"
    ]  # fmt: skip
    first, late = DOCUMENT["break_even"][0], DOCUMENT["break_even"][4]
    assert first["crossings"][0]["figures"] == {"revenue.payment.amount": first["crossings"][0]["level"]}
    assert abs(first["crossings"][0]["value"] - 0.15) < 1e-9
    assert (first["blanks"] > 0, first["reason"]) == (True, "Sponsors' cash flow never changes sign.")
    assert (late["move"]["whole"], late["crossings"][0]["before"]) == (True, late["crossings"][0]["level"] - 1)


def test_indices_have_bounds_or_a_reason() -> None:
    sobol = DOCUMENT["sobol"]
    assert (sobol["points"], sobol["runs"], sobol["seed"]) == (64, 384, 1)
    blank, known = sobol["kpis"]["equity_irr"], sobol["kpis"]["dscr_minimum"]
    assert (blank["indices"], blank["mean"]) == ([], None)
    assert blank["reason"].endswith("64 are needed.")
    for index in known["indices"]:
        assert index["first_between"][0] <= index["first"] <= index["first_between"][1]
        assert index["total_between"][0] <= index["total"] <= index["total_between"][1]
