"""``results.json`` holds everything a run found, in the contract's shape, with null and a reason for what is not."""

import json
from dataclasses import replace
from typing import Any

import pytest

from finmodel.outputs.json_results import as_json, results_document, results_json
from finmodel.results import FacilitySize, Payoff, RecordRow, RecordTable, Results, ScenarioInputs
from finmodel.units import Unit
from tests.small_project import model, results, scenario


@pytest.fixture(scope="module")
def run() -> Results:
    return results()


@pytest.fixture(scope="module")
def document(run: Results) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(results_json(run), parse_constant=pytest.fail)
    return parsed


def test_the_head_says_which_case_and_run_it_is(document: dict[str, Any]) -> None:
    assert (document["case"], document["currency"], document["period_months"]) == ("small", "KZT million", 12)
    assert (document["scenario"], document["frozen"]) == ("base", False)
    assert document["hashes"] == {"case": "0" * 64}


def test_key_results_have_value_and_unit(run: Results, document: dict[str, Any]) -> None:
    assert document["kpis"]["equity_irr"] == {"value": pytest.approx(run.values["equity_irr"]), "unit": "% a year"}


def test_checks_have_value_and_verdict(document: dict[str, Any]) -> None:
    assert document["checks"]["debt_left"] == {"value": 0, "ok": True, "kind": "integrity"}


def test_lines_have_values_over_periods_or_one_value(document: dict[str, Any]) -> None:
    assert document["lines"]["cfads"] == {"unit": "money", "label": "CFADS", "values": [0, 400, 350, 420]}
    assert document["lines"]["loan.amount"]["label"] == "Bank loan: Amount"
    assert document["periods"][0] == {"start": "2026-01-01", "end": "2026-12-31"}


def test_a_blank_is_null_with_its_reason(document: dict[str, Any]) -> None:
    dscr = document["lines"]["dscr"]
    assert dscr["values"][0] is None
    assert dscr["reason"] == "Bank loan: Debt service is 0."
    empty = results_document(scenario(model(revenue=(0.0, 0.0, 0.0, 0.0))))
    assert empty["kpis"]["equity_irr"] == {
        "value": None, "unit": "% a year", "reason": "Equity flow never changes sign.",
    }  # fmt: skip
    assert empty["lines"]["equity_irr"]["reason"] == "Equity flow never changes sign."


def test_parties_have_their_net_flows_and_present_value(run: Results, document: dict[str, Any]) -> None:
    sponsor = document["parties"]["sponsor"]
    assert sponsor["label"] == "Sponsor"
    assert sponsor["net"] == pytest.approx(run.series["equity_flow"])
    assert sponsor["present_value"] == pytest.approx(run.values["party_sponsor.present_value"])


def test_the_contract_holds_what_was_agreed(run: Results, document: dict[str, Any]) -> None:
    assert document["contract"]["loan.amount"] == pytest.approx(run.values["loan.amount"])
    assert document["contract"]["loan.service"] == pytest.approx(run.series["loan.service"])


def test_assumptions_say_where_they_come_from(document: dict[str, Any]) -> None:
    assert document["assumptions"]["capex"] == {
        "label": "Capex", "value": [1000, 0, 0, 0], "unit": "money", "path": "capex", "status": "seen",
        "source": "Tender, page 3", "as_of": "2026-01",
    }  # fmt: skip
    assert document["assumptions"]["regime"]["choice"] == "relief"
    assert document["assumptions"]["tariff"]["axis"] == ["2026", "2027"]


def test_scenarios_list_what_they_change(run: Results) -> None:
    told = replace(run, scenarios=(ScenarioInputs("late", "Late", {"lag": 2.0}),))
    assert results_document(told)["scenarios"] == {"late": {"label": "Late", "inputs": {"lag": 2}}}


def test_what_is_left_of_nothing_after_rounding_is_nothing(run: Results) -> None:
    noisy = replace(run, values={**run.values, "last_service": -3e-13, "total_uses": 0.1 + 0.2})
    lines = results_document(noisy)["lines"]
    assert (lines["last_service"]["value"], lines["total_uses"]["value"]) == (0, 0.3)


def test_the_text_is_the_same_for_the_same_run_and_one_record_a_line(run: Results) -> None:
    assert results_json(run) == results_json(results())
    assert '\n    "cfads": {"unit": "money", "label": "CFADS", "values": [0, 400, 350, 420]},\n' in results_json(run)


def test_nan_can_never_be_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json({"value": float("nan")})


def test_facilities_have_their_limits_and_the_one_that_binds(run: Results) -> None:
    size = FacilitySize("Senior", 700.0, {"uses": 1000.0, "gearing": 700.0}, "gearing", {})
    told = results_document(replace(run, facilities={"senior": size}))
    assert told["facilities"] == {
        "senior": {
            "label": "Senior", "commitment": 700, "limits": {"uses": 1000, "gearing": 700}, "binding": "gearing",
        }
    }  # fmt: skip


def test_a_table_of_record_has_its_columns_and_a_value_in_each(run: Results) -> None:
    row = RecordRow("cfads", "CFADS", Unit.MONEY, (0.0, None))
    made = results_document(replace(run, tables={"fiscal": RecordTable("fiscal", ("2027", "2028"), (row,))}))
    assert made["fiscal"] == {
        "by": "year", "columns": ["2027", "2028"],
        "rows": {"cfads": {"label": "CFADS", "unit": "money", "values": [0, None]}},
    }  # fmt: skip
    assert "fiscal" not in results_document(run)


def test_payoffs_are_there_where_a_case_has_them(run: Results, document: dict[str, Any]) -> None:
    assert "payoffs" not in document
    row = RecordRow("signals.revenue", "Signals: Payment earned", Unit.MONEY, (0.0, 5.0))
    payoff = Payoff("signals", "achievement", 2030, (0.0, 1.0), (row,))
    found = results_document(replace(run, payoffs=(payoff,)))["payoffs"]["signals"]
    assert (found["by"], found["year"], found["levels"]) == ("achievement", 2030, [0, 1])
    assert found["rows"]["signals.revenue"] == {"label": "Signals: Payment earned", "values": [0, 5]}
