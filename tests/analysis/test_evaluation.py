"""A case is sized at financial close; a scenario then meets the debt as contracted, unless it is sized again."""

from dataclasses import replace
from datetime import date

import pytest

from finmodel.analysis.evaluation import Scenario, evaluate
from finmodel.results import Period
from tests.small_project import ABOUT, model, results, scenario

WORSE = (0.0, 300.0, 300.0, 300.0)


def test_the_base_case_is_sized_and_keeps_its_contract() -> None:
    run = results()
    assert (run.scenario, run.frozen) == ("base", False)
    assert run.passes > 1
    assert run.contract == {"loan.amount": run.values["loan.amount"], "loan.service": run.series["loan.service"]}


def test_a_scenario_meets_the_debt_as_contracted() -> None:
    base, worse = results(), scenario(model(revenue=WORSE))
    assert (worse.scenario, worse.frozen) == ("changed", True)
    assert worse.series["loan.service"] == base.series["loan.service"]
    assert worse.values["dscr_minimum"] == pytest.approx(300 / (base.values["loan.amount"] or 0) * 3)
    assert worse.contract == base.contract


def test_a_frozen_loan_stays_even_if_its_gearing_changes() -> None:
    assert scenario(model(gearing=0.5)).values["loan.amount"] == results().values["loan.amount"]


def test_a_scenario_can_be_sized_again_and_still_names_the_contract() -> None:
    run = scenario(model(gearing=0.5), resize=True)
    assert not run.frozen
    assert run.values["loan.amount"] == pytest.approx(0.5 * (run.values["total_uses"] or 0))
    assert run.contract["loan.amount"] == results().values["loan.amount"]


def test_results_show_the_inputs_of_the_scenario() -> None:
    assert scenario(model(revenue=WORSE)).inputs["revenue"].value == WORSE


def test_a_longer_grid_holds_what_was_agreed_and_nothing_after_it() -> None:
    longer = model(revenue=(0.0, 400.0, 350.0, 420.0, 100.0))
    inputs = replace(longer.inputs["capex"], value=(1000.0, 0.0, 0.0, 0.0, 0.0))
    table = replace(longer.inputs, entries={**longer.inputs.entries, "capex": inputs})
    run = evaluate(model(), ABOUT, scenario=Scenario("longer", replace(longer, inputs=table, periods=5)))
    assert run.series["loan.service"] == (*results().series["loan.service"], 0.0)
    assert run.series["cfads"][4] == 100.0
    assert len(run.periods) == 5


def test_periods_have_their_first_and_last_days() -> None:
    assert results().periods[1] == Period(date(2027, 1, 1), date(2027, 12, 31))


def test_a_blank_is_none_with_a_reason_and_never_nan() -> None:
    run = scenario(model(revenue=(0.0, 0.0, 0.0, 0.0)))
    assert run.kpis["equity_irr"].value is None
    assert run.kpis["equity_irr"].reason == "Equity flow never changes sign."
    assert run.series["dscr"][0] is None


def test_key_results_bear_the_names_of_their_tags() -> None:
    run = results()
    assert list(run.kpis) == ["total_uses", "dscr_minimum", "equity_irr", "senior_debt"]
    assert run.kpis["senior_debt"].line == "loan.amount"
    assert run.kpis["senior_debt"].reason == ""


def test_a_check_holds_where_it_is_nothing_within_the_tolerance() -> None:
    run = results()
    assert {name: check.ok for name, check in run.checks.items()} == {"debt_left": True, "thin_cover": True}
    assert (run.checks["debt_left"].kind, run.checks["thin_cover"].kind) == ("integrity", "alert")
    assert not scenario(model(revenue=(0.0, 200.0, 200.0, 200.0))).checks["thin_cover"].ok


@pytest.mark.parametrize(("tolerance", "holds"), [(0.4, False), (0.6, True)])
def test_the_tolerance_of_the_case_decides(tolerance: float, holds: bool) -> None:
    assert evaluate(model(gap=0.5, tolerance=tolerance), ABOUT).checks["debt_left"].ok is holds
