"""Two deals compared, as programs read it."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest

from finmodel.compared import Cause, Method
from finmodel.outputs.comparison.pair_records import pair_document
from tests.analysis.comparison.deals import difference, pair, sized_deal

COST, WAGES = "capex.plant.unit_cost", "opex.staff.unit_cost"
FOUND = pair(sized_deal({}), sized_deal({COST: 1100.0, WAGES: 60.0}))


def test_both_sides_figures_results_and_parties_are_there() -> None:
    told = pair_document(FOUND)
    assert (told["a"]["given"], told["b"]["scenario"], told["debt"]) == ("a", "base", "sized")
    assert told["figures"][COST]["before"]["value"] == 1000
    assert told["figures"][COST]["after"]["value"] == 1100
    irr = told["kpis"]["equity_irr"]
    assert irr["change"] == pytest.approx(irr["b"]["value"] - irr["a"]["value"])
    assert fsum(cause["effect"] for cause in irr["causes"]) == pytest.approx(irr["change"])
    assert {cause["cause"] for cause in irr["causes"]} == {COST, WAGES}
    assert told["parties"]["operator"]["change"] > 0


def test_the_method_is_stated() -> None:
    assert pair_document(FOUND)["method"] == {
        "name": "shapley", "changes": 2, "variants": 4, "orders": "all", "seed": None,
    }  # fmt: skip
    drawn = pair_document(replace(FOUND, method=Method(12, 900, 128, 7)))["method"]
    assert (drawn["orders"], drawn["seed"]) == (128, 7)


def test_errors_reasons_and_results_of_one_side_are_told() -> None:
    irr = difference(FOUND, "equity_irr")
    drawn = replace(irr, causes=(Cause(COST, -0.01, 0.002),), orders=0.25)
    alone = replace(irr, name="other", before=None, change=None, causes=(), reason="only one of the two deals has it")
    told = pair_document(replace(FOUND, kpis=(drawn, alone)))["kpis"]
    assert told["equity_irr"]["causes"] == [{"cause": COST, "effect": -0.01, "standard_error": 0.002}]
    assert told["equity_irr"]["share_of_orders"] == 0.25
    assert (told["other"]["a"], told["other"]["change"]) == (None, None)
    assert told["other"]["reason"] == "only one of the two deals has it"
