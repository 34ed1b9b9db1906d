"""Records of a sensitivity are found by the names that users know."""

import pytest

from finmodel.inputs.sensitivity_moves import Move
from finmodel.inputs.text import Text
from finmodel.sensitivities import Measured, Sensitivities
from finmodel.units import Unit

PRICE = Move("price", Text("Price"), ("revenue.tickets.tariff",), "times", 0.9, 1.1, Unit.NUMBER, 1.0)
IRR = Measured("equity_irr", "equity_irr", "Equity IRR", Unit.RATE, 0.15)
FOUND = Sensitivities("deal", "A deal", "KZT million", True, False, [IRR], [PRICE], [], [])


def test_a_move_and_a_result_are_found_by_name() -> None:
    assert FOUND.move("price") is PRICE
    assert FOUND.kpi("equity_irr") is IRR


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        FOUND.move("equity_irr")
    with pytest.raises(KeyError):
        FOUND.kpi("price")
