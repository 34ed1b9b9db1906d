"""Inputs: every figure under its name, with shape, bounds, place and provenance."""

from datetime import date
from pathlib import Path

import pytest

from finmodel.errors import CaseError
from finmodel.expr.line import Shape
from finmodel.inputs.flatten import ByYear, Flat, changed_inputs, flatten
from finmodel.timeline import Grid
from finmodel.units import Unit
from tests.inputs.good_case import load
from tests.inputs.small_case import SMALL, SmallCase, document

GRID = Grid(date(2028, 1, 1), 6, 4)


def flat(text: str = SMALL, grid: Grid = GRID) -> Flat:
    """The inputs of a small case."""
    return flatten(SmallCase.model_validate(document(text).data), grid)


def test_a_number_is_a_scalar_whatever_it_may_be() -> None:
    entry = flat(SMALL.replace("{by_year: {2027: 5, 2029: 6}}", "5")).table["street.price"]
    assert (entry.value, entry.variable.shape, entry.axis) == (5.0, Shape.SCALAR, ())


def test_figures_by_year_share_one_axis_that_covers_the_grid_and_the_tables() -> None:
    found = flat()
    entry = found.table["street.price_by_year"]
    assert entry.variable.shape is Shape.TABLE
    assert (entry.axis, entry.value) == (("2027", "2028", "2029"), (5.0, 5.0, 6.0))
    assert found.by_year == (ByYear("street.price", "street.price_by_year", "Price", Unit.MONEY_PER_UNIT, "street"),)
    assert "street.price" not in found.table.entries


def test_the_first_value_holds_before_the_first_year_and_the_last_after_the_last() -> None:
    later = Grid(date(2025, 7, 1), 12, 8)
    assert flat(grid=later).table["street.price_by_year"].value == (5, 5, 5, 5, 6, 6, 6, 6)


def test_the_grid_gives_its_inputs() -> None:
    values = flat().table.values
    assert (values["period_months"], values["table_first_year"], values["table_years"]) == (6.0, 2027.0, 3.0)


def test_a_list_is_a_series_with_one_value_per_period() -> None:
    entry = flat(SMALL.replace("{by_year: {2027: 5, 2029: 6}}", "[1, 2, 3, 4]")).table["street.price"]
    assert (entry.variable.shape, entry.value) == (Shape.SERIES, (1.0, 2.0, 3.0, 4.0))


def test_a_profile_is_a_table_by_position() -> None:
    entry = flat(SMALL.replace("{height: 10}", "{height: 10, spread: [40 %, 60 %]}")).table["spread"]
    assert (entry.variable.shape, entry.value, entry.axis) == (Shape.TABLE, (0.4, 0.6), ("1", "2"))


def test_an_input_knows_its_path_its_heading_its_bounds_and_its_unit() -> None:
    entry = flat().table["corner.height"]
    assert (entry.path, entry.variable.group, entry.variable.label) == ("items.corner.height", "items", "Height")
    assert (entry.minimum, entry.maximum, entry.variable.unit) == (None, 30, Unit.NUMBER)
    assert flat().table["street.shares_cpi"].maximum == 1.0


def test_an_optional_figure_that_is_not_given_is_no_input() -> None:
    assert "spread" not in flat().table.entries


def test_a_list_that_does_not_fit_the_grid_is_placed_where_it_stands() -> None:
    found = document(SMALL.replace("{by_year: {2027: 5, 2029: 6}}", "{by_period: [1, 2, 3]}"))
    with pytest.raises(CaseError) as refused:
        flatten(SmallCase.model_validate(found.data), GRID, document=found)
    assert str(refused.value) == (
        "small.yaml:6:24: items.street.price.by_period: lists 3 numbers, and the grid has 4 periods; give 4 numbers"
    )


def test_a_padded_list_is_filled_with_zeros(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=["revenue.advertising.amount=[0, 1, 2]"]).case
    assert flatten(case, case.grid()).table["advertising.amount"].value == (0.0, 1.0, 2.0, 0.0, 0.0, 0.0, 0.0)


def test_a_choice_lists_its_words(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=["tax.category=C"]).case
    entry = flatten(case, case.grid()).table["category"]
    assert (entry.value, entry.choices) == (3.0, ("A", "B", "C"))


def test_provenance_travels_with_the_input(tmp_path: Path) -> None:
    case = load(tmp_path).case
    table = flatten(case, case.grid()).table
    assert table["cpi.rate_by_year"].provenance.source == "National Bank"
    assert table["lights.unit_cost"].provenance.status == "unverified"
    assert not table["delay_months"].provenance.stated


def test_a_scenario_changes_the_inputs_it_names_and_no_others(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    base = flatten(loaded.case, loaded.case.grid())
    changed = changed_inputs(base, loaded.scenarios["dear"].case, loaded.case.grid())
    assert changed == {"lights.unit_cost": pytest.approx(0.6)}


def test_a_scenario_by_year_keeps_the_axis_of_the_case() -> None:
    base = flat()
    later = SMALL.replace("{2027: 5, 2029: 6}", "{2027: 5, 2040: 7}")
    variant = SmallCase.model_validate(document(later).data)
    assert changed_inputs(base, variant, GRID) == {"street.price_by_year": (5.0, 5.0, 5.0)}
