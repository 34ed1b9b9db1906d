"""The least support that is enough: answers known beforehand, none needed, and what cannot be reached."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.minimum_concessionality import _where_nothing_is_left, minimum_support
from finmodel.results import MinimumSupport
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import serial, sized, small_case, small_model

EQUAL = {"facilities.senior.sizing": {"amount": 500.0}, "facilities.senior.repayment": {"profile": "equal"}}
"""500 repaid in six equal parts at 10 %: the first service is 83.33 + 50."""
BASE_RATE = {"figure": "facilities.soft.base_rate", "without": "15 %", "most": 0}
AMOUNT = {"figure": "revenue.payment.amount", "without": 100, "most": 300}


def answer(changes: dict[str, Any], targets: dict[str, Any], lever: dict[str, Any]) -> MinimumSupport:
    changes = {**changes, "concessionality": {"targets": targets, "lever": lever}}
    case = small_case(changes)
    assert case.concessionality is not None
    results = evaluate(small_model(changes), About("small", "Small deal", "KZT million"))
    return minimum_support(results, case.concessionality, case)


def test_the_least_payment_is_the_one_that_arithmetic_gives() -> None:
    """Cover of 1.20 in the first year: 50 of costs and 1.2 × (500 ÷ 6 + 50)."""
    found = answer(EQUAL, {"dscr_minimum": 1.2}, AMOUNT)
    assert found.answer == "found"
    assert found.best.lever == pytest.approx(50 + 1.2 * (500 / 6 + 50), rel=1e-8)
    assert found.binding == ("dscr_to_spare",)
    assert found.best.values["dscr_minimum"] == pytest.approx(1.2)
    assert (found.without.lever, found.most.lever) == (100, 300)
    assert found.without.values["dscr_minimum"] == pytest.approx(50 / (500 / 6 + 50))


def test_the_softest_terms_reach_the_return_exactly_and_a_little_less_would_miss_it() -> None:
    found = answer({"facilities.soft": SOFT}, {"equity_irr": 0.40}, BASE_RATE)
    assert found.answer == "found"
    at = {"facilities.soft": {**SOFT, "base_rate": found.best.lever}}
    assert sized(at).value("equity_irr") == pytest.approx(0.40, abs=1e-8)
    assert found.best.values["concessionality_share"] == pytest.approx(sized(at).value("concessionality_share"))
    assert found.without.values["concessionality_share"] == pytest.approx(0, abs=1e-12)
    dearer = {"facilities.soft": {**SOFT, "base_rate": found.best.lever + 1e-6}}
    assert sized(dearer).value("equity_irr") < 0.40


def test_the_least_grant_brings_private_money_down_to_its_share_or_the_return_up_to_its_target() -> None:
    """Debt of 500 and no interest before operation: a grant pays what equity need not, one for one."""
    deal = {**EQUAL, "facilities.senior.base_rate": 0.0, "grants.city": {"type": "capital_grant", "amount": 10.0}}
    lever = {"figure": "grants.city.amount", "without": 0, "most": 400}
    found = answer(deal, {"equity_irr": 0.45}, lever)
    assert found.answer == "found"
    at = sized({**deal, "grants.city": {"type": "capital_grant", "amount": found.best.lever}})
    assert at.value("equity_irr") == pytest.approx(0.45, abs=1e-8)
    assert found.best.values["concessionality_share"] == pytest.approx(found.best.lever / 1000)
    capped = answer(deal, {"equity_irr": 0.9, "private_share": 0.8}, lever)
    assert (capped.answer, capped.together) == ("not_reachable", True)
    assert {*capped.binding} <= {"irr_to_spare", "private_share_to_spare"}


def test_no_concession_is_needed_where_all_holds_without() -> None:
    found = answer({"facilities.soft": SOFT}, {"equity_irr": 0.20, "dscr_minimum": 1.0}, BASE_RATE)
    assert (found.answer, found.binding) == ("none_needed", ())
    assert found.best == found.without
    assert found.best.lever == 0.15


def test_what_no_support_reaches_is_named_with_the_best_there_is() -> None:
    found = answer({"facilities.soft": SOFT}, {"equity_irr": 0.20, "dscr_minimum": 1.9}, BASE_RATE)
    assert (found.answer, found.binding, found.together) == ("not_reachable", ("dscr_to_spare",), False)
    assert found.best.lever == 0
    (irr, cover) = found.best.targets
    assert irr.holds
    assert not cover.holds
    assert cover.found == pytest.approx(found.best.values["dscr_minimum"])


def test_targets_that_exclude_each_other_are_said_to() -> None:
    """Cover asks for a payment of 210; the payer affords 205."""
    found = answer(EQUAL, {"dscr_minimum": 1.2, "payments": {"payment": 205.0}}, AMOUNT)
    assert (found.answer, found.together) == ("not_reachable", True)
    assert 205 <= found.best.lever <= 210
    assert set(found.binding) == {"dscr_to_spare", "payment_limit.payment_to_spare"}


def test_the_limit_of_a_payment_holds_at_the_answer() -> None:
    found = answer(EQUAL, {"dscr_minimum": 1.2, "payments": {"payment": 215.0}}, AMOUNT)
    assert found.answer == "found"
    (cover, limit) = found.best.targets
    assert cover.found == pytest.approx(1.2)
    assert (limit.target, limit.found) == pytest.approx((215, 210))


def test_months_of_grace_are_whole_periods() -> None:
    """Every year of grace lightens the first years by principal that the others bear; cover binds in the end."""
    soft = {**SOFT, "base_rate": 0.0}
    lever = {"figure": "facilities.soft.grace_months", "without": 0, "most": 48}
    found = answer({"facilities.soft": soft}, {"equity_irr": 0.47}, lever)
    irr = {n: sized({"facilities.soft": {**soft, "grace_months": n}}).value("equity_irr") for n in range(0, 60, 12)}
    least = min((n for n, value in irr.items() if value >= 0.47), default=None)
    assert least is not None
    assert least > 0
    assert (found.answer, found.best.lever) == ("found", least)


def test_a_deal_that_is_refused_is_no_answer() -> None:
    """Beyond 30 % of uses the soft loan leaves no equity: such a share is not taken as the softest terms."""
    lever = {"figure": "facilities.soft.sizing.share", "without": 0, "most": 0.6}
    found = answer({"facilities.soft": SOFT}, {"equity_irr": 3.0}, lever)
    assert found.answer == "not_reachable"
    assert found.best.lever < 0.31
    assert found.most.refused


def test_a_deal_that_does_not_add_up_is_no_answer() -> None:
    """With no tolerance at all, what rounding leaves in a check refuses the deal."""
    found = answer({"facilities.soft": SOFT, "project.tolerance": 0.0}, {"equity_irr": 0.1}, BASE_RATE)
    assert found.answer == "not_reachable"
    assert found.without.refused.endswith("_check")


def test_the_answer_is_the_same_each_time() -> None:
    first, second = (answer({"facilities.soft": SOFT}, {"equity_irr": 0.40}, BASE_RATE) for _ in range(2))
    assert first == second


GAP: dict[str, Any] = {
    **EQUAL,
    "facilities.senior.base_rate": 0.0,
    "grants.gap": {
        "type": "viability_gap",
        "granted_share": 1.0,
        "sources": {"state": {"cap": 0.2, "grantor": "state_budget"}, "sponsor": {"cap": 0.2}},
    },
}
"""Uses of 1,000, debt of 500 for nothing; the State and the sponsoring authority pay up to 20 % each."""


def filled(targets: dict[str, Any], deal: dict[str, Any] | None = None) -> MinimumSupport:
    """The least grant that fills the gap: the lever need not be named."""
    changes = {**(deal or GAP), "concessionality": {"targets": targets}}
    case = small_case(changes)
    assert case.concessionality is not None
    results = evaluate(small_model(changes), About("small", "Small deal", "KZT million"))
    return minimum_support(results, case.concessionality, case)


def gap_by_hand(rate: float) -> float:
    """What the sponsors' half of each year's uses lacks to be worth, at their return, the cash that is left to them."""
    left = [250 - 500 / 6] * 6 + [250.0] * 2
    discount = [(1 + rate) ** (-(serial(2027 + n, 12, 31) - serial(2027, 12, 31)) / 365) for n in range(10)]
    worth = sum(cash * factor for cash, factor in zip(left, discount[2:], strict=True))
    return float(500 - 2 * worth / (discount[0] + discount[1]))


def test_the_least_grant_fills_the_gap_that_is_worked_out_by_hand() -> None:
    found = filled({"equity_irr": 0.45, "dscr_minimum": 2.0, "gearing": 0.5})
    by_hand = gap_by_hand(0.45)
    assert 0 < by_hand < 400
    assert found.answer == "found"
    assert found.path == "grants.gap.granted_share"
    assert found.best.lever * 400 == pytest.approx(by_hand, rel=1e-6)
    assert found.best.values["grant_total"] == pytest.approx(by_hand, rel=1e-6)
    assert found.binding == ("irr_to_spare",)
    less = sized({**GAP, "grants.gap": {**GAP["grants.gap"], "granted_share": found.best.lever - 1e-4}})
    assert less.value("equity_irr") < 0.45


def test_a_larger_target_never_needs_a_smaller_grant() -> None:
    levers = [filled({"equity_irr": target}).best.lever for target in (0.20, 0.42, 0.44, 0.46)]
    assert levers == sorted(levers)
    assert levers[0] == 0
    assert levers[-1] > levers[-2]


def test_no_gap_is_filled_where_there_is_none() -> None:
    assert filled({"equity_irr": 0.2, "gearing": 0.6}).answer == "none_needed"


def test_the_caps_bind_where_all_that_they_allow_is_not_enough() -> None:
    assert gap_by_hand(2.0) > 400
    found = filled({"equity_irr": 2.0})
    assert (found.answer, found.binding, found.best.lever) == ("not_reachable", ("irr_to_spare",), 1.0)


def test_a_gearing_above_its_target_is_never_reached_by_a_grant() -> None:
    found = filled({"equity_irr": 0.2, "gearing": 0.45})
    assert (found.answer, found.binding) == ("not_reachable", ("gearing_to_spare",))
    (_, gearing) = found.best.targets
    assert (gearing.target, gearing.found) == pytest.approx((0.45, 0.5))


def test_the_limit_of_a_tariff_is_of_the_price_before_indexation() -> None:
    tram = {"type": "usage", "volume": 1000.0, "tariff": 0.05}
    lever = {"figure": "revenue.tram.tariff", "without": 0, "most": 0.1}
    deal = {**EQUAL, "revenue": {"tram": tram}}
    enough = answer(deal, {"dscr_minimum": 0.3, "tariffs": {"tram": 0.095}}, lever)
    assert enough.answer == "found"
    assert enough.best.lever == pytest.approx((50 + 0.3 * (500 / 6 + 50)) / 1000)
    dear = answer(deal, {"dscr_minimum": 0.3, "tariffs": {"tram": 0.08}}, lever)
    assert (dear.answer, dear.together) == ("not_reachable", True)
    assert "tram_limit.price_to_spare" in dear.binding


def test_where_nothing_is_left_is_exact_for_a_lever_that_is_a_cubic_of_what_is_left() -> None:
    spares = [-3.0, -1.0, 2.0, 5.0]
    levers = [0.7 + 0.2 * spare - 0.05 * spare**2 + 0.01 * spare**3 for spare in spares]
    assert _where_nothing_is_left(spares, levers) == pytest.approx(0.7, rel=1e-13)
