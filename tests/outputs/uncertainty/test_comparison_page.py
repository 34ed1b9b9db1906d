"""The page of a comparison: at which debt, results side by side, and bridges that lead from A to B."""

import re
from dataclasses import replace

import pytest

from finmodel.compared import Cause
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.comparison_page import bridge_figure, comparison_page, signed
from finmodel.outputs.uncertainty.page import Page
from finmodel.units import Unit
from tests.analysis.comparison.deals import difference, pair, sized_deal
from tests.outputs.drawn import overlaps, rects, words

FOUND = pair(sized_deal({}), sized_deal({"capex.plant.unit_cost": 1100.0, "opex.staff.unit_cost": 60.0}))
A, B = (View(results, translator("en")) for results in (FOUND.before, FOUND.after))
PAGE: Page = comparison_page(A, B, FOUND)


def test_the_banner_says_at_which_debt_and_how_causes_were_found() -> None:
    assert PAGE.debt == "Debt is sized in each at its own financial close"
    assert PAGE.banner[0].startswith("Causes: Shapley values")


def test_both_deals_are_named() -> None:
    assert [fact.label for fact in PAGE.facts] == ["A", "B"]
    assert PAGE.facts[1].texts[0].startswith("b: Small deal")


def test_a_bridge_leads_from_a_to_b_by_figures_that_readers_know() -> None:
    irr = difference(FOUND, "equity_irr")
    table = next(b.table for p in PAGE.parts for b in p.blocks if b.table and b.table.key == "causes-equity_irr")
    figure = bridge_figure(A, B, FOUND, irr, table)
    assert figure is not None
    said = words(figure.picture)
    assert any(word.startswith("A: Base case") for word in said)
    assert len(rects(figure.picture, "orange")) == len([cause for cause in irr.causes if cause.effect < 0])
    assert not any(re.search(r"\bcapex\.", word) for word in said)
    assert overlaps(figure.picture) == []


def test_causes_that_do_not_add_up_to_the_change_are_not_drawn() -> None:
    irr = replace(difference(FOUND, "equity_irr"), causes=(Cause("capex.plant.unit_cost", 0.5),))
    table = next(b.table for p in PAGE.parts for b in p.blocks if b.table)
    assert bridge_figure(A, B, FOUND, irr, table) is None


def test_many_causes_are_drawn_together_at_the_end() -> None:
    irr = difference(FOUND, "equity_irr")
    assert irr.change is not None
    causes = tuple(Cause("capex.plant.unit_cost", irr.change / 20) for _ in range(20))
    table = next(b.table for p in PAGE.parts for b in p.blocks if b.table)
    figure = bridge_figure(A, B, FOUND, replace(irr, causes=causes), table)
    assert figure is not None
    assert "others together (12)" in words(figure.picture)


@pytest.mark.parametrize(
    ("change", "unit", "told"),
    [(0.0123, Unit.RATE, "+1.23 points"), (-3.0, Unit.MONEY, "−3.0"), (0.1, Unit.RATIO, "+0.10x")],
)
def test_changes_have_signs_and_those_of_percentages_are_points(change: float, unit: Unit, told: str) -> None:
    assert signed(A, change, unit) == told
