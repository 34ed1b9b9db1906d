"""The public side put together: which tables and facts a case has follows from what it states."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from finmodel.analysis.public_side import facts_of, record_tables, with_contingent
from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.loader import load_case
from tests.analysis.test_by_year import results
from tests.model.small_case import small, small_case, small_model
from tests.modelled import case_of

STATED = {
    "termination": {"equity_rate": 0.15},
    "fiscal": {"controls_service": True, "controls_residual": True},
    "value_for_money": {"public_discount_rate": 0.10},
    "project.vehicle": "aifc_spv",
    "risks": {"dear": {"id": "revenue", "probability": 0.5, "set": {"revenue.payment.amount": 310.0}}},
}


def test_a_case_that_states_nothing_has_neither_tables_nor_facts() -> None:
    assert record_tables(results(small_model())) == {}
    assert facts_of(small_case()) == {}


def test_each_heading_has_its_table() -> None:
    assert set(record_tables(results(small_model(STATED)))) == {"termination", "fiscal", "value_for_money"}


def test_facts_are_of_the_vehicle_and_of_public_accounts() -> None:
    found = facts_of(small_case(STATED))
    assert set(found) == {"vehicle", "classification"}
    assert found["classification"][0].text.endswith("against a financial liability.")


def test_what_risks_cost_the_state_stands_below_its_commitments() -> None:
    bare = results(small_model(STATED))
    base, dear = small_case(STATED), case_of(small({**STATED, "revenue.payment.amount": 310.0}))
    shocks = {"dear": changed_inputs(flatten(base, base.grid()), dear, base.grid())}
    run = with_contingent(base, replace(bare, tables=record_tables(bare)), shocks)
    assert with_contingent(base, bare, shocks) is bare
    assert run.tables["fiscal"].row("risks_expected").values[2] == pytest.approx(0.5 * 10)
    assert run.tables["fiscal"].row("guarantees_worst").values[2] == 0


def test_the_page_on_the_public_side_shows_headings_that_the_lighting_case_can_have(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    page = (root / "docs" / "public_side.md").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    assert [block.partition(":")[0] for block in shown] == ["termination", "fiscal", "value_for_money"]
    path = tmp_path / "case.yaml"
    lighting = (root / "cases" / "alatau_gate_lighting" / "case.yaml").read_text(encoding="utf-8")
    path.write_text("\n".join([lighting, *shown]), encoding="utf-8")
    case = load_case(path).case
    assert case.termination is not None
    assert case.fiscal is not None
    assert case.value_for_money is not None
