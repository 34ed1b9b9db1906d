"""Two deals compared: figures, words, results and parties aligned, with causes that add up to every change."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from pathlib import Path

import pytest

from finmodel.compared import STRUCTURE, Comparison, Debt
from finmodel.errors import UsageError
from finmodel.questions import compare_deals
from tests.analysis.comparison.deals import difference, pair, sized_deal, under

CASES = Path(__file__).parents[3] / "cases"
COST, WAGES = "capex.plant.unit_cost", "opex.staff.unit_cost"


def adds_up(found: Comparison) -> bool:
    return all(
        fsum(cause.effect for cause in each.causes) == pytest.approx(each.change, rel=1e-8, abs=1e-9)
        for each in found.kpis if each.change is not None and not each.reason
    )  # fmt: skip


def test_figures_and_results_are_aligned() -> None:
    before, after = sized_deal({}), sized_deal({COST: 1100.0, WAGES: 60.0})
    found = pair(before, after)
    assert [(change.path, change.kind) for change in found.figures] == [(COST, "changed"), (WAGES, "changed")]
    assert [each.name for each in found.kpis] == list(before.results.kpis)
    irr = difference(found, "equity_irr")
    assert irr.before == before.results.kpis["equity_irr"]
    assert irr.after == after.results.kpis["equity_irr"]
    assert adds_up(found)


def test_the_present_values_of_all_parties_are_compared() -> None:
    found = pair(sized_deal({}), sized_deal({WAGES: 60.0}))
    parties = {each.party: each for each in found.parties}
    assert {"sponsor", "operator", "authority"} <= parties.keys()
    assert (parties["operator"].change or 0.0) > 0 > (parties["sponsor"].change or 0.0)


def test_a_number_that_becomes_a_table_by_year_is_one_change_and_no_structure() -> None:
    rates = {"by_year": {2027: 0.10, 2030: 0.12}}
    before, after = sized_deal({}), sized_deal({"facilities.senior.base_rate": rates})
    for found in (pair(before, after), pair(after, before)):
        causes = difference(found, "equity_irr").causes
        assert [cause.key for cause in causes] == ["facilities.senior.base_rate"]
        assert adds_up(found)


def test_deals_of_different_lengths_are_compared_figure_by_figure() -> None:
    found = pair(sized_deal({}), sized_deal({"timing.construction_months": 36, WAGES: 60.0}))
    keys = {cause.key for cause in difference(found, "equity_irr").causes}
    assert keys == {"timing.construction_months", WAGES}
    assert adds_up(found)


def test_what_only_one_deal_has_is_told_and_has_no_change() -> None:
    shock = {"guarantees.cover": {
        "type": "partial_credit_guarantee", "covers": ["senior"], "guarantor": "guarantor", "coverage": 0.5,
        "amount": 100.0, "fee_rate": 0.01,
    }}  # fmt: skip
    found = pair(sized_deal({}), sized_deal(shock))
    assert [(word.path, word.before) for word in found.words] == [("guarantees.cover", "")]
    only = [each for each in found.kpis if each.before is None]
    assert all(each.reason == "Only one of the two deals has this result." for each in only)
    guarantor = next(each for each in found.parties if each.party == "guarantor")
    assert (guarantor.before, guarantor.change) == (None, None)


def test_a_blank_result_has_a_reason_instead_of_a_change() -> None:
    found = pair(sized_deal({}), under({}, {"revenue.payment.amount": 0.0}), Debt.CONTRACT)
    irr = difference(found, "equity_irr")
    assert (irr.change, irr.causes, irr.reason) == (None, (), "It has no value in one of the two deals.")


def test_amounts_in_different_money_are_not_subtracted() -> None:
    after = sized_deal({WAGES: 60.0})
    dollars = replace(after, results=replace(after.results, currency="USD million"))
    found = pair(sized_deal({}), dollars)
    assert difference(found, "equity_npv").reason == "Amounts are in different money."
    assert difference(found, "equity_irr").change is not None
    assert all(each.change is None for each in found.parties)


def test_single_lines_can_be_asked_for() -> None:
    found = pair(sized_deal({}), sized_deal({WAGES: 60.0}), Debt.SIZED, "party_operator.present_value")
    (only,) = found.kpis
    assert [cause.key for cause in only.causes] == [WAGES]
    with pytest.raises(UsageError, match="did you mean equity_irr"):
        pair(sized_deal({}), sized_deal({}), Debt.SIZED, "equity_ir")


def test_a_project_and_an_issuance_have_nothing_in_common() -> None:
    bonds = replace(sized_deal({}), results=replace(sized_deal({}).results, kind="issuance"))
    with pytest.raises(UsageError, match="an issuance of bonds"):
        pair(sized_deal({}), bonds)


def test_what_causes_miss_is_put_down_to_structure() -> None:
    after = sized_deal({WAGES: 60.0})
    irr = after.results.kpis["equity_irr"]
    kpis = {**after.results.kpis, "equity_irr": replace(irr, value=(irr.value or 0.0) - 0.01)}
    found = pair(sized_deal({}), replace(after, results=replace(after.results, kpis=kpis)))
    causes = difference(found, "equity_irr").causes
    assert [cause.effect for cause in causes if cause.key == STRUCTURE] == [pytest.approx(-0.01)]
    assert adds_up(found)


@pytest.mark.parametrize(
    ("before", "after", "resize", "debt"),
    [
        ("alatau_gate_lighting:high_rates", "alatau_gate_lighting:cost_overrun", False, Debt.CONTRACT),
        ("alatau_gate_lighting", "alatau_gate_lighting:poor_performance", True, Debt.SIZED),
        ("alatau_gate_lighting", "street_lighting_slb", False, Debt.SIZED),
        ("alatau_gate_lighting:high_rates", "street_lighting_slb:cost_overrun", False, Debt.OWN_CONTRACTS),
        ("green_district_bond", "green_district_bond:tonia_stays", False, Debt.NOTHING),
    ],
)
def test_causes_add_up_in_real_cases_and_the_debt_compared_is_said(
    before: str, after: str, resize: bool, debt: Debt
) -> None:
    sides = [given.partition(":") for given in (before, after)]
    paths = [(CASES / case / "case.yaml", scenario or None) for case, _, scenario in sides]
    found = compare_deals(paths[0], paths[1], (before, after), resize=resize)
    assert found.debt is debt
    assert any(each.causes for each in found.kpis)
    assert adds_up(found)
