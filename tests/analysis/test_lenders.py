"""Who lends in a deal, and what lenders lose."""

from finmodel.analysis.lenders import lenders_of, loss_of_lenders
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import small_model

STANDBY = {"amount": 50.0, "base_rate": 0.12, "repayment_months": 24}


def test_whoever_lends_by_plan_or_stands_by_is_a_lender() -> None:
    found = small_model({"facilities.soft": SOFT, "funding.standby_facility": STANDBY}).graph
    assert lenders_of(found) == ("concessional_lender", "senior_lender", "standby_lender")
    assert lenders_of(small_model().graph) == ("senior_lender",)


def test_the_gain_of_one_lender_is_no_comfort_to_another() -> None:
    changes = {"bank": -5.0, "fund": 7.0, "sponsor": -20.0}
    assert loss_of_lenders(changes, ("bank", "fund")) == 5
    assert loss_of_lenders(changes, ("fund",)) == 0
