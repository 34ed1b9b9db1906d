"""Scenarios side by side as programs read them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finmodel.outputs.comparison.side_records import side_document
from tests.analysis.comparison.test_side_by_side import BASE, small_side


def test_every_scenario_has_its_key_results_with_their_change() -> None:
    told = side_document(small_side())
    assert (told["case"], told["frozen"], told["failing"]) == ("small", True, {})
    assert told["kpis"].keys() == BASE.kpis.keys()
    poor = told["scenarios"]["poor"]
    assert poor["from"] is None
    assert told["scenarios"]["poorer"]["from"] == "poor"
    found = poor["kpis"]["equity_irr"]
    assert found["change"] == pytest.approx(found["value"] - told["kpis"]["equity_irr"]["value"])
    assert poor["figures"]["revenue.payment.amount"]["after"]["value"] == 260
    assert told["scenarios"]["poorer"]["failing"]["default_periods"]["kind"] == "alert"


def test_a_blank_and_a_scenario_without_results_have_reasons() -> None:
    side = small_side("equity_irr")
    blank = replace(side.kpis["equity_irr"], value=None, reason="Nothing comes back.")
    lost = replace(side.outcomes[1], results=None, kpis={}, trouble="Total uses did not settle.")
    outcomes = (replace(side.outcomes[0], kpis={"equity_irr": blank}, changes={"equity_irr": None}), lost)
    told = side_document(replace(side, outcomes=outcomes))["scenarios"]
    assert told["poor"]["kpis"]["equity_irr"] == {
        "label": "Equity IRR", "unit": "% a year", "value": None, "reason": "Nothing comes back.", "change": None,
    }  # fmt: skip
    assert (told["poorer"]["kpis"], told["poorer"]["reason"]) == (None, "Total uses did not settle.")
