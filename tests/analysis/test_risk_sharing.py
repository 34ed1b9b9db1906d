"""Who bears a risk is computed: by hand in a small deal, and for any shock to any deal nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.analysis.evaluation import About, Scenario, evaluate
from finmodel.analysis.risk_sharing import share_risks
from finmodel.inputs.case import Case
from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.risks import Risk, public_parties
from finmodel.results import Finding, Results, RiskEffect, RiskSharing, SharedRisk
from tests.model.drawn_cases import cases
from tests.model.small_case import small, small_case
from tests.model.test_whole_cases import SHOCKS, THOROUGH, shocked_inputs
from tests.modelled import case_of, model_of
from tests.sizes import drawn

DEAL = {"valuation.convention": "periods", "valuation.project_discount_rate": 0.1}
"""The small deal valued by whole years at 10 %: what falls in year n counts 1.1 to the power of 1 - n."""
EIGHT_YEARS = sum(1.1**-n for n in range(2, 10))
"""The present value of 1 a year in the eight years of operation."""


def results_of(changes: Mapping[str, Any]) -> Results:
    return evaluate(model_of(small({**DEAL, **changes})), About("small", "Small deal", "KZT million"))


def shared(shock: Mapping[str, Any], *, deal: Mapping[str, Any] | None = None, **words: Any) -> SharedRisk:
    """One risk that puts other numbers at dotted paths of the small deal."""
    changes = {**DEAL, **(deal or {})}
    base = small_case(changes)
    inputs = changed(base, case_of(small({**changes, **shock})))
    risk = Risk.model_validate({"id": "construction", "probability": 0.2, **words})
    sharing = share_risks(results_of(deal or {}), {"risk": risk}, {"risk": inputs}, public_parties(base))
    (found,) = sharing.risks
    return found


def changed(base: Case, variant: Case) -> dict[str, float | tuple[float, ...]]:
    return changed_inputs(flatten(base, base.grid()), variant, base.grid())


def effect_of(shock: Mapping[str, Any], **words: Any) -> RiskEffect:
    effect = shared(shock, **words).effect
    assert effect is not None
    return effect


def test_what_costs_more_every_year_is_lost_by_the_sponsors_and_turnover_of_the_operator() -> None:
    effect = effect_of({"opex.staff.overrun": 0.1})
    assert effect.parties["operator"] == pytest.approx(5 * EIGHT_YEARS)
    assert effect.parties["sponsor"] == pytest.approx(-5 * EIGHT_YEARS)
    assert effect.turnover["operator"] == pytest.approx(5 * EIGHT_YEARS)
    assert effect.shares == pytest.approx({"sponsor": 1.0})
    assert (effect.private_share, effect.loss) == pytest.approx((1.0, 5 * EIGHT_YEARS))


def test_a_supplier_with_less_work_bears_no_share_of_the_loss() -> None:
    effect = effect_of({"timing.delay_months": 12})
    assert effect.parties["operator"] == pytest.approx(-50 / 1.1**2)
    assert "operator" not in effect.shares
    assert "contractor" not in effect.shares


def test_what_a_payer_pays_less_is_its_gain_and_the_sponsors_loss() -> None:
    effect = effect_of({"revenue.payment.amount": 280.0})
    assert effect.parties["authority"] == pytest.approx(20 * EIGHT_YEARS)
    assert effect.shares == pytest.approx({"sponsor": 1.0})


def test_tax_shares_the_loss_with_the_state() -> None:
    effect = effect_of({"opex.staff.overrun": 0.1}, deal={"tax.cit_rate": 0.2})
    at_most = 0.2 * 5 * EIGHT_YEARS  # less where losses of the first years put the tax off
    assert 0.9 * at_most < -effect.parties["state_budget"] < at_most
    assert effect.shares["state_budget"] == pytest.approx(-effect.parties["state_budget"] / (5 * EIGHT_YEARS))
    assert sum(effect.shares.values()) == pytest.approx(1.0)
    assert effect.private_share == pytest.approx(effect.shares["sponsor"])


def test_the_overrun_of_construction_is_paid_in_by_the_sponsors() -> None:
    effect = effect_of({"capex.plant.overrun": 0.1})
    interest = 0.1 * 0.7 * 50  # of the loan, drawn sooner by 70 % of what the first year costs more
    assert effect.measures.sponsor_support == pytest.approx(100.0 + interest)
    assert effect.parties["contractor"] == pytest.approx(50 + 50 / 1.1)
    assert effect.shares == pytest.approx({"sponsor": 1.0})
    assert effect.impact == pytest.approx(effect.loss / (results_of({}).values["total_uses"] or 0))


def test_expected_cost_is_probability_times_loss() -> None:
    effect = effect_of({"opex.staff.overrun": 0.1}, probability=0.3)
    assert effect.expected_cost == pytest.approx(0.3 * 5 * EIGHT_YEARS)
    assert effect.expected["operator"] == pytest.approx(0.3 * 5 * EIGHT_YEARS)


def test_lenders_who_are_not_repaid_lose_and_the_reader_is_told() -> None:
    risk = shared({"revenue.payment.amount": 100.0})
    assert risk.effect is not None
    assert risk.effect.lenders_loss == pytest.approx(-risk.effect.parties["senior_lender"])
    assert risk.effect.lenders_loss > 100
    assert risk.effect.measures.arrears_highest > 100
    kinds = {finding.kind for finding in risk.findings}
    assert {"lenders_lose", "default", "lockup", "no_return"} <= kinds


def test_lenders_who_lose_next_to_nothing_are_not_worth_a_sentence() -> None:
    """Of a loss of 554, a payment of 185.79 leaves them 0.06 of it; one of 185.5 leaves them 1.5."""
    for payment, told in ((185.79, False), (185.5, True)):
        risk = shared({"revenue.payment.amount": payment})
        assert risk.effect is not None
        assert 0 < risk.effect.lenders_loss < 2
        assert ("lenders_lose" in {finding.kind for finding in risk.findings}) is told


def test_a_guarantee_takes_from_the_lenders_loss_what_the_guarantor_loses() -> None:
    """50 a year is left for 600 at 10 %: in 2029 110 of 160 lack, the guarantor pays 100 of it and never sees it again.

    All that comes in later goes to the lender, with or without the guarantee.
    """
    loan = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}
    first = {"type": "first_loss_guarantee", "covers": ["senior"], "amount": 100.0}
    low = {"revenue.payment.amount": 100.0}
    risk, without = shared(low, deal={**loan, "guarantees": {"first": first}}), shared(low, deal=loan)
    assert risk.effect is not None
    assert without.effect is not None
    assert risk.effect.measures.guarantees == pytest.approx({"first": 100})
    assert risk.effect.measures.guarantee_drawn == pytest.approx(100)
    assert risk.effect.parties["guarantor"] == pytest.approx(-100 / 1.1**2)
    assert without.effect.lenders_loss - risk.effect.lenders_loss == pytest.approx(100 / 1.1**2)
    (said,) = (finding for finding in risk.findings if finding.kind == "guarantee_drawn")
    assert said.found == pytest.approx(100)
    assert (without.effect.measures.guarantees, without.effect.measures.guarantee_drawn) == ({}, 0)
    assert sum(risk.effect.parties.values()) == pytest.approx(0, abs=1e-9)


def test_a_return_that_does_not_exist_has_a_reason() -> None:
    measures = effect_of({"revenue.payment.amount": 40.0}).measures
    assert measures.equity_irr is None
    assert measures.reasons == {"equity_irr": "Sponsors' cash flow never changes sign."}


def test_measures_are_those_of_a_scenario_with_the_same_change() -> None:
    effect = effect_of({"revenue.payment.amount": 250.0})
    changes = {**DEAL, "revenue.payment.amount": 250.0}
    run = evaluate(
        model_of(small(DEAL)), About("small", "Small deal", "KZT"), scenario=Scenario("less", model_of(small(changes)))
    )
    assert effect.measures.dscr_minimum == pytest.approx(run.values["dscr_minimum"])
    assert effect.measures.equity_irr == pytest.approx(run.values["equity_irr"])
    assert effect.measures.default_periods == run.values["default_periods"]
    base = results_of({})
    for party in ("sponsor", "authority", "senior_lender"):
        name = f"party_{party}.present_value"
        difference = (run.values[name] or 0) - (base.values[name] or 0)
        assert effect.parties[party] == pytest.approx(difference, abs=1e-9), party


def test_a_share_unlike_the_one_intended_is_said_and_one_that_is_near_is_not() -> None:
    overrun = {"capex.plant.overrun": 0.1}
    assert shared(overrun, shares={"contractor": 0.7, "sponsor": 0.3}).findings == (
        Finding("differs", "contractor", 0.7, 0.0),
        Finding("differs", "sponsor", 0.3, 1.0),
    )
    assert shared(overrun, shares={"contractor": 0.05, "sponsor": 0.95}).findings == ()
    assert shared(overrun, allocation="publicAuthority").findings == (Finding("differs", "privateParty", 0.0, 1.0),)
    assert shared(overrun, allocation="privateParty").findings == ()
    assert shared(overrun).findings == ()


def test_a_windfall_of_the_sponsors_is_said() -> None:
    findings = shared({"revenue.payment.amount": 330.0}, allocation="publicAuthority").findings
    assert [finding.kind for finding in findings] == ["sponsors_gain"]
    assert findings[0].found == pytest.approx(30 * EIGHT_YEARS)


def test_where_nobody_loses_there_are_no_shares() -> None:
    risk = shared({"funding.shareholder_loan_share": 0.5})
    assert risk.effect is not None
    assert (dict(risk.effect.shares), risk.effect.private_share, risk.effect.loss) == ({}, None, 0)
    assert [finding.kind for finding in risk.findings] == ["nobody_loses"]


def test_a_risk_that_moves_nothing_is_listed_without_an_effect() -> None:
    risk = Risk.model_validate({"id": "forceMajeure", "probability": 0.01})
    (found,) = share_risks(results_of({}), {"war": risk}, {}, ()).risks
    assert (found.label, found.effect, found.findings) == ("War", None, ())


@pytest.mark.parametrize(("intended", "told"), [(0.85, True), (0.92, False)])
def test_a_share_is_told_from_ten_points_of_difference_on_by_side_and_by_party(intended: float, told: bool) -> None:
    """The sponsors bear all of it."""
    dear = {"opex.staff.overrun": 0.1}
    sides = shared(dear, allocation="shared", share_private=intended).findings
    assert [(found.kind, found.party, found.found) for found in sides] == [("differs", "privateParty", 1.0)] * told
    parties = shared(dear, shares={"sponsor": intended, "operator": 1 - intended}).findings
    assert [found.party for found in parties] == ["sponsor", "operator"] * told


def test_each_risk_is_alone_whatever_stands_beside_it() -> None:
    risk = Risk.model_validate({"id": "construction", "probability": 0.1})
    shocks: dict[str, dict[str, float | tuple[float, ...]]] = {
        "dear": {"staff.overrun": 0.1}, "late": {"delay_months": 12.0}, "less": {"payment.amount": 250.0},
    }  # fmt: skip
    together = share_risks(results_of({}), dict.fromkeys(shocks, risk), shocks, ())
    for found in together.risks:
        (alone,) = share_risks(results_of({}), {found.name: risk}, {found.name: shocks[found.name]}, ()).risks
        assert found == alone


@settings(THOROUGH, max_examples=drawn(60))
@given(cases(), SHOCKS)
def test_whatever_happens_parties_and_company_add_to_zero(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    model = model_of(data)
    results = evaluate(model, About("drawn", "Drawn at random", "KZT million"))
    risk = Risk.model_validate({"id": "construction", "probability": 0.5})
    columns = shocked_inputs(model, data, shocks)
    drivers = {
        f"shock_{n}": {name: float(v[n]) for name, v in columns.items() if isinstance(v, np.ndarray)}
        for n in range(len(shocks))
    }
    sharing = share_risks(results, dict.fromkeys(drivers, risk), drivers, ("authority", "state_budget"))
    assert len(sharing.risks) == len(shocks)
    assert_nothing_is_lost(sharing)


def assert_nothing_is_lost(sharing: RiskSharing) -> None:
    for found in sharing.risks:
        effect = found.effect
        assert effect is not None
        assert tuple(effect.parties) == sharing.parties
        scale = max(1.0, *map(abs, effect.parties.values()))
        assert abs(sum(effect.parties.values())) < 1e-8 * scale
        assert abs(sum(effect.expected.values())) < 1e-8 * scale
        assert all(share > 0 for share in effect.shares.values())
        assert effect.loss >= effect.lenders_loss * (1 - 1e-6) - 1e-6
        assert sum(effect.shares.values()) == pytest.approx(1.0) if effect.shares else effect.loss == 0
