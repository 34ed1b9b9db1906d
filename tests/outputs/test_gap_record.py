"""What is told of a viability gap: the grant as a share of cost, and that the cap is the limit where it is."""

from dataclasses import replace

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.minimum_concessionality import minimum_support
from finmodel.outputs.gap_record import gap_record
from finmodel.outputs.language import translator
from finmodel.outputs.support_records import minimum_record
from finmodel.outputs.support_tables import answer_text
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Results
from tests.analysis.test_minimum_concessionality import GAP, gap_by_hand
from tests.model.small_case import small_case, small_model


def answered(target: float) -> Results:
    changes = {**GAP, "concessionality": {"targets": {"equity_irr": target}}}
    case = small_case(changes)
    assert case.concessionality is not None
    results = evaluate(small_model(changes), About("small", "Small deal", "KZT million"))
    return replace(results, minimum_support=minimum_support(results, case.concessionality, case))


def test_a_gap_that_is_found_is_told_as_a_share_of_cost() -> None:
    results = answered(0.45)
    gap = gap_record(results)
    assert gap is not None
    assert gap.share_of_cost == pytest.approx(gap_by_hand(0.45) / 1000)
    assert (gap.caps, gap.at_caps) == (0.4, False)
    record = minimum_record(results)
    assert record is not None
    assert record["viability_gap"]["share_of_cost"] == gap.share_of_cost
    said = answer_text(View(results, translator("en")))
    assert said.endswith("of project cost; the caps allow 40.0%.")


def test_a_gap_that_the_caps_do_not_fill_names_the_cap_as_the_limit() -> None:
    results = answered(2.0)
    said = answer_text(View(results, translator("en")))
    assert said.startswith("Not reachable: ")
    assert said.endswith("The binding limit of the grant is the cap of 40.0% of project cost.")


def test_a_gap_that_is_none_is_told_so() -> None:
    said = answer_text(View(answered(0.1), translator("en")))
    assert said.startswith("None needed: ")


def test_other_levers_fill_no_gap() -> None:
    assert gap_record(evaluate(small_model({}), About("small", "Small deal", "KZT million"))) is None
