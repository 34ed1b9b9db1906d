"""Whole deals that are refinanced: nothing leaks, whether it takes place or not, and the workbook agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from finmodel.analysis.evaluation import About, evaluate
from tests.model.drawn_cases import cases
from tests.model.refinancing.deals import refinanced
from tests.model.small_case import small_model
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds_shocked
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.recalculation import by_formualizer
from tests.sizes import drawn

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}

TERMS = st.fixed_dictionaries(
    {
        "sizing": st.sampled_from(
            [{"dscr": 1.2}, {"dscr": 1.4, "tax": "none"}, {"balance": 1.0}, {"balance": 1.2, "dscr": 1.1},
             {"amount": 40.0}]
        ),
        "base_rate": st.sampled_from([0.0, 0.05, 0.15]),
        "upfront_fee_rate": st.sampled_from([0.0, 0.02]),
        "break_cost_rate": st.sampled_from([0.0, 0.03]),
        "gain_share": st.sampled_from([0.0, 0.5, 1.0]),
        "repayment": st.sampled_from(
            [{"profile": "annuity"}, {"profile": "equal"}, {"profile": "balloon", "balloon": 0.5}]
        ),
    }
)  # fmt: skip


def with_refinancing(data: dict[str, Any], terms: dict[str, Any]) -> dict[str, Any] | None:
    """A drawn case whose loan is refinanced halfway between completion and its last repayment, to the project's end."""
    timing, loan = data["timing"], data["facilities"]["senior"]
    step = MONTHS[timing["period"]]
    built = timing["construction_months"] + timing["delay_months"]
    first, last = -(-(built + 1) // step) * step, loan["tenor_months"] // step * step - step
    month = (first + last) // 2 // step * step
    end = timing["construction_months"] + timing["operation_months"]
    if not built < month <= last or end - month < step:
        return None
    stated = {"facility": "senior", "month": month, "tenor_months": end - month, "gain_discount_rate": 0.12, **terms}
    return data | {"refinancing": {"fresh": stated}}


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(25))
@given(cases(), TERMS, SHOCKS)
def test_every_case_that_is_refinanced_holds_together(
    data: dict[str, Any], terms: dict[str, Any], shocks: list[dict[str, float]]
) -> None:
    case = with_refinancing(data, terms)
    assume(case is not None)
    assert case is not None
    assert_holds_shocked(case, shocks)


def test_the_workbook_of_a_deal_that_is_refinanced_agrees(tmp_path: Path) -> None:
    terms = {"tenor_months": 72, "repayment": {"profile": "sculpted"}, "gain_share": 0.5, "upfront_fee_rate": 0.01}
    changes = refinanced({"dscr": 1.25}, **terms, break_cost_rate=0.02)
    model = small_model({**changes, "tax.cit_rate": 0.2, "reserves.dsra.months": 6})
    results = evaluate(model, About("fresh", "Fresh", "KZT"))
    assert results.values["master_check"] == 1
    assert results.facilities["fresh"].binding == "dscr"
    cells = recalculated(results, tmp_path, by_formualizer)
    assert disagreements(cells, results, tolerance=1e-8, rates=False) == []
