"""The charts of a simulation draw what its records hold."""

from dataclasses import replace
from datetime import date

from finmodel.outputs.language import translator
from finmodel.outputs.simulation.tables import SimulationView, cost_table, driver_tables
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.uncertainty.simulation_figures import (
    cost_figure,
    driver_figure,
    fan_figure,
    fan_table,
    figure_number,
    party_figure,
    return_figure,
    shown_part,
    year_labels,
)
from finmodel.simulated import Fan, Spread, YearlyCost
from finmodel.units import Unit
from tests.outputs.drawn import overlaps, words
from tests.uncertain_case import UNCERTAIN, results, simulation

FOUND = simulation()
VIEW = SimulationView(FOUND, translator("en"))
TESTED = {**UNCERTAIN, "distributions.lockup_dscr": 1.2, "distributions.default_dscr": 1.05}
DEAL = View(results(TESTED), translator("en"))
RATIO = next(fan for fan in FOUND.fans if fan.unit is Unit.RATIO)
SPREAD = Spread(10, 0, 5.0, 1.0, 2.0, 0.0, 9.0, dict.fromkeys((5, 25, 50, 75, 95), 5.0))
COST = YearlyCost("mrg", "revenue_guarantee", "Minimum revenue guarantee", "authority", "Discount factor",
                  [2030, 2031], [1.0, 2.0],
                  [0.1, 0.1], [5.0, 8.0], [0.2, 0.3], SPREAD, SPREAD, [0.0, 0.0])  # fmt: skip


def test_a_fan_of_cover_draws_the_lock_up_and_default_levels_of_the_case() -> None:
    said = words(fan_figure(VIEW, DEAL, shown_part(RATIO)).picture)
    assert any(word.startswith("Lock-up") for word in said)
    assert any(word.startswith("Default") for word in said)


def test_cover_far_above_all_levels_is_said_to_be_cut() -> None:
    tall = replace(RATIO, percentiles={**RATIO.percentiles, 95: [40.0] * len(RATIO.ends)})
    picture = fan_figure(VIEW, DEAL, tall).picture
    assert any("no higher than 4.00x is drawn" in word for word in words(picture))


def test_periods_in_which_there_is_nothing_are_left_out_at_both_ends() -> None:
    ends = [date(2030 + place, 12, 31) for place in range(4)]
    rows = {share: [0.0, 1.0, 2.0, 0.0] for share in (5, 25, 50, 75, 95)}
    fan = Fan("cfads", "CFADS", Unit.MONEY, ends, rows, rows[5], rows[5], [9] * 4)
    part = shown_part(fan)
    assert [end.year for end in part.ends] == [2031, 2032]
    assert year_labels(part) == ["2031", "2032"]
    assert fan_table(VIEW, part).rows[0].cells == (1.0, 2.0)


def test_s_curves_stand_with_the_hurdle_and_the_returns_of_the_case() -> None:
    picture = return_figure(VIEW).picture
    said = words(picture)
    assert any(word.startswith("Hurdle of equity") for word in said)
    assert any(word.startswith("Equity IRR in the case") for word in said)
    assert overlaps(picture) == []


def test_a_guarantee_is_drawn_by_year_with_its_stressed_cost() -> None:
    table = cost_table(VIEW, COST)
    assert {"Expected", "95th percentile of the year", "2030"} <= set(words(cost_figure(VIEW, COST, table).picture))


def test_parties_whose_value_does_not_move_are_not_drawn() -> None:
    said = words(party_figure(VIEW).picture)
    still = [p for p in FOUND.parties if not p.present_value.deviation and p.present_value.mean == p.base]
    assert "Sponsor" in said
    assert not {VIEW.named(party.label) for party in still} & set(said)


def test_drivers_are_drawn_in_their_order() -> None:
    ranking, table = FOUND.rankings[0], driver_tables(VIEW)[0]
    said = words(driver_figure(VIEW, ranking, table).picture)
    names = [VIEW.named(driver.label) for driver in ranking.drivers if driver.share is not None]
    assert [word for word in said if word in names] == names


def test_no_money_is_nought_on_an_axis() -> None:
    assert figure_number(VIEW, Unit.MONEY)(0.0) == "0"
    assert figure_number(VIEW, Unit.RATIO)(0.0) == "0.00x"
