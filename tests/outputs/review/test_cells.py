"""Cells of a register: four figures of a quantity, the unit's own form of money and shares, words as they are."""

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.review.cells import cell_text, decimals_of, measured
from finmodel.review import ReviewColumn
from finmodel.units import Unit

ENGLISH = translator("en")


@pytest.mark.parametrize(
    ("value", "text"),
    [(19100.0, "19,100"), (1234567.8, "1,234,568"), (11.0, "11"), (0.35, "0.35"), (12.3456, "12.35"), (0.0, "0")],
)
def test_a_quantity_has_four_figures_and_no_zeros_at_its_end(value: float, text: str) -> None:
    assert measured(ENGLISH, value) == text


def test_a_small_loss_has_its_sign() -> None:
    assert measured(ENGLISH, -0.001234) == "−0.001234"
    assert decimals_of(-0.001234) == 6


@pytest.mark.parametrize(
    ("unit", "cell", "text"),
    [
        (Unit.MONEY, 1250.0, "1,250.0"),
        (Unit.SHARE, 0.25, "25.0%"),
        (Unit.CALENDAR_YEAR, 2027.0, "2027"),
        (Unit.YEARS, 25.0, "25"),
        (Unit.NUMBER, 0.8, "0.8"),
        (Unit.MONEY, None, ""),
        (None, 5684.523, "5,685"),
        (None, "Solar", "Solar"),
    ],
)
def test_a_cell_is_written_as_its_column_asks(unit: Unit | None, cell: float | str | None, text: str) -> None:
    assert cell_text(ENGLISH, ReviewColumn("key", "Label", unit), cell) == text
