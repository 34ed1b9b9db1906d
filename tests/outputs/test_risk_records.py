"""Risk sharing as records for programs: every number, or none with a reason."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from finmodel.outputs.risk_records import risk_records
from finmodel.results import Results
from tests.runs import results_of

LIGHTING = Path(__file__).parents[2] / "cases" / "alatau_gate_lighting" / "case.yaml"


@cache
def results() -> Results:
    return results_of(LIGHTING)


def record(name: str) -> dict[str, Any]:
    return next(found for found in risk_records(results()) if found["name"] == name)


def test_all_records_have_the_same_keys_but_for_reasons() -> None:
    keys = [set(found) - {"reason", "reasons"} for found in risk_records(results())]
    assert all(one == keys[0] for one in keys)
    assert {"parties", "shares", "company", "sum", "equity_irr", "lenders_loss", "findings"} <= keys[0]


def test_all_parties_add_to_zero_with_the_company_among_them() -> None:
    delay = record("completion_delay")
    assert delay["parties"]["company"] == delay["company"] != 0
    assert abs(sum(delay["parties"].values())) < 1e-6
    assert abs(delay["sum"]) < 1e-6


def test_findings_are_sentences() -> None:
    assert record("construction_overrun")["findings"] == [
        "Contractor: 0% of the loss, where 70% was intended.",
        "Sponsors: 100% of the loss, where 30% was intended.",
    ]
    assert record("interest_rate")["findings"] == []


def test_each_risk_says_what_the_public_side_passes_on_and_what_the_model_changes() -> None:
    overrun, law, quake = record("construction_overrun"), record("tax_relief"), record("force_majeure")
    assert (overrun["transferable_or_retained"], law["transferable_or_retained"]) == ("transferable", "shared")
    assert overrun["driver_words"][0].endswith("Overrun 0.0% → 15.0%")
    assert quake["driver_words"] == []


def test_what_does_not_exist_is_none_and_says_why() -> None:
    risk = results().risk_sharing.risks[0]
    assert risk.effect is not None
    measures = replace(risk.effect.measures, equity_irr=None, reasons={"equity_irr": "Flows never change sign."})
    effect = replace(risk.effect, measures=measures, shares={}, private_share=None)
    sharing = replace(results().risk_sharing, risks=[replace(risk, effect=effect)])
    (found,) = risk_records(replace(results(), risk_sharing=sharing))
    assert (found["equity_irr"], found["share_private"]) == (None, None)
    assert found["reasons"] == {"equity_irr": "Flows never change sign.", "share_private": "Nobody loses."}


def test_what_is_drawn_on_guarantees_is_told_in_total_and_by_guarantee() -> None:
    risk = results().risk_sharing.risks[0]
    assert risk.effect is not None
    measures = replace(risk.effect.measures, guarantees={"first_loss": 40.0, "surety": 2.5})
    sharing = replace(results().risk_sharing, risks=[replace(risk, effect=replace(risk.effect, measures=measures))])
    (found,) = risk_records(replace(results(), risk_sharing=sharing))
    assert found["guarantee_drawn"] == 42.5
    assert found["guarantees"] == {"first_loss": 40.0, "surety": 2.5}
    assert (record("completion_delay")["guarantee_drawn"], record("completion_delay")["guarantees"]) == (0, {})


def test_a_case_without_risks_has_no_records() -> None:
    assert risk_records(results_of(LIGHTING, scenario="delay_six_months")) == []
