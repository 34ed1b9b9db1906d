"""The economic appraisal of whole cases: the known example, and that nothing economic is cash or touches cash."""

from typing import Any

import pytest

from finmodel.expr.nodes import Reference
from finmodel.model.assembly import Model
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

WHOLE: dict[str, Any] = {
    "indices.cpi.rate": 0.08,
    "currencies.usd": {"spot": 500.0, "path": "depreciation", "depreciation": 0.05},
    "opex.staff.index": "cpi",
    "carbon_prices.shadow": {"path": "world_bank_low", "currency": "usd", "price_rise": 0.3},
    "emissions.fuel": {
        "without_project": {"quantity": 10e6, "factor": 2.68},
        "with_project": {"quantity": 1e6, "factor": 0.8, "factor_decline": 0.02, "losses": 0.1},
        "construction_tonnes": 1000.0,
    },
    "economics": {
        "price_index": "cpi",
        "hourly_wage_cost": 2500.0,
        "hourly_household_income": 1500.0,
        "gdp_per_person": 8.0,
        "growth_per_person": 0.03,
        "conversion": {"traded_shares": {"plant": 0.6}, "labour_shares": {"staff": 0.9}, "factors": {"payment": 0.1}},
        "shadow_wage_factor": 0.8,
        "residual_value": 50.0,
        "benefits": {
            "trips": {"type": "time_saved", "hours": 0.1, "work_share": 0.2, "child_share": 0.1},
            "crashes": {"type": "accidents", "deaths": 2.0, "deaths_reduction": 0.4, "serious_injuries": 10.0,
                        "serious_reduction": 0.2},
            "carbon": {"type": "emissions", "avoided": "fuel", "carbon_price": "shadow"},
            "air": {"type": "local_air", "tonnes": 3.0, "damage": 5.0},
            "running_costs": {"type": "cost_savings", "amount": 20.0, "tax_share": 0.2, "growth": 0.01},
            "fares": {"type": "consumer_surplus", "use_without": 1.0, "use_with": 1.4, "cost_without": 50.0,
                      "cost_with": 45.0},
            "tidy": {"type": "other", "quantity": 2.0, "unit_value": 3.0, "haircut": 0.5},
        },
    },
}  # fmt: skip
"""Every kind of benefit, prices that rise, a currency, every kind of conversion."""

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


@pytest.mark.parametrize("convention", ["dates", "periods"])
def test_at_its_own_internal_rate_a_project_is_worth_nothing(convention: str) -> None:
    changes = WHOLE | {"valuation.convention": convention}
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
