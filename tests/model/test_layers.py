"""Layers of debt: sized one after another, paid by rank, interest added or paid in kind; numbers by hand."""

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

EQUAL = {"profile": "equal"}
SENIOR = {"facilities.senior.sizing": {"amount": 300.0}, "facilities.senior.repayment": EQUAL}
MEZZANINE = {
    "type": "mezzanine_loan",
    "base_rate": 0.20,
    "day_count": "30_360",
    "tenor_months": 96,
    "sizing": {"amount": 100.0},
    "repayment": EQUAL,
}
TWO = {**SENIOR, "facilities.mezzanine": MEZZANINE}


def with_mezzanine(**more: object) -> Batch:
    return sized({**SENIOR, "facilities.mezzanine": {**MEZZANINE, **more}})


def test_each_layer_draws_its_share_and_repays_in_six_parts() -> None:
    """Two years of construction in a tenor of eight leave six repayments."""
    found = sized(TWO)
    assert found.series("senior.closing")[1:8] == pytest.approx([300, 250, 200, 150, 100, 50, 0])
    assert found.series("mezzanine.principal_paid")[2:8] == pytest.approx([100 / 6] * 6)
    assert found.value("debt_commitment") == pytest.approx(400)
    assert found.value("senior_commitment") == pytest.approx(300)


def test_cover_counts_senior_debt_and_total_cover_counts_all() -> None:
    """In the first year of service 250 stand against 50 + 30, and against that with 100/6 + 20."""
    found = sized(TWO)
    assert found.series("dscr")[2] == pytest.approx(250 / 80)
    assert found.series("total_dscr")[2] == pytest.approx(250 / (80 + 100 / 6 + 20))


def test_a_junior_lender_gets_what_the_senior_leaves() -> None:
    """Revenue falls to 145: 95 after costs pay 80 to the senior lender, 15 to the mezzanine lender, no more."""
    found = held(TWO, {"revenue.payment.amount": 145.0})
    assert found.series("debt_service_paid")[2] == pytest.approx(80)
    assert found.series("rank_2.paid")[2] == pytest.approx(15)
    assert found.series("mezzanine.interest_paid")[2] == pytest.approx(15)
    assert found.series("rank_2.rank_arrears")[2] == pytest.approx(100 / 6 + 20 - 15)
    assert found.series("distributions_paid")[2] == 0
    assert found.series("arrears")[2] == pytest.approx(0)
    assert found.series("default_flag")[2] == 1, "a junior lender who is not paid is a lender who is not paid"


def test_nothing_reaches_a_junior_lender_while_the_senior_is_short() -> None:
    found = held(TWO, {"revenue.payment.amount": 120.0})
    assert found.series("arrears")[2] == pytest.approx(10)
    assert found.series("rank_2.paid")[2] == 0


def test_lenders_of_one_rank_are_short_in_proportion_to_what_is_due() -> None:
    """Due: 50 + 30 and 100/6 + 20 = 36.67; of 70 the first gets 80/116.67."""
    found = held({**SENIOR, "facilities.second": {**MEZZANINE, "rank": 1}}, {"revenue.payment.amount": 120.0})
    assert found.series("senior.paid_to_lender")[2] == pytest.approx(70 * 80 / (80 + 110 / 3))
    assert found.series("second.paid_to_lender")[2] == pytest.approx(70 * (110 / 3) / (80 + 110 / 3))


def test_interest_added_during_construction_is_repaid_and_moves_no_money() -> None:
    """Drawn a at the end of the first year, the rest of 100 at the end of the second: a is owed with 20 % more."""
    found = with_mezzanine(construction_interest="added")
    first, second = found.series("mezzanine.drawdown")[:2]
    assert first + second == pytest.approx(100)
    assert found.series("mezzanine.closing")[1] == pytest.approx(first * 1.2 + second)
    assert found.series("mezzanine.principal_paid")[2] == pytest.approx((first * 1.2 + second) / 6)
    assert found.series("mezzanine.interest_paid")[:2] == pytest.approx([0, 0])
    assert found.series("assets_added")[1] - found.series("capex_total")[1] == pytest.approx(
        found.series("financing_cost")[1] + first * 0.2
    )


def test_interest_in_kind_is_added_until_repayment_begins_and_then_paid() -> None:
    """Two years of grace: 5 % is added in years 2, 3 and 4; then 25 % is paid on what is owed."""
    found = with_mezzanine(pik_margin=0.05, grace_months=24)
    first = found.series("mezzanine.drawdown")[0]
    owed = (first * 1.05 + 100 - first) * 1.05**2
    assert found.series("mezzanine.closing")[3] == pytest.approx(owed)
    assert found.series("mezzanine.interest_paid")[4] == pytest.approx(owed * 0.25)
    assert found.series("mezzanine.principal_paid")[4] == pytest.approx(owed / 4)
    assert found.series("mezzanine.closing")[7] == pytest.approx(0, abs=1e-9)


def test_interest_in_kind_is_deducted_by_schedule_as_it_is_in_the_accounts() -> None:
    found = with_mezzanine(pik_margin=0.05, grace_months=24)
    owed = found.series("mezzanine.opening")
    assert found.series("mezzanine.scheduled_pik_deducted")[:4] == pytest.approx([0, 0, *(0.05 * owed[2:4])])
    assert found.series("deductible_scheduled")[2:8] == pytest.approx(found.series("deductible_actual")[2:8])


def test_a_share_is_of_all_uses_and_gearing_counts_what_is_sized_before() -> None:
    found = sized(
        {
            "facilities.senior.sizing": {"share": 0.4},
            "facilities.senior.repayment": EQUAL,
            "facilities.mezzanine": {**MEZZANINE, "sizing": {"gearing": 0.55}},
        }
    )
    uses = found.value("total_uses")
    assert found.value("senior.commitment") == pytest.approx(0.40 * uses)
    assert found.value("mezzanine.commitment") == pytest.approx(0.15 * uses)


def test_the_remainder_is_what_other_debt_and_the_sponsors_least_share_leave() -> None:
    remainder = {**MEZZANINE, "type": "term_loan", "rank": 1, "sizing": {"remainder": True}}
    found = sized({**SENIOR, "facilities.rest": remainder, "funding.minimum_equity_share": 0.2})
    assert found.value("rest.commitment") == pytest.approx(0.8 * found.value("total_uses") - 300)
    assert found.value("sponsor_commitment") == pytest.approx(0.2 * found.value("total_uses"))


def test_a_target_leaves_room_for_what_ranks_no_worse() -> None:
    """A junior loan sized at 1.2 on all debt service: 250 / 1.2 less 80 in the first year, then less 75."""
    junior = {**MEZZANINE, "sizing": {"dscr": 1.2, "tax": "none"}, "repayment": {"profile": "sculpted"}}
    found = sized({**SENIOR, "facilities.junior": junior})
    assert found.series("junior.target_debt_service")[2:4] == pytest.approx([250 / 1.2 - 80, 250 / 1.2 - 75])
    assert found.series("total_dscr")[2:8] == pytest.approx([1.2] * 6)


def test_a_loan_that_grows_is_sized_to_what_it_will_have_become() -> None:
    """Sculpted at 1.3 with interest added in construction: cover is 1.3 on debt that is larger than the commitment."""
    found = sized({"facilities.senior.construction_interest": "added", "facilities.senior.sizing": {"dscr": 1.3}})
    assert found.series("dscr")[2:8] == pytest.approx([1.3] * 6)
    assert found.value("senior.repayable") > found.value("senior.commitment")
    assert found.series("senior.closing")[7] == pytest.approx(0, abs=1e-6)
    assert found.passes < 20


def test_interest_in_kind_is_deducted_in_sizing_as_it_is_in_fact() -> None:
    """A senior loan sculpted on levered tax has its target cover in every period, whatever a mezzanine loan adds."""
    kind = {**MEZZANINE, "base_rate": 0.0, "pik_margin": 0.08, "grace_months": 36, "sizing": {"amount": 50.0}}
    found = sized({"tax.cit_rate": 0.2, "facilities.senior.sizing": {"dscr": 1.3}, "facilities.mezzanine": kind})
    first = found.series("mezzanine.drawdown")[0]
    owed = first * 1.08 + 50 - first
    assert found.series("mezzanine.scheduled_pik_deducted")[1:4] == pytest.approx([0, owed * 0.08, owed * 1.08 * 0.08])
    assert found.series("dscr")[2:8] == pytest.approx([1.3] * 6)


def test_debt_limited_by_llcr_grows_to_what_better_debt_leaves_of_the_value() -> None:
    """Both at 10 %: 250 a year for six years are worth 1088.8; at 1.3 they carry 837.6, of which 300 are senior."""
    junior = {**MEZZANINE, "base_rate": 0.10, "sizing": {"llcr": 1.3, "tax": "none"}, "construction_interest": "added"}
    found = sized({**SENIOR, "capex.plant.unit_cost": 3000.0, "facilities.junior": junior})
    worth = sum(250 / 1.1**year for year in range(1, 7)) / 1.3
    assert found.value("junior.repayable") == pytest.approx(worth - 300)
    assert found.value("junior.commitment") < found.value("junior.repayable")
    assert found.passes < 20


def test_cover_counts_a_loan_that_is_left_when_another_is_prepaid_and_its_agent_gone() -> None:
    """Senior 300 is swept away by 2032; the fee of 60 ends with it, and 16.67 and interest are left to cover."""
    swept = {"sweep": {"share": 1.0}, "prepayment_order": "in_order", "agency_fee_amount": 60.0}
    terms = {f"facilities.senior.{key}": value for key, value in swept.items()}
    junior = sized({**SENIOR, **terms, "facilities.mezzanine": MEZZANINE})
    equal = sized({**SENIOR, **terms, "facilities.second": {**MEZZANINE, "rank": 1}})
    assert junior.series("senior.closing")[5:8] == pytest.approx([0, 0, 0])
    left = [100 / 6 + 20 * (6 - year) / 6 for year in range(4, 6)]
    assert junior.series("total_dscr")[6:8] == pytest.approx([250 / due for due in left])
    assert equal.series("dscr")[6:8] == pytest.approx([250 / due for due in left])
