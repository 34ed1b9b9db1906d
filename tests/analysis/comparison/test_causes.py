"""Causes of a difference: found from variants in one run, of figures, of the contract, of the structure."""

from __future__ import annotations

from math import fsum

import pytest

from finmodel.analysis.comparison import causes as module
from finmodel.analysis.comparison.alignment import Deal, aligned
from finmodel.analysis.comparison.causes import Causes, causes_of
from finmodel.compared import CONTRACT, STRUCTURE
from tests.analysis.comparison.deals import sized_deal, under
from tests.model.small_case import held, sized

KPIS = ("equity_irr", "dscr_minimum", "total_uses")
COST, WAGES = "capex.plant.unit_cost", "opex.staff.unit_cost"


def causes(before: Deal, after: Deal, *, frozen: bool = False, seed: int = 1) -> Causes:
    graphs = before.results.graph, after.results.graph
    return causes_of(aligned(before, after, graphs, KPIS, frozen=frozen), KPIS, frozen=frozen, seed=seed)


def effects(found: Causes, line: str) -> dict[str, float]:
    return {cause.key: cause.effect for cause in found.moved[line]}


def test_two_figures_are_told_apart_by_the_average_of_both_orders() -> None:
    found = causes(sized_deal({}), sized_deal({COST: 1100.0, WAGES: 60.0}))
    base, dear, paid, both = (
        sized(changes).value("equity_irr")
        for changes in ({}, {COST: 1100.0}, {WAGES: 60.0}, {COST: 1100.0, WAGES: 60.0})
    )
    told = effects(found, "equity_irr")
    assert told[COST] == pytest.approx(((dear - base) + (both - paid)) / 2)
    assert told[WAGES] == pytest.approx(((paid - base) + (both - dear)) / 2)
    assert (found.method.changes, found.method.variants, found.method.orders) == (2, 4, None)


def test_causes_come_in_order_of_size_and_what_moves_nothing_is_left_out() -> None:
    found = causes(sized_deal({}), sized_deal({COST: 1100.0, WAGES: 60.0}))
    sizes = [abs(cause.effect) for cause in found.moved["equity_irr"]]
    assert sizes == sorted(sizes, reverse=True)
    assert list(effects(found, "total_uses")) == [COST]


def test_of_a_deal_as_signed_nothing_is_sized_again() -> None:
    found = causes(sized_deal({}), under({}, {WAGES: 60.0}), frozen=True)
    change = held({}, {WAGES: 60.0}).value("dscr_minimum") - sized({}).value("dscr_minimum")
    assert effects(found, "dscr_minimum") == {WAGES: pytest.approx(change)}


def test_what_was_contracted_is_a_cause_where_two_contracts_differ() -> None:
    before, after = sized_deal({}), under({COST: 1200.0}, {WAGES: 60.0})
    found = causes(before, after, frozen=True)
    assert set(effects(found, "dscr_minimum")) >= {CONTRACT, WAGES}
    for line in KPIS:
        change = (after.results.values[line] or 0.0) - (before.results.values[line] or 0.0)
        assert fsum(effects(found, line).values()) == pytest.approx(change)


def test_the_rest_is_structure_where_models_differ_and_all_adds_up() -> None:
    other = {"facilities.senior.repayment": {"profile": "equal"}, COST: 1100.0}
    before, after = sized_deal({}), sized_deal(other)
    found = causes(before, after)
    assert set(effects(found, "equity_irr")) == {COST, STRUCTURE}
    for line in KPIS:
        change = (after.results.values[line] or 0.0) - (before.results.values[line] or 0.0)
        assert fsum(effects(found, line).values()) == pytest.approx(change)


def test_many_changes_are_drawn_and_computed_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TOGETHER", 300)
    many = {
        COST: 1100.0, WAGES: 60.0, "revenue.payment.amount": 320.0, "facilities.senior.base_rate": 0.11,
        "facilities.senior.margin": 0.01, "facilities.senior.upfront_fee_rate": 0.01, "capex.plant.contingency": 0.05,
        "opex.staff.overrun": 0.1, "capex.plant.overrun": 0.02, "facilities.senior.sizing.dscr": 1.4,
        "facilities.senior.commitment_fee_rate": 0.01, "tax.cit_rate": 0.2,
    }  # fmt: skip
    before, after = sized_deal({}), sized_deal(many)
    found = causes(before, after, seed=5)
    assert (found.method.changes, found.method.orders, found.method.seed) == (12, 128, 5)
    change = (after.results.values["equity_irr"] or 0.0) - (before.results.values["equity_irr"] or 0.0)
    assert fsum(effects(found, "equity_irr").values()) == pytest.approx(change)
    assert all(cause.error is not None for cause in found.moved["equity_irr"])
    assert causes(before, after, seed=5) == found


def test_a_line_that_has_no_value_on_the_way_in_any_order_has_no_causes() -> None:
    found = causes(sized_deal({}), sized_deal({"revenue.payment.amount": 0.0, COST: 1100.0}))
    assert "equity_irr" not in found.moved
    assert found.orders["equity_irr"] == 0.0
    assert "total_uses" in found.moved
    assert found.orders["total_uses"] == 1.0


def test_deals_that_do_not_differ_need_no_variants() -> None:
    found = causes(sized_deal({}), sized_deal({}))
    assert (found.method.changes, found.method.variants, found.moved) == (0, 0, {})
