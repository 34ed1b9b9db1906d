"""Whole deals with prepayment: nothing leaks, no loan ends later or below zero, and the workbook agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.analysis.evaluation import About, evaluate
from finmodel.engines.numpy_engine import NumpyEngine
from tests.model.drawn_cases import cases
from tests.model.prepayment.deals import EQUAL, JUNIOR
from tests.model.small_case import small_model
from tests.model.test_whole_cases import (
    SHOCKS,
    THOROUGH,
    TOLERANCE,
    assert_holds_shocked,
    shocked_inputs,
)
from tests.modelled import model_of
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.recalculation import by_formualizer
from tests.sizes import drawn

SWEPT = st.fixed_dictionaries(
    {
        "prepayment_order": st.sampled_from(["in_order", "inverse_order", "pro_rata"]),
        "prepayment_fee_rate": st.sampled_from([0.0, 0.02]),
        "sweep": st.fixed_dictionaries(
            {
                "share": st.sampled_from([0.0, 0.4, 1.0]),
                "from_month": st.sampled_from([0, 48, 90]),
                "above_dscr": st.sampled_from([None, 1.15]),
                "below_dscr": st.sampled_from([None, 1.6]),
                "test_months": st.sampled_from([6, 24]),
            }
        ),
        "amount": st.sampled_from([0.0, 5.0, 1000.0]),
        "covenants": st.fixed_dictionaries(
            {
                "lockup_dscr": st.sampled_from([0.0, 1.3]),
                "lockup_test": st.sampled_from(["historic", "forward"]),
                "default_dscr": st.sampled_from([1.0, 1.2]),
                "default_months": st.sampled_from([6, 12]),
                "cure": st.sampled_from([{"most_cures": 2}, {"most_cures": 9, "most_in_succession": 3}]),
            }
        ),
    }
)


def with_prepayment(data: dict[str, Any], drawn: dict[str, Any]) -> dict[str, Any]:
    """A drawn case whose loan is swept, prepaid by choice two years after completion or at the end, and cured."""
    timing, facility = data["timing"], data["facilities"]["senior"]
    step = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[timing["period"]]
    begins, last = timing["construction_months"] + timing["delay_months"], (facility["tenor_months"] // step - 1) * step
    month = min(begins + 24, last)
    sweep = {key: value for key, value in drawn["sweep"].items() if value is not None}
    terms = {key: drawn[key] for key in ("prepayment_order", "prepayment_fee_rate")}
    covenants = drawn["covenants"] | {"lockup_dscr": max(drawn["covenants"]["lockup_dscr"], 1.2)}
    chosen = {"early": {"month": month, "amount": drawn["amount"]}} if month > begins else {}
    return data | {
        "facilities": {"senior": facility | terms | {"sweep": sweep, "prepayments": chosen, "covenants": covenants}}
    }


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(25))
@given(cases(), SWEPT, SHOCKS)
def test_every_case_with_prepayment_holds_together(
    data: dict[str, Any], drawn: dict[str, Any], shocks: list[dict[str, float]]
) -> None:
    data = with_prepayment(data, drawn)
    assert_holds_shocked(data, shocks)
    model = model_of(data)
    found = NumpyEngine(model.graph, model.periods).run(shocked_inputs(model, data, shocks), scenarios=len(shocks))
    line = {name.removeprefix("senior."): values for name, values in found.lines.items()}
    assert (line["target_closing"] <= line["scheduled_closing"] + TOLERANCE).all()
    assert (line["prepaid"] >= -TOLERANCE).all()
    repaid = np.cumsum(line["principal_paid"] + line["prepaid"], axis=0)
    assert np.abs(np.cumsum(line["drawdown"], axis=0) - repaid - line["closing"]).max() < TOLERANCE


def test_the_workbook_of_a_deal_with_prepayment_agrees(tmp_path: Path) -> None:
    sweep = {"share": 0.5, "above_dscr": 1.2}
    model = small_model(
        {
            **EQUAL,
            "facilities.senior.sweep": sweep,
            "facilities.senior.prepayment_order": "pro_rata",
            "facilities.senior.prepayments": {"early": {"month": 48, "amount": 20.0}},
            "facilities.senior.prepayment_fee_rate": 0.02,
            "facilities.second": {**JUNIOR, "sweep": {"share": 0.3}},
            "reserves.dsra.months": 6,
        }
    )
    results = evaluate(model, About("swept", "Swept", "KZT"))
    assert results.values["master_check"] == 1
    cells = recalculated(results, tmp_path, by_formualizer)
    assert disagreements(cells, results, tolerance=1e-8, rates=False) == []
