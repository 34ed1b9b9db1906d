"""A unit decides once how its values look in every document."""

import pytest

from finmodel.units import Unit


@pytest.mark.parametrize("unit", Unit, ids=lambda unit: unit.name)
def test_every_unit_has_a_format_and_percentages_are_one_everywhere(unit: Unit) -> None:
    shown = unit.format
    assert shown.decimals >= 0
    assert shown.percent is ("%" in shown.excel)
    assert shown.percent is ("%" in unit.value)


@pytest.mark.parametrize(
    ("unit", "decimals", "excel"),
    [
        (Unit.RATIO, 2, '0.00"x"'),
        (Unit.RATE, 2, "0.00%"),
        (Unit.DATE, 0, "yyyy-mm-dd"),
        (Unit.MONEY, 1, '#,##0.0;[Red]-#,##0.0;"-"'),
    ],
    ids=lambda value: getattr(value, "name", None),
)
def test_the_workbook_shows_a_unit_as_documents_do(unit: Unit, decimals: int, excel: str) -> None:
    assert (unit.format.decimals, unit.format.excel) == (decimals, excel)


def test_money_is_money_in_all_its_forms_and_nothing_else_is() -> None:
    assert {unit for unit in Unit if unit.is_money} == {Unit.MONEY, Unit.MONEY_PER_YEAR, Unit.MONEY_PER_UNIT}
