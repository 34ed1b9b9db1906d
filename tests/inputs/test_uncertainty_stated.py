"""What a case states of uncertainty as numbers: its own words, or the risks of its register where it has none."""

from pathlib import Path

from finmodel.inputs.reader import read_text
from finmodel.inputs.uncertainty_stated import stated_uncertainty
from tests.inputs.test_uncertainty import AROUND, STATED
from tests.model.small_case import small_case


def test_figures_are_paths_and_parameters_are_numbers() -> None:
    found = stated_uncertainty(small_case({**AROUND, "uncertainty": STATED}))
    cost, staff = found.variables
    assert (cost.figures, cost.way, cost.label) == (("capex.plant.overrun",), "add", "Cost")
    assert (cost.unit.value, staff.unit.value) == ("%", "factor")
    assert (cost.provenance.source, cost.provenance.status) == ("Ours", "assumption")
    demand, prices = found.processes
    assert (demand.volatility, demand.reversion, demand.unit.value) == (0.15, 0.0, "%")
    assert (prices.volatility, prices.reversion, prices.unit.value) == (0.01, 0.5, "% a year")
    assert found.correlations == (("cost", "staff", 0.4), ("demand", "prices", 0.3))
    assert (found.hurdle, found.hurdle_is_stated) == (0.12, True)


def test_risks_that_move_figures_may_happen_each_in_its_way() -> None:
    risks = {
        "a": {"id": "design", "probability": 0.1, "set": {"opex.staff.unit_cost": 60, "opex.staff.overrun": "5 %"}},
        "b": {"id": "design", "probability": 0.2, "set": {"opex.staff.unit_cost": {"times": 2}}},
        "c": {"id": "design", "probability": 0.3},
    }
    found = stated_uncertainty(small_case({"risks": risks}))
    assert [(risk.name, risk.probability) for risk in found.risks] == [("a", 0.1), ("b", 0.2)]
    assert found.risks[0].changes == (("opex.staff.unit_cost", "value"), ("opex.staff.overrun", "value"))
    assert found.risks[1].changes == (("opex.staff.unit_cost", "times"),)


def test_without_the_heading_the_hurdle_is_the_equity_discount_rate() -> None:
    found = stated_uncertainty(small_case({"valuation.equity_discount_rate": 0.14}))
    assert (found.hurdle, found.hurdle_is_stated, found.is_empty) == (0.14, False, True)


def test_an_event_has_its_years_and_its_size_as_numbers() -> None:
    stated = {
        "strike": {
            "figures": ["revenue.payment.amount"], "way": "times", "size": "40 %", "probability": "25 %",
            "from_year": 2030, "until_year": 2033, "lasts": 1.5,
        },
        "closure": {"figures": ["revenue.payment.amount"], "way": "value", "size": 0, "hazard": "1 %"},
    }  # fmt: skip
    strike, closure = stated_uncertainty(small_case({**AROUND, "uncertainty": {"events": stated}})).events
    assert (strike.size, strike.probability, strike.hazard, strike.lasts) == (0.4, 0.25, None, 1.5)
    assert (strike.first_year, strike.last_year, strike.unit.value) == (2030, 2033, "factor")
    assert (closure.size, closure.probability, closure.hazard, closure.lasts) == (0.0, None, 0.01, None)
    assert (closure.first_year, closure.unit.value) == (2028, "money a year")
    assert closure.last_year >= 2036


def test_the_example_of_the_page_can_be_used_as_it_stands() -> None:
    page = (Path(__file__).parents[2] / "docs" / "simulation.md").read_text(encoding="utf-8")
    document, problems = read_text(page.split("```yaml\n")[1].split("```")[0], "page")
    assert problems == []
    late = {"late": {"id": "completion", "probability": 0.1, "set": {"timing.delay_months": {"add": 6}}}}
    found = stated_uncertainty(small_case({**document.data, "risks": late}))
    assert [variable.name for variable in found.variables] == ["construction_cost", "staff_cost"]
    assert [risk.name for risk in found.risks] == ["late"]
