"""Support for programs: records that add up, with a reason where there is no number."""

import json

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.json_results import minimum_document, results_document, results_json, support_document
from finmodel.outputs.support_records import effect_records, measured_lines, minimum_record, trouble_text
from tests.model.small_case import small_model
from tests.outputs.support_case import supported


def test_every_instrument_has_its_record_and_its_parties_add_to_zero() -> None:
    soft, cover = effect_records(supported())
    assert (soft["name"], soft["heading"], soft["provider"]) == ("soft", "facilities", "concessional_lender")
    assert (cover["name"], cover["type"]) == ("cover", "first_loss_guarantee")
    for each in (soft["resized"], soft["signed"], cover["risks"]["less"]):
        assert abs(sum(each["parties"].values())) < 1e-6
        assert sum(each["per_unit"].values()) == pytest.approx(0, abs=1e-6)
    assert soft["resized"]["with"]["equity_irr"] > soft["resized"]["without"]["equity_irr"]


def test_what_costs_nothing_has_a_reason() -> None:
    cover = effect_records(supported())[1]
    assert (cover["signed"]["cost"], cover["signed"]["reason"]) == (None, "It costs its provider nothing here.")


def test_the_answer_says_with_and_without_and_what_binds() -> None:
    record = minimum_record(supported())
    assert record is not None
    assert (record["answer"], record["lever"], record["binding"]) == (
        "found", "facilities.soft.base_rate", ["equity_irr"]
    )  # fmt: skip
    assert record["value"] == record["with"]["lever"]
    assert record["with"]["holds"]
    assert not record["without"]["holds"]
    assert record["with"]["targets"]["payments.payment"]["to_spare"] == pytest.approx(10)


def test_what_is_not_reachable_has_no_value() -> None:
    record = minimum_record(supported(dscr=3.0))
    assert record is not None
    assert (record["answer"], record["value"], record["binding"]) == ("not_reachable", None, ["dscr_minimum"])


def test_a_line_that_refuses_a_deal_is_said_by_its_label() -> None:
    said = trouble_text(supported(), "senior.without_equity")
    assert said.startswith("There is no such deal: Senior: ")
    assert trouble_text(supported(), "Did not settle.") == "Did not settle."


def test_results_hold_support_where_a_case_has_it_and_nothing_where_it_has_none() -> None:
    document = results_document(supported())
    assert list(document["support_effects"]) == ["soft", "cover"]
    assert document["minimum_support"]["answer"] == "found"
    assert json.loads(results_json(supported()))["support_effects"]["soft"]["label"] == "Soft loan"
    plain = results_document(evaluate(small_model(), About("small", "Small deal", "KZT million")))
    assert "support_effects" not in plain
    assert "minimum_support" not in plain


def test_the_documents_of_both_verbs_name_the_case() -> None:
    told = support_document(supported())
    assert (told["case"], told["currency"]) == ("small", "KZT million")
    assert told["measures"]["concessionality_share"]["label"] == "Concessionality"
    assert len(told["instruments"]) == 2
    assert minimum_document(supported())["answer"] == "found"


def test_only_lines_that_measure_support_are_measures() -> None:
    assert "grant_element_dac" in measured_lines(supported())
    assert "senior.commitment" not in measured_lines(supported())
