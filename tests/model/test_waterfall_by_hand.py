"""A waterfall in which every layer runs short, worked out by hand year by year, from cash to distributions.

Two lenders rank first and equal: a bank (300 at 10 %) and a fund (240 at 5 %), each repaid in six equal parts from 2029
on. Mezzanine of 60 at 15 % ranks after them. Half of the coming year's senior debt service lies in reserve. A guarantee
of the first loss, 52, stands behind bank and fund, and its claim bears 10 %; then a partial credit guarantee pays half
of what the bank still lacks, 20 in all. There are no taxes, fees or default margins. CFADS was planned at 250 a year.

Senior debt service by contract:   2029   2030   2031   2032   2033   2034
  bank, 50 and 10 % of the rest      80     75     70     65     60     55
  fund, 40 and 5 % of the rest       52     50     48     46     44     42
  together                          132    125    118    111    104     97
  reserve at the end of the year   62.5     59   55.5     52   48.5      0     (66 at the end of 2028)
"""

from collections.abc import Mapping

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held

PLAIN = {"day_count": "30_360", "tenor_months": 96, "repayment": {"profile": "equal"}, "default_margin": 0.0}
DEAL = {
    "facilities": {
        "bank": {"type": "term_loan", "base_rate": 0.10, "sizing": {"amount": 300.0}, **PLAIN},
        "fund": {"type": "concessional_loan", "base_rate": 0.05, "sizing": {"amount": 240.0}, **PLAIN},
        "mezzanine": {"type": "mezzanine_loan", "base_rate": 0.15, "sizing": {"amount": 60.0}, **PLAIN},
    },
    "reserves": {"dsra": {"months": 6}},
    "guarantees": {
        "first": {"type": "first_loss_guarantee", "covers": ["bank", "fund"], "amount": 52.0, "claim_rate": 0.10},
        "half": {"type": "partial_credit_guarantee", "covers": ["bank"], "coverage": 0.5, "amount": 20.0},
    },
}
CFADS = {2029: 250, 2030: 40, 2031: 59, 2032: 66.6125, 2033: 320, 2034: 250}
YEARS = range(2029, 2035)

EXPECTED: Mapping[str, list[float]] = {
    # 2029. As planned: 132 to lenders; the reserve sets free 66 - 62.5 = 3.5; 10 and 15 % of 60 to mezzanine;
    #       250 - 132 + 3.5 - 19 = 102.5 to sponsors.
    # 2030. Due 125. Cash 40 and reserve 62.5 leave 22.5 lacking, shared 75 : 50. The first-loss guarantee pays all of
    #       it: 13.5 to the bank, 9 to the fund. Nothing is left for mezzanine: 10 and 15 % of 50 are overdue: default.
    # 2031. Bank 200, fund 160 are owed: 70 and 48 due. Cash of 59 is half of 118, the reserve is empty: 35 and 24 are
    #       lacking. 52 - 22.5 = 29.5 are left of the first loss, half of what lacks: 17.5 and 12. The bank still
    #       lacks 17.5, of which the second guarantee pays half, 8.75. Overdue: bank 8.75, fund 12.
    # 2032. The bank is owed 200 - 50 + 8.75 = 158.75 and may keep 100: due 58.75 and 15.875 interest, 74.625. The fund
    #       is owed 132 and may keep 80: due 52 and 6.6, 58.6. Cash of 66.6125 is half of 133.225: 37.3125 and 29.3
    #       lack, of which 8.75 and 12 lacked a year ago: 28.5625 and 17.3 are new. The first loss is used up. Half
    #       of 28.5625 is more than the 20 - 8.75 = 11.25 left of the second. Overdue: bank 37.3125 - 11.25 = 26.0625,
    #       fund 29.3.
    # 2033. Bank: 126.0625 owed, 50 kept: 76.0625 and 12.60625; fund: 109.3 owed, 40 kept: 69.3 and 5.465; together
    #       163.43375, all paid. Then 48.5 into the reserve, then mezzanine: 50 owed, 10 kept, and interest of
    #       7.5 a year since 2030 with 15 % on what was unpaid of it: 7.5, 16.125, 26.04375, 37.4503125.
    #       320 - 163.43375 - 48.5 - 77.4503125 = 30.6159375 go to the first guarantor, who is owed 22.5 × 1.1 + 29.5 =
    #       54.25, × 1.1 = 59.675, × 1.1 = 65.6425. The second waits; nothing is distributed.
    # 2034. 97 to lenders; 48.5 come free; 11.5 to mezzanine: 250 - 97 + 48.5 - 11.5 = 190. The first guarantor gets
    #       (65.6425 - 30.6159375) × 1.1 = 38.52921875, the second 20, the sponsors the remaining 131.47078125.
    "debt_service_due": [132, 125, 118, 133.225, 163.43375, 97],
    "debt_service_from_cash": [132, 40, 59, 66.6125, 163.43375, 97],
    "dsra_drawn": [0, 62.5, 0, 0, 0, 0],
    "bank.paid_of_rank": [80, 75 - 13.5, 35, 37.3125, 88.66875, 55],
    "fund.paid_of_rank": [52, 50 - 9, 24, 29.3, 74.765, 42],
    "bank.newly_lacking": [0, 13.5, 35, 28.5625, 0, 0],
    "fund.newly_lacking": [0, 9, 24, 17.3, 0, 0],
    "first_bank.guarantor_paid": [0, 13.5, 17.5, 0, 0, 0],
    "first_fund.guarantor_paid": [0, 9, 12, 0, 0, 0],
    "half_bank.guarantor_paid": [0, 0, 8.75, 11.25, 0, 0],
    "first.left": [52, 29.5, 0, 0, 0, 0],
    "half.left": [20, 20, 11.25, 0, 0, 0],
    "bank.overdue": [0, 0, 8.75, 26.0625, 0, 0],
    "fund.overdue": [0, 0, 12, 29.3, 0, 0],
    "arrears": [0, 0, 20.75, 55.3625, 0, 0],
    "bank.closing": [250, 200, 158.75, 126.0625, 50, 0],
    "fund.closing": [200, 160, 132, 109.3, 40, 0],
    "dsra_paid_in": [0, 0, 0, 0, 48.5, 0],
    "dsra_released": [3.5, 0, 0, 0, 0, 48.5],
    "dsra_closing": [62.5, 0, 0, 0, 48.5, 0],
    "rank_2.due": [19, 17.5, 16.125 + 20, 26.04375 + 30, 37.4503125 + 40, 11.5],
    "rank_2.paid": [19, 0, 0, 0, 77.4503125, 11.5],
    "mezzanine.interest_arrears": [0, 7.5, 16.125, 26.04375, 0, 0],
    "mezzanine.closing": [50, 50, 50, 50, 10, 0],
    "cash_for_claims": [102.5, 0, 0, 0, 30.6159375, 190],
    "first.claim_interest": [0, 0, 2.25, 5.425, 5.9675, 3.50265625],
    "first.claim_repaid": [0, 0, 0, 0, 30.6159375, 38.52921875],
    "first.claim_closing": [0, 22.5, 54.25, 59.675, 35.0265625, 0],
    "half.claim_repaid": [0, 0, 0, 0, 0, 20],
    "half.claim_closing": [0, 0, 8.75, 20, 20, 0],
    "lockup_flag": [0, 1, 1, 1, 1, 0],
    "default_flag": [0, 1, 1, 1, 0, 0],
    "distributions_paid": [102.5, 0, 0, 0, 0, 131.47078125],
    "cash_closing": [0, 0, 0, 0, 0, 0],
    "party_guarantor.net": [0, -22.5, -29.5 - 8.75, -11.25, 30.6159375, 38.52921875 + 20],
}


def found() -> Batch:
    """The deal contracted on 250 a year and met by the years as they were; costs are 50."""
    payments = {year: CFADS.get(year, 250) + 50.0 for year in range(2027, 2038)}
    planned = {"revenue.payment.amount": {"by_year": dict.fromkeys(payments, 300.0)}}
    return held({**DEAL, **planned}, {"revenue.payment.amount": {"by_year": payments}})


@pytest.mark.parametrize("line", EXPECTED)
def test_every_layer_is_as_worked_out_by_hand(line: str) -> None:
    years = [year - 2027 for year in YEARS]
    assert [found().series(line)[year] for year in years] == pytest.approx(EXPECTED[line])


def test_the_cash_flow_is_the_one_the_hand_began_with() -> None:
    assert list(found().series("cfads")[2:8]) == pytest.approx(list(CFADS.values()))


def test_nothing_leaks_in_any_of_these_years() -> None:
    assert found().value("master_check") == 1


def test_what_became_of_each_guarantee() -> None:
    assert found().value("first.drawn_total") == pytest.approx(52)
    assert found().value("first.claim_highest") == pytest.approx(59.675)
    assert found().value("first.left_at_end") == pytest.approx(0)
    assert found().value("first.claim_lost") == pytest.approx(0)
    assert found().value("half.drawn_total") == pytest.approx(20)
    assert found().value("guarantees_drawn") == pytest.approx(72)
    assert found().value("covered_lenders_loss") == pytest.approx(0)
