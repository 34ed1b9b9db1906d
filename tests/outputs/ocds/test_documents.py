"""What the standard keeps as documents: termination, hand-back, value for money."""

from finmodel.outputs.ocds.documents import evaluation, subsidies, termination_and_handover
from tests.outputs.ocds.deal import deal


def test_termination_says_the_cases_words_and_the_highest_compensation_of_each_case() -> None:
    termination, handover = termination_and_handover(deal())
    assert termination["documentType"] == "termination"
    assert termination["description"].startswith("As the agreement says. Authority's default: at most ")
    assert termination["description"].count("at most") == 5
    assert (handover["documentType"], handover["description"]) == ("handover", "Free of charge")


def test_what_others_pay_of_the_interest_is_told() -> None:
    (found,) = subsidies(deal())
    paid = sum(amount or 0 for amount in deal().results.series["senior.interest_subsidy_received"])
    assert paid > 10
    assert found["documentType"] == "grants"
    assert found["description"] == f"Senior: Damu pays {round(paid * 1e6)} KZT of the interest over the loan's life."


def test_the_evaluation_has_the_rate_and_the_value_for_money() -> None:
    (award,) = evaluation(deal())
    gain = deal().results.values["value_for_money_gain"] or 0
    assert award["evaluationIndicators"]["discountRate"] == 0.10
    assert award["evaluationIndicators"]["netPresentValue"]["amount"] == round(gain * 1e6)
    assert award["documents"][0]["description"].startswith("Present values: raw comparator ")
