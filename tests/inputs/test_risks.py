"""Risks of a case: who is to bear them, and the case as it is when one happens."""

from pathlib import Path

import pytest

from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.risks import PRIVATE, PUBLIC, Risk, parties_of, public_parties
from tests.inputs.good_case import edited, load, said
from tests.model.small_case import small
from tests.modelled import case_of


def with_risks(text: str) -> str:
    return edited("scenarios:", f"risks:\n{text}\nscenarios:")


def risk(**words: object) -> Risk:
    return Risk.model_validate({"id": "construction", "probability": 0.1, **words})


@pytest.mark.parametrize(
    ("words", "intended"),
    [
        ({}, {}),
        ({"allocation": "undefined"}, {}),
        ({"allocation": "privateParty"}, {PUBLIC: 0.0, PRIVATE: 1.0}),
        ({"allocation": "publicAuthority"}, {PUBLIC: 1.0, PRIVATE: 0.0}),
        ({"allocation": "shared", "share_private": "75 %"}, {PUBLIC: 0.25, PRIVATE: 0.75}),
        ({"shares": {"sponsor": 0.5, "authority": 0.5}}, {"sponsor": 0.5, "authority": 0.5}),
    ],
)
def test_the_intended_shares_follow_from_the_allocation(words: dict[str, object], intended: dict[str, float]) -> None:
    assert risk(**words).intended() == pytest.approx(intended)


def test_shares_by_party_say_what_the_allocation_is() -> None:
    public = ("authority", "state_budget")
    assert risk(shares={"sponsor": 0.6, "contractor": 0.4}).allocated(public) == "privateParty"
    assert risk(shares={"authority": 0.6, "state_budget": 0.4}).allocated(public) == "publicAuthority"
    assert risk(shares={"authority": 0.6, "sponsor": 0.4}).allocated(public) == "shared"
    assert risk(shares={"authority": 0.6, "sponsor": 0.4}).private_share(public) == pytest.approx(0.4)
    assert risk().private_share(public) is None


def test_whoever_pays_for_availability_is_of_the_public_side_whatever_it_is_called() -> None:
    case = case_of(small({"revenue.payment.payer": "akimat", "opex.staff.supplier": "janitor"}))
    assert "akimat" in public_parties(case)
    assert {"company", "sponsor", "akimat", "janitor", "contractor", "senior_lender"} <= set(parties_of(case))
    assert "reserve_bank" not in parties_of(case)


def test_a_risk_is_the_case_with_its_figures_changed(tmp_path: Path) -> None:
    late = "  late: {id: completion, label: Late, probability: 10 %, set: {timing.delay_months: {add: 6}}}"
    loaded = load(tmp_path, with_risks(late))
    assert loaded.risks["late"].case.timing.delay_months.number == 6
    assert loaded.case.timing.delay_months.number == 0
    grid = loaded.case.grid()
    assert changed_inputs(flatten(loaded.case, grid), loaded.risks["late"].case, grid) == {"delay_months": 6.0}


def test_a_risk_that_moves_no_figure_is_only_listed(tmp_path: Path) -> None:
    loaded = load(
        tmp_path, with_risks("  war: {id: forceMajeure, probability: 1 %, allocation: shared, share_private: 0.5}")
    )
    assert list(loaded.case.risks) == ["war"]
    assert loaded.risks == {}


def test_a_probability_is_an_input_like_any_other(tmp_path: Path) -> None:
    loaded = load(tmp_path, with_risks("  war: {id: forceMajeure, probability: {value: 1 %, status: assumption}}"))
    entry = flatten(loaded.case, loaded.case.grid()).table["war.probability"]
    assert (entry.value, entry.path, entry.provenance.status) == (0.01, "risks.war.probability", "assumption")


def test_all_problems_of_all_risks_are_reported_at_once(tmp_path: Path) -> None:
    two = (
        "  late: {id: completion, probability: 10 %, set: {timing.delay_month: 3}}\n"
        "  dear: {id: construction, probability: 10 %, set: {capex.ligths.overrun: 10 %}}"
    )
    assert [message.partition("; ")[2] for message in said(tmp_path, with_risks(two))] == [
        "did you mean delay_months?",
        "did you mean lights?",
    ]
