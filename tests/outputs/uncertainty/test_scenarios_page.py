"""The page of scenarios: debt first, what each changes, and bars of what that does."""

from dataclasses import replace

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.scenarios_page import change_figure, scenarios_page
from tests.analysis.comparison.test_side_by_side import small_side
from tests.outputs.drawn import overlaps, words

SIDE = small_side("equity_irr", "dscr_minimum")
VIEW = View(SIDE.base, translator("en"))
PAGE = scenarios_page(VIEW, SIDE)


def test_the_banner_says_what_becomes_of_the_debt() -> None:
    assert PAGE.debt == "Debt stays as contracted in the base case in every scenario"
    assert scenarios_page(VIEW, replace(SIDE, resized=True)).debt == "Debt is sized again in every scenario"


def test_each_scenario_says_what_it_changes_and_what_it_builds_on() -> None:
    terms = PAGE.parts[0].terms
    assert terms[1].label == "poorer: Poorer year (builds on poor)"
    assert all(any(text.startswith("revenue.payment.amount:") for text in term.texts) for term in terms)


def test_the_worst_of_each_result_stands_at_its_head() -> None:
    irr = PAGE.headlines[0]
    worst = min((each.kpis["equity_irr"].value or 0.0, each.name) for each in SIDE.outcomes)
    assert irr.remark.startswith("lowest: ")
    assert irr.remark.endswith(worst[1])


def test_a_bar_for_each_scenario_and_none_where_nothing_changes() -> None:
    figure = change_figure(VIEW, SIDE, "equity_irr")
    assert figure is not None
    assert "Poorer year" in words(figure.picture)
    assert overlaps(figure.picture) == []
    still = tuple(replace(each, changes=dict.fromkeys(each.changes, 0.0)) for each in SIDE.outcomes)
    assert change_figure(VIEW, replace(SIDE, outcomes=still), "equity_irr") is None


def test_a_result_without_a_value_says_why() -> None:
    blank = replace(SIDE.kpis["equity_irr"], value=None)
    outcome = replace(SIDE.outcomes[0], kpis={**SIDE.outcomes[0].kpis, "equity_irr": blank})
    page = scenarios_page(VIEW, replace(SIDE, outcomes=(outcome,)))
    assert page.parts[-1].key == "part-blank"
    assert page.parts[-1].terms[0].texts[0].startswith("Equity IRR: ")
