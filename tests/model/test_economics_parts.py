"""The economic appraisal of whole cases: the known example, and that nothing economic is cash or touches cash."""

import re
from pathlib import Path
from typing import Any

import pytest

from finmodel.expr.nodes import Reference
from finmodel.model.assembly import Model
from tests.economic_deal import WHOLE
from tests.model.small_case import sized, small_model

KNOWN: dict[str, Any] = {
    "timing.construction_months": 12,
    "timing.operation_months": 120,
    "facilities.senior.tenor_months": 120,
    "valuation.convention": "periods",
    "capex.plant.unit_cost": 100.0,
    "opex.staff.unit_cost": 5.0,
    "economics": {
        "conversion": {"factors": {"plant": 1.0, "staff": 0.0}},
        "benefits": {
            "service": {
                "type": "other",
                "quantity": {"by_year": {2027: 0.0, 2028: 12.0, 2029: 14.0, 2030: 16.0, 2031: 18.0, 2032: 20.0}},
                "unit_value": 1.0,
            }
        },
    },
}
"""100 spent at once, then 12, 14, 16, 18 and six times 20."""

MEETING = ("payer", "payee", "cash", "statement", "balance", "financing", "available", "after_debt", "vat", "funds")
"""Tags by which lines become cash, statements or parties."""


def economic_lines(model: Model) -> set[str]:
    """The lines of the appraisal, of emissions and of carbon prices."""
    titles = ("Economic appraisal", "Emissions")
    return {line.name for line in model.graph.lines.values() if line.title in titles}


def references(model: Model, name: str) -> set[str]:
    found, pending = set(), [model.graph.lines[name].expression]
    while pending:
        node = pending.pop()
        pending.extend(node.children)
        if isinstance(node, Reference):
            found.add(node.name)
    return found


def test_the_known_example_has_its_known_return_and_present_value() -> None:
    found = sized(KNOWN)
    assert found.value("economic_irr") == pytest.approx(0.113179, abs=5e-7)
    assert found.value("economic_npv") == pytest.approx(29.3719, abs=5e-5)
    assert found.value("benefit_cost_ratio") == pytest.approx(1.293719, abs=5e-7)


def test_a_lower_rate_is_worth_more_and_a_higher_one_less() -> None:
    found = sized(KNOWN)
    lower, main, higher = (found.value(f"appraisal{tail}.net_value") for tail in ("_lower", "", "_higher"))
    flows = [12, 14, 16, 18, *[20] * 6]
    assert lower == pytest.approx(sum(flow / 1.04 ** (t + 1) for t, flow in enumerate(flows)) - 100)
    assert higher == pytest.approx(sum(flow / 1.09 ** (t + 1) for t, flow in enumerate(flows)) - 100)
    assert lower > main > higher


@pytest.mark.parametrize(("convention", "period"), [("dates", "year"), ("periods", "year"), ("periods", "half_year")])
def test_at_its_own_internal_rate_a_project_is_worth_nothing(convention: str, period: str) -> None:
    changes = WHOLE | {"valuation.convention": convention, "timing.period": period}
    rate = sized(changes).value("economic_irr")
    at_rate = {"social_discount_rate": rate, "higher_social_rate": max(rate, 0.09), "lower_social_rate": 0.0}
    found = sized(changes | {"economics": WHOLE["economics"] | at_rate})
    assert found.value("economic_npv") == pytest.approx(0, abs=1e-6)


def test_no_cash_line_depends_on_an_economic_line() -> None:
    model = small_model(WHOLE)
    economic = economic_lines(model)
    touched = {name for name in set(model.graph.lines) - economic if references(model, name) & economic}
    assert len(economic) > 50
    assert touched == set()


def test_no_economic_line_is_cash_or_stands_in_a_statement() -> None:
    model = small_model(WHOLE)
    for name in economic_lines(model):
        assert not set(MEETING) & set(model.graph.lines[name].tags), name


def test_the_appraisal_changes_nothing_of_the_financial_model() -> None:
    keys = ("economics", "emissions.fuel", "carbon_prices.shadow")
    with_it, without = sized(WHOLE), sized({key: value for key, value in WHOLE.items() if key not in keys})
    lines = small_model({key: value for key, value in WHOLE.items() if key not in keys}).graph.lines
    assert not any(name.startswith(("economic", "appraisal")) for name in lines)
    for name in ("project_npv", "equity_irr", "total_uses", "party_authority.present_value"):
        assert with_it.value(name) == without.value(name)


def test_what_groups_gain_adds_to_all_benefits() -> None:
    found = sized(WHOLE)
    groups = [line.name for line in small_model(WHOLE).graph.tagged(who_benefits="present_value")]
    assert len(groups) == 6
    assert sum(map(found.value, groups)) == pytest.approx(found.value("appraisal.benefits_value"))


def test_benefits_are_those_of_each_item_and_the_residual_value() -> None:
    found, graph = sized(WHOLE), small_model(WHOLE).graph
    items = sum(found.value(line.name) for line in graph.tagged(benefit="present_value"))
    residual = 50.0 * float(found.series("appraisal.social_factor") @ found.series("last_operation_flag"))
    assert found.value("payment.economic_present_value") > 0
    added = items + found.value("payment.economic_present_value") + residual
    assert added == pytest.approx(found.value("appraisal.benefits_value"))


def test_every_cost_and_all_revenue_of_the_financial_model_is_converted_once() -> None:
    outcomes = {"time": {"baseline": 100.0, "measured": 140.0, "rate": 2.0}}
    signals = {"type": "pay_for_performance", "outcomes": outcomes, "verification": {"cost": 3.0, "index": "cpi"}}
    share = {"streams": ["payment"], "share": 0.05}
    phase = {"investment": {"by_year": {2030: 40.0, 2031: 0.0}}, "index": "cpi"}
    changes = WHOLE | {"revenue.signals": signals, "revenue_shares.city": share, "phases.second": phase}
    found, graph = sized(changes), small_model(changes).graph
    level = found.series("general_price_level")
    real: dict[str, Any] = {"cost": 0.0, "revenue": 0.0, "paid": 0.0}
    for line in graph.tagged(converted="economic"):
        name, heading = line.instance, line.tags["heading"]
        kind = "revenue" if heading == "revenue" or name == "economic_guarantors" else "cost"
        if name not in ("economic_tax", "economic_vat", "economic_grants"):
            real[kind] = real[kind] + found.series(f"{name}.real_flow") * level
    costs = sum(found.series(name) for name in ("capex_total", "opex_total", "lifecycle_total"))
    assert real["cost"] == pytest.approx(costs)
    assert real["revenue"] == pytest.approx(found.series("revenue_total"))
    assert found.value("economic_other.economic_present_value") > 0
    assert found.value("economic_payments.real_present_value") > 0
    assert found.value("second.economic_present_value") > 0


def test_every_cost_outside_the_items_is_known_to_use_something_up_or_to_change_hands() -> None:
    """A new cost line must be given ``resource="used"`` or be named here as a payment between parties."""
    model = Path(__file__).parents[2] / "finmodel" / "model"
    definition = re.compile(r"\.line\(([^)]*(?:statement=\"opex\"|cash=\"(?:capex|lifecycle)\")[^)]*)\)")
    label = re.compile(r"\"([^\"]+)\"")
    found = {
        f"{path.stem}: {label.findall(text)[0]}"
        for path in model.rglob("*.py")
        for text in definition.findall(path.read_text(encoding="utf-8"))
        if 'resource="used"' not in text
    }
    items = {"capex: Cost", "opex: Cost", "lifecycle: Cost", "phase: Cost"}
    transfers = {
        "fund: Passed on to the fund",
        "impact_bond: Top-up paid to the provider",
        "return_cap: Returned above the cap",
        "revenue_guarantee: Revenue shared",
        "revenue_share: Share of revenue owed",
    }
    assert found == items | transfers


def test_inflation_that_raises_all_prices_alike_changes_no_economic_value() -> None:
    indexed = WHOLE | {"capex.plant.index": "cpi", "revenue.payment.indexation": {"cpi": 1.0}}
    still, fast = (sized(indexed | {"indices.cpi.rate": rate}) for rate in (0.0, 0.2))
    for name in ("economic_npv", "economic_irr", "plant.economic_present_value", "payment.economic_present_value"):
        assert still.value(name) == pytest.approx(fast.value(name), rel=1e-9)
    assert still.value("project_npv") < fast.value("project_npv")


def test_a_delay_costs_society_part_of_the_benefits() -> None:
    changes = WHOLE | {"timing.delay_months": 0, "timing.spare_months": 24}
    late = sized(changes | {"timing.delay_months": 12}).value("economic_npv")
    assert late < sized(changes).value("economic_npv") * 0.97
