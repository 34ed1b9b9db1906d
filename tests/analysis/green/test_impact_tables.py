"""Tables of impact: whole and pro-rated, expected and measured, of a year or over lifetimes, and for each million."""

import pytest

from finmodel.analysis.green.impact_tables import impact_tables
from finmodel.review import Cell
from tests.analysis.green.reported import record, table
from tests.analysis.review.cases import material

IN_OCTOBER = {"start": "2026-10-01", "period": "year", "construction_months": 24, "operation_months": 96}
GASES = {"project": "Solar", "indicator": "GHG avoided"}


def test_impact_stands_whole_and_pro_rated_side_by_side() -> None:
    found = record("impact", GASES | {"basis": "Ex-ante"})
    keys = ("baseline", "with_project", "absolute", "share_of_cost", "pro_rated", "pro_rated_least", "pro_rated_most")
    assert [found[key] for key in keys] == pytest.approx([800, 0, 800, 0.5, 400, 350, 450])
    assert [found[key] for key in ("absolute_lifetime", "pro_rated_lifetime")] == pytest.approx([16000, 8000])
    assert (found["unit"], found["method"], found["counted"]) == ("t CO2e", "Combined margin of the grid", "A year")


def test_what_was_measured_follows_what_is_expected() -> None:
    found = record("impact", GASES | {"basis": "Ex-post"})
    assert [found[key] for key in ("year", "absolute", "share_of_cost", "pro_rated")] == pytest.approx(
        [2029, 760, 0.5, 380]
    )
    assert found["absolute_lifetime"] is None


def test_what_is_there_once_has_no_lifetime() -> None:
    found = record("impact", {"unit": "MW"})
    assert [found[key] for key in ("absolute", "pro_rated")] == pytest.approx([2, 1])
    assert (found["counted"], found["absolute_lifetime"]) == ("In all", None)


def test_a_report_of_a_year_has_its_impact_and_no_lifetime() -> None:
    """The plant operates from 2029: nothing in 2028, though half of its cost is paid for."""
    found = record("impact", GASES, year=2028)
    assert [found[key] for key in ("absolute", "share_of_cost", "pro_rated")] == pytest.approx([0, 0.5, 0])
    found = record("impact", GASES | {"basis": "Ex-ante"}, year=2029)
    assert [found[key] for key in ("absolute", "pro_rated")] == pytest.approx([800, 400])
    assert (found["pro_rated_lifetime"], found["pro_rated_least"], found["year"]) == (None, None, 2029)


def test_a_report_counts_days_of_operation_and_nothing_before_it() -> None:
    """Years of the model begin in October; the plant opens on 1 October 2028, the network on 1 July 2028."""
    moved = {"timing": IN_OCTOBER}
    plant, network = GASES | {"basis": "Ex-ante"}, {"indicator": "Gross water use reduced", "basis": "Ex-ante"}
    whole = {
        year: [record("impact", one, year=year, changes=moved)["absolute"] for one in (plant, network)]
        for year in (2027, 2028)
    }
    assert whole[2027] == [0, 0]
    capacity = {"unit": "MW"}
    assert [record("impact", capacity, year=year, changes=moved)["absolute"] for year in (2027, 2028)] == [0, 2]
    assert whole[2028] == pytest.approx([800 * 92 / 365, 300 * (92 / 366 + 92 / 365)])


def test_a_total_of_a_year_is_that_of_its_projects() -> None:
    moved = {"timing": IN_OCTOBER}
    for one in (GASES, {"indicator": "Gross water use reduced"}):
        of_project = record("impact", one | {"basis": "Ex-ante"}, year=2029, changes=moved)["pro_rated"]
        told = record("impact_totals", {"indicator": one["indicator"]}, year=2029, changes=moved)["pro_rated"]
        assert isinstance(of_project, float)
        assert of_project > 0
        assert told == pytest.approx(of_project)


def test_measured_results_of_other_years_are_not_in_a_report() -> None:
    assert [row["basis"] for row in table("impact", year=2030) if row["indicator"] == "GHG avoided"] == ["Ex-ante"]


def test_an_instrument_adds_up_its_projects_and_divides_by_millions() -> None:
    found = record("impact_totals", {"indicator": "GHG avoided"})
    keys = ("pro_rated", "pro_rated_lifetime", "per_million", "per_million_lifetime")
    assert [found[key] for key in keys] == pytest.approx([400, 8000, 400 / 600, 8000 / 600])
    assert found["currency"] == "KZT"


def test_millions_of_a_year_are_those_allocated_by_then_in_the_reporting_currency() -> None:
    """75.4 m3 of 2028 for 600 million tenge, or 1.2 million dollars at 500."""
    dollars = {"green.reporting": {"currency": "usd", "exchange_rate": 500.0}}
    found = record("impact_totals", {"indicator": "Gross water use reduced"}, year=2028, changes=dollars)
    assert found["pro_rated"] == pytest.approx(300 * 184 / 366 / 2)
    assert found["per_million"] == pytest.approx(300 * 184 / 366 / 2 / 1.2)
    assert (found["currency"], found["pro_rated_lifetime"]) == ("USD", None)


def test_a_project_without_money_stands_last_and_finances_nothing() -> None:
    allocated = {"green.allocations": {"paid": {"instrument": "senior", "project": "water", "year": 2028, "amount": 5}}}
    rows = table("impact", allocated)
    assert [(row["project"], row["instrument"]) for row in rows][:2] == [("Water", "Senior"), ("Solar", "")]
    assert rows[1]["pro_rated"] is None
    assert rows[1]["absolute"] == pytest.approx(800)


def reviewed(**changes: object) -> list[dict[str, Cell]]:
    """Impact of the case of a review: a plant, a water network and electric buses."""
    found = next(one for one in impact_tables(material(changes)) if one.key == "impact")
    return list(found.records)


def test_no_share_is_ever_more_than_the_whole() -> None:
    for row in reviewed():
        for whole, financed in (("absolute", "pro_rated"), ("absolute_lifetime", "pro_rated_lifetime")):
            assert (row[whole] is None) == (row[financed] is None)
            assert abs(float(row[financed] or 0)) <= abs(float(row[whole] or 0))


def test_gases_are_shown_a_year_on_average_of_the_lifetime() -> None:
    """5 360 t without, 5 000 000 kWh at 0.5 kg falling by 2 % a year from 2025 with it."""
    row = next(one for one in reviewed() if one["project"] == "Electric buses" and one["unit"] == "t CO2e")
    with_project = 2500 * 0.98**4 * (1 - 0.98**12) / 0.02 / 12
    assert [row[key] for key in ("baseline", "with_project")] == pytest.approx([5360, with_project])
    assert row["absolute"] == pytest.approx(5360 - with_project)
    assert row["method"] == "Life cycle, production included"


def test_an_indicator_without_a_baseline_has_no_impact() -> None:
    changes = {"green.projects.water.indicators.water_used.baseline": None, "green.claims.water_saved": None}
    row = next(one for one in reviewed(**changes) if one["project"] == "Water network")
    assert [row[key] for key in ("baseline", "with_project", "absolute", "pro_rated")] == [None, 2400000, None, None]
