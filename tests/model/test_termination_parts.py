"""Termination: what each of the five cases pays at the end of each year, and what lenders and sponsors then lose.

The small deal by hand: 1,000 of works and 35 of interest, 724.5 lent and 310.5 paid in; then 250 a year. Lenders
take 166.35 until 2034, the annuity of six years at 10 %. At the end of 2028, 724.5 is owed and 310.5 is at
stake; at the end of 2029, 724.5 × 1.1 less 166.35, and 310.5 less the 83.65 that sponsors have received.
"""

from typing import Any

import numpy as np
import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

PERIODIC = {"valuation.convention": "periods"}
"""Whole years between the ends of periods, so that present values can be worked out by hand."""
SERVICE = 724.5 * 0.10 / (1 - 1.1**-6)
MEZZANINE = {
    "facilities.second": {
        "type": "mezzanine_loan", "base_rate": 0.12, "day_count": "30_360", "tenor_months": 96,
        "sizing": {"amount": 100.0}, "repayment": {"profile": "equal"},
    }
}  # fmt: skip


def ended(deal: dict[str, Any] | None = None, **terms: Any) -> Batch:
    """The small deal with terms of termination, shareholders' return at 15 %."""
    return sized({**PERIODIC, **(deal or {}), "termination": {"equity_rate": 0.15, **terms}})


def values(found: Batch, name: str) -> list[float]:
    return [float(value) for value in found.series(name)]


def distribution(found: Batch) -> list[float]:
    return values(found, "equity_cash_flow")


def test_a_case_without_terms_of_termination_has_no_such_lines() -> None:
    assert not any(name.startswith("termination") for name in sized().lines)


def test_debt_owed_and_capital_at_stake_by_hand() -> None:
    found = ended()
    assert values(found, "senior_owed")[:3] == pytest.approx([350, 724.5, 724.5 * 1.1 - SERVICE])
    assert values(found, "capital_at_stake")[:3] == pytest.approx([150, 310.5, 310.5 - (250 - SERVICE)])
    assert values(found, "capital_at_stake")[5:] == pytest.approx([0] * 6)


def test_the_authority_that_ends_the_contract_makes_everyone_whole() -> None:
    """At the end of 2034 two years of 250 are still to come, worth 250 ÷ 1.15 + 250 ÷ 1.15²; no debt is left."""
    found = ended()
    assert values(found, "termination_authority.compensation")[7] == pytest.approx(250 / 1.15 + 250 / 1.15**2)
    owed = found.series("senior_owed") + found.series("agreed_value")
    assert values(found, "termination_authority.compensation") == pytest.approx(list(owed))
    for loss in ("senior_loss", "junior_loss", "equity_loss", "equity_value_loss"):
        assert values(found, f"termination_authority.{loss}") == pytest.approx([0] * 11)


def test_future_contributions_lower_what_shareholders_are_paid_during_construction() -> None:
    found = ended()
    flows = distribution(found)
    expected = sum(flow / 1.15**years for years, flow in enumerate(flows[1:], start=1))
    assert flows[1] == pytest.approx(-160.5)
    assert values(found, "termination_authority.equity_compensation")[0] == pytest.approx(expected)


def test_breakage_redundancy_and_subcontracts_are_paid_and_accounts_and_insurance_are_deducted() -> None:
    deal = {"reserves": {"dsra": {"months": 6}}}
    plain = ended(deal)
    found = ended(
        deal, breakage_share=0.02, redundancy_cost=7.0, subcontract_breakage_cost=5.0, insurance_proceeds=20.0
    )
    cash = float(plain.series("company_funds")[3])
    assert cash == pytest.approx(float(plain.series("scheduled_debt_service")[4]) / 2)
    principal = float(plain.series("senior_owed")[3])
    stake = float(plain.series("agreed_value")[3])
    assert values(plain, "termination_authority.compensation")[3] == pytest.approx(principal + stake - cash)
    assert values(found, "termination_authority.compensation")[3] == pytest.approx(
        1.02 * principal + stake + 7 + 5 - cash - 20
    )
    assert values(found, "termination_authority.paid_to_senior")[3] == pytest.approx(1.02 * principal)
    assert values(found, "termination_authority.paid_to_sponsors")[3] == pytest.approx(stake)


def test_contributed_equity_is_compounded_less_what_was_distributed() -> None:
    found = ended(equity_compensation="contributed_compounded")
    built = 150 * 1.15 + 160.5
    assert values(found, "termination_authority.equity_compensation")[:2] == pytest.approx([150, built])
    after = built * 1.15 - (250 - SERVICE)
    assert values(found, "termination_authority.equity_compensation")[2] == pytest.approx(after)
    assert values(found, "termination_authority.equity_compensation")[-2:] == pytest.approx([0, 0])


def test_at_the_equity_return_itself_both_conventions_pay_the_same() -> None:
    """Compounded at the internal rate, what was paid in is worth what is still to come."""
    rate = sized(PERIODIC).value("equity_irr_periodic")
    ahead = ended(equity_rate=rate)
    behind = ended(equity_rate=rate, equity_compensation="contributed_compounded")
    name = "termination_authority.equity_compensation"
    assert values(ahead, name)[:9] == pytest.approx(values(behind, name)[:9], rel=1e-5)


def test_base_case_distributions_are_those_of_the_contract_and_the_market_value_is_of_the_day() -> None:
    def paid(convention: str) -> float:
        terms = {"termination": {"equity_rate": 0.15, "equity_compensation": convention}}
        found = held({**PERIODIC, **terms}, {"opex.staff.unit_cost": 100.0})
        return values(found, "termination_authority.equity_compensation")[7]

    assert paid("npv_at_base_irr") == pytest.approx(250 / 1.15 + 250 / 1.15**2)
    assert paid("market_value") == pytest.approx(200 / 1.15 + 200 / 1.15**2)


def test_termination_by_choice_may_pay_shareholders_otherwise() -> None:
    found = ended(voluntary_equity_compensation="contributed_compounded")
    assert values(found, "termination_voluntary.equity_compensation")[0] == pytest.approx(150)
    assert values(found, "termination_authority.equity_compensation")[0] > 200


def test_a_private_default_pays_a_share_of_senior_debt_and_lenders_lose_the_rest() -> None:
    found = ended(private_default_debt_share=0.80, rectification_cost=30.0)
    paid = 0.80 * 724.5 - 30
    assert values(found, "termination_private.compensation")[1] == pytest.approx(paid)
    assert values(found, "termination_private.senior_loss")[1] == pytest.approx(724.5 - paid)
    assert values(found, "termination_private.equity_loss")[1] == pytest.approx(310.5)
    assert values(found, "termination_private.equity_value_loss")[1] == pytest.approx(
        float(found.series("agreed_value")[1])
    )


def test_accounts_lower_what_a_private_default_pays_and_lenders_take_them_instead() -> None:
    plain, kept = ended(), ended({"reserves": {"dsra": {"months": 6}}})
    for found in (plain, kept):
        owed = found.series("senior_owed")
        assert values(found, "termination_private.senior_loss")[2:7] == pytest.approx(list(0.15 * owed[2:7]))


def test_a_private_default_at_market_value_pays_what_a_new_operator_would_bid() -> None:
    """At the end of 2033 three years of 250 are left, before tax and finance."""
    found = ended(private_default="market_value", retender_rate=0.20, rectification_cost=40.0)
    bid = sum(250 / 1.2**n for n in (1, 2, 3))
    assert values(found, "termination_private.compensation")[6] == pytest.approx(bid - 40)
    owed = float(found.series("senior_owed")[6])
    assert values(found, "termination_private.senior_loss")[6] == pytest.approx(0)
    assert values(found, "termination_private.paid_to_sponsors")[6] == pytest.approx(bid - 40 - owed)


def test_a_new_operator_deducts_the_works_that_are_left_to_do() -> None:
    found = ended(private_default="market_value", retender_rate=0.20)
    bid = -500 / 1.2 + sum(250 / 1.2**n for n in range(2, 10))
    assert values(found, "termination_private.fair_value")[0] == pytest.approx(bid)


def test_a_private_default_at_book_value_pays_the_depreciated_assets() -> None:
    """1,035 written down in eight equal parts: six of them are left at the end of 2030."""
    found = ended(private_default="book_value", rectification_cost=50.0)
    assert values(found, "termination_private.compensation")[3] == pytest.approx(1035 * 6 / 8 - 50)


def test_force_majeure_gives_the_money_back_without_a_return() -> None:
    found = ended()
    capital = 310.5 - (250 - SERVICE)
    assert values(found, "termination_force_majeure.compensation")[1] == pytest.approx(724.5 + 310.5)
    assert values(found, "termination_force_majeure.compensation")[2] == pytest.approx(724.5 * 1.1 - SERVICE + capital)
    assert values(found, "termination_force_majeure.equity_loss") == pytest.approx([0] * 11)
    assert values(found, "termination_force_majeure.equity_value_loss")[2] == pytest.approx(
        float(found.series("agreed_value")[2]) - capital
    )


def test_corruption_pays_senior_lenders_alone() -> None:
    found = ended()
    assert values(found, "termination_corruption.compensation")[:2] == pytest.approx([350, 724.5])
    assert values(found, "termination_corruption.senior_loss") == pytest.approx([0] * 11)
    assert values(found, "termination_corruption.equity_loss")[:2] == pytest.approx([150, 310.5])


def test_accounts_are_deducted_in_force_majeure_and_corruption_unless_the_case_says_otherwise() -> None:
    deal = {"reserves": {"dsra": {"months": 6}}}
    kept, deducted = ended(deal, accounts_deducted=False), ended(deal)
    cash = kept.series("company_funds")[:7]
    for case in ("termination_force_majeure", "termination_corruption"):
        less = kept.series(f"{case}.compensation")[:7] - deducted.series(f"{case}.compensation")[:7]
        assert list(less) == pytest.approx(list(cash))
    assert values(deducted, "termination_corruption.senior_loss") == pytest.approx([0] * 11)
    assert values(deducted, "termination_corruption.paid_to_sponsors") == pytest.approx([0] * 11, abs=1e-9)
    assert values(kept, "termination_corruption.paid_to_sponsors")[3] == pytest.approx(float(cash[3]))


def test_junior_lenders_are_paid_after_senior_ones_and_before_sponsors() -> None:
    found = ended(MEZZANINE)
    senior, junior = float(found.series("senior_owed")[1]), float(found.series("junior_owed")[1])
    assert junior == pytest.approx(100)
    assert values(found, "lenders_owed")[1] == pytest.approx(senior + 100)
    assert values(found, "termination_authority.paid_to_junior")[1] == pytest.approx(100)
    assert values(found, "termination_corruption.junior_loss")[1] == pytest.approx(100)
    assert values(found, "termination_corruption.lenders_loss")[1] == pytest.approx(100)
    stake = float(found.series("capital_at_stake")[1])
    assert values(found, "termination_force_majeure.paid_to_junior")[1] == pytest.approx(100)
    assert values(found, "termination_force_majeure.equity_loss")[1] == pytest.approx(min(stake, 100))


def test_interest_in_arrears_is_owed_and_suppliers_who_wait_come_before_sponsors() -> None:
    years = {year: 20.0 if year == 2029 else 300.0 for year in range(2027, 2038)}
    terms = {"termination": {"equity_rate": 0.15}}
    found = held({**PERIODIC, **terms}, {"revenue.payment.amount": {"by_year": years}})
    assert values(found, "senior_owed")[2] == pytest.approx(724.5 + 72.45)
    assert values(found, "operating_arrears")[2] == pytest.approx(30)
    assert values(found, "termination_force_majeure.paid_to_suppliers")[2] == pytest.approx(30)
    assert values(found, "termination_force_majeure.paid_to_sponsors")[2] == pytest.approx(310.5 - 30)
    assert values(found, "termination_force_majeure.equity_loss")[2] == pytest.approx(30)


def test_a_drawn_letter_of_credit_is_owed_to_a_senior_bank() -> None:
    years = {year: 200.0 if year == 2029 else 300.0 for year in range(2027, 2038)}
    terms = {"termination": {"equity_rate": 0.15}, "reserves": {"dsra": {"type": "letter_of_credit", "months": 6}}}
    found = held({**PERIODIC, **terms}, {"revenue.payment.amount": {"by_year": years}})
    drawn = SERVICE - 150
    assert values(found, "letter_of_credit_owed_closing")[2] == pytest.approx(drawn)
    assert values(found, "senior_owed")[2] == pytest.approx(724.5 * 1.1 - SERVICE + drawn)


def test_nothing_is_paid_once_the_contract_has_ended() -> None:
    found = ended()
    assert values(found, "contract_in_force") == [1] * 9 + [0, 0]
    assert values(found, "termination_exposure")[-2:] == [0, 0]


def test_the_exposure_is_the_dearest_of_the_five_cases() -> None:
    found = ended(equity_rate=0.60)
    cases = [values(found, name) for name in found.lines if name.endswith(".compensation")]
    assert len(cases) == 5
    assert values(found, "termination_exposure") == pytest.approx([max(each) for each in zip(*cases, strict=True)])
    assert found.value("termination_exposure_highest") == pytest.approx(max(values(found, "termination_exposure")))


def test_what_is_paid_out_of_a_termination_is_all_there_is() -> None:
    found = ended({**MEZZANINE, "reserves": {"dsra": {"months": 6}}}, insurance_proceeds=15.0)
    for case in ("authority", "voluntary", "private", "force_majeure", "corruption"):
        name = f"termination_{case}"
        parts = ("paid_to_senior", "paid_to_junior", "paid_to_suppliers", "paid_to_sponsors")
        paid = np.sum([found.series(f"{name}.{part}") for part in parts], axis=0)
        there = found.series(f"{name}.compensation") + found.series("held_against_claims")
        assert list(paid[:9]) == pytest.approx(list(there[:9]))


def test_a_bridge_is_owed_to_a_senior_bank_and_a_guarantor_who_has_paid_is_a_junior_creditor() -> None:
    bridge = {"rate": 0.12, "day_count": "30_360", "lender": "city_bank"}
    grant = {"type": "capital_grant", "amount": 300.0, "drawn": "reimbursement", "reimbursement_months": 12}
    found = ended({"grants": {"city": {**grant, "bridge": bridge}}})
    assert found.series("city.bridge_closing")[1] > 100
    owed = found.series("senior.closing") + found.series("city.bridge_closing")
    assert values(found, "senior_owed")[1] == pytest.approx(float(owed[1]))
    cover = {"guarantees": {"surety": {"type": "state_surety", "covers": ["senior"], "amount": 500.0}}}
    terms = {"termination": {"equity_rate": 0.15}}
    shocked = held({**PERIODIC, **terms, **cover}, {"revenue.payment.amount": 120.0})
    claim = float(shocked.series("surety.claim_closing")[2])
    assert claim == pytest.approx(SERVICE - 70)
    assert values(shocked, "junior_owed")[2] == pytest.approx(claim)
