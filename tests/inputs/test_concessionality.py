"""The heading concessionality: what is usual, what a measured loan needs, and the lever of support."""

from typing import Any

import pytest

from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.validation import validated
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import small, small_case

UNPRICED = {key: value for key, value in SOFT.items() if key != "market_rate"}
LEVER = {"figure": "facilities.soft.margin", "without": "13 %", "most": 0}
TARGETS = {"equity_irr": 0.2}


def problems(changes: dict[str, Any]) -> list[str]:
    return [f"{p.key}: {p.what}; {p.remedy}" for p in validated(Case, Document("case.yaml", small(changes)))[1]]


def test_a_concessional_loan_is_measured_by_the_rates_of_an_upper_middle_income_country() -> None:
    found = small_case({"facilities.soft": SOFT}).concessionality
    assert found is not None
    assert (found.dac_rate.number, found.dac_threshold.number) == (0.06, 0.10)
    assert (found.imf_rate.number, found.imf_threshold.number) == (0.05, 0.35)
    assert (found.dac_rate.provenance.status, found.imf_threshold.provenance.status) == ("seen", "unverified")
    assert not found.dac_rate.provenance.stated


def test_a_case_without_a_measured_loan_states_no_rates() -> None:
    assert small_case({}).concessionality is None
    assert small_case({"facilities.vendor": {**SOFT, "type": "vendor_loan"}}).concessionality is not None


def test_a_measure_that_is_stated_needs_the_price_of_the_market() -> None:
    assert problems({"facilities.soft": UNPRICED}) == []
    assert problems({"facilities.soft": UNPRICED, "concessionality": {"dac_rate": "6 %"}}) == [
        "concessionality: the concessional loan soft has no market price to be measured by; "
        "state facilities.soft.market_rate: what a market lender would ask, all in"
    ]


def test_the_price_of_the_market_has_the_form_of_the_base_rate() -> None:
    path = {"by_year": {2027: 0.15}}
    assert problems({"facilities.soft": {**SOFT, "market_rate": path}}) == [
        "facilities.soft.market_rate: is given by year, and the base rate as one number; "
        "give one number, or both in the same form"
    ]
    assert problems({"facilities.soft": {**SOFT, "base_rate": path}}) == []


@pytest.mark.parametrize(
    ("lever", "said"),
    [
        ({"figure": "facilities.soft.margn"}, "there is no figure facilities.soft.margn in the case; "
         "did you mean facilities.soft.margin?"),
        ({"figure": "nothing"}, "there is no figure nothing in the case; name a figure that the case states"),
        ({"figure": "timing.operation_months", "without": 96, "most": 120}, "timing.operation_months gives no support "
         "that can be moved step by step; name a rate, a share, an amount or months of a loan, a grant or a payment"),
        ({"figure": "facilities.soft.tenor_months", "without": 96, "most": 144}, "concessionality.lever.most: does not "
         "work: facilities.soft.tenor_months: the tenor of 144 months is longer than the project (120); "
         "shorten the tenor to 120 months or less, or lengthen timing.operation_months"),
        ({"most": "13 %"}, "is the value without support; give the value with the most support to be had"),
        ({"figure": "termination.equity_rate", "without": "10 %", "most": "20 %"}, "termination.equity_rate gives no "
         "support that can be moved step by step; name a rate, a share, an amount or months of a loan, a grant or a "
         "payment"),
        ({"most": {"by_year": {2027: 0}}}, "concessionality.lever.most: is no single number; "
         "give the one number at that end of the lever's way"),
        ({"most": "300 %"}, "300 % is above 100 %; write 100 % or less"),
    ],
)  # fmt: skip
def test_a_lever_moves_one_figure_within_its_bounds(lever: dict[str, Any], said: str) -> None:
    stated = {"targets": TARGETS, "lever": {**LEVER, **lever}}
    ending = {"termination": {"equity_rate": 0.15}}
    (found,) = problems({"facilities.soft": SOFT, **ending, "concessionality": stated})
    assert found.endswith(said)


def test_a_lever_is_not_blamed_for_what_does_not_fit_together_anyway() -> None:
    stated = {"targets": TARGETS, "lever": LEVER}
    wrong = {"fiscal": {"payment_ceiling": 100.0}}
    (found,) = problems({"facilities.soft": SOFT, "concessionality": stated, **wrong})
    assert found.startswith("fiscal.payment_ceiling: is a present value without a rate")


def test_a_lever_moves_one_number_towards_something_to_reach() -> None:
    by_year = {"facilities.soft": {**SOFT, "margin": {"by_year": {2027: 0.01}}}}
    (found,) = problems({**by_year, "concessionality": {"targets": TARGETS, "lever": LEVER}})
    assert found.endswith("facilities.soft.margin is no single number; name a figure that is one number")
    (found,) = problems({"facilities.soft": SOFT, "concessionality": {"lever": LEVER}})
    assert found.endswith("there is nothing to reach with it; state targets, such as equity_irr or dscr_minimum")


def test_the_ends_of_a_lever_are_read_in_the_unit_of_its_figure() -> None:
    case = small_case({"facilities.soft": SOFT, "concessionality": {"targets": TARGETS, "lever": LEVER}})
    assert case.concessionality is not None
    assert case.concessionality.lever is not None
    assert case.concessionality.lever.ends(case) == (0.13, 0.0)


def test_the_limit_of_a_payment_names_a_stream() -> None:
    (found,) = problems({"concessionality": {"targets": {"payments": {"paymnt": 300.0}}}})
    assert found == "concessionality.targets.payments.paymnt: there is no paymnt under revenue; did you mean payment?"
