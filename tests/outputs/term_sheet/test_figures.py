"""The charts of the term sheet add up: sources equal uses, the bridge ends at distributions, the weakest is named."""

from dataclasses import replace

import pytest

from finmodel.outputs.term_sheet.figures import (
    balance_figure,
    cash_flow_figure,
    cover_figure,
    sources_uses,
    sources_uses_figure,
    spend_figure,
    weakest,
    year_bridge,
)
from finmodel.outputs.term_sheet.view import View


def test_sources_equal_uses_and_both_equal_the_total(view: View) -> None:
    sources, uses = sources_uses(view)
    total = view.results.values["total_uses"]
    assert sum(value for _, value in sources) == pytest.approx(total)
    assert sum(value for _, value in uses) == pytest.approx(total)


def test_sources_and_uses_stand_largest_first(view: View) -> None:
    for group in sources_uses(view):
        values = [value for _, value in group]
        assert values == sorted(values, reverse=True)


def test_a_loan_is_a_source_by_its_name(view: View) -> None:
    assert sources_uses(view)[0][0][0] == "Senior loan"


def test_the_weakest_period_is_the_one_with_the_lowest_ratio(view: View) -> None:
    found = weakest(view, "dscr")
    assert found is not None
    assert found[0] == pytest.approx(view.results.values["dscr_minimum"], abs=2e-6)
    position = list(view.series("dscr")).index(found[0])
    assert found[1] == view.language.day(view.periods[position].end)


def test_of_periods_that_are_equally_weak_the_first_is_named(view: View) -> None:
    flat = tuple(None if value is None else 1.3 - position * 1e-9 for position, value in enumerate(view.series("dscr")))
    even = View(replace(view.results, series={**view.results.series, "dscr": flat}), view.language)
    first = next(position for position, value in enumerate(flat) if value is not None)
    found = weakest(even, "dscr")
    assert found is not None
    assert found[1] == view.language.day(view.periods[first].end)


def test_a_ratio_that_is_always_blank_has_no_weakest_period(view: View) -> None:
    blank = (None,) * len(view.results.periods)
    none = View(replace(view.results, series={**view.results.series, "dscr": blank}), view.language)
    assert weakest(none, "dscr") is None
    assert "Lowest" not in cover_figure(none).picture


def test_the_cover_chart_names_the_weakest_period_and_the_levels(view: View) -> None:
    picture = cover_figure(view).picture
    found = weakest(view, "dscr")
    assert found is not None
    assert found[1] in picture
    assert "Lock-up 1.15x" in picture
    assert "Default 1.05x" in picture


def test_the_bridge_ends_at_the_distributions_of_its_year(view: View) -> None:
    (bridge,) = year_bridge(view)
    year = int(bridge.title[-4:])
    places = [i for i, period in enumerate(view.periods) if period.end.year == year]
    paid = sum(view.series("distributions_paid")[i] or 0.0 for i in places)
    assert view.language.number(paid, 1) in bridge.picture


def test_there_is_no_bridge_without_a_whole_year_of_debt_service(view: View) -> None:
    never = (0.0,) * len(view.results.periods)
    idle = View(replace(view.results, series={**view.results.series, "service_flag": never}), view.language)
    assert year_bridge(idle) == ()


def test_every_chart_is_named_described_and_points_to_its_table(view: View) -> None:
    figures = [
        spend_figure(view),
        balance_figure(view),
        cover_figure(view),
        sources_uses_figure(view),
        cash_flow_figure(view),
        *year_bridge(view),
    ]
    assert len({figure.key for figure in figures}) == 6
    for figure in figures:
        assert 'role="img"' in figure.picture
        assert "<title" in figure.picture
        assert "<desc" in figure.picture
        assert figure.table_key.startswith("table-")
        assert figure.table_title
