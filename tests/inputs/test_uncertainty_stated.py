"""What a case states of uncertainty as numbers: its own words, or the risks of its register where it has none."""

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
