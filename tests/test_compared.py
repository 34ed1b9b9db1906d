"""Records of comparisons: what becomes of a figure that one side does not have."""

from finmodel.compared import FigureChange
from finmodel.expr.line import Variable
from finmodel.inputs.table import InputEntry
from finmodel.units import Unit

BEFORE = InputEntry(Variable("works.unit_cost", "Unit cost", Unit.MONEY_PER_UNIT), 2.0, "capex.works.unit_cost")
AFTER = InputEntry(Variable("works.unit_cost", "Unit cost", Unit.MONEY_PER_UNIT), 3.0, "capex.works.unit_cost")


def test_a_figure_is_changed_added_or_removed() -> None:
    changes = [FigureChange("x", *pair) for pair in ((BEFORE, AFTER), (None, AFTER), (BEFORE, None))]
    assert [change.kind for change in changes] == ["changed", "added", "removed"]


def test_a_figure_is_called_as_the_side_that_has_it_calls_it() -> None:
    assert FigureChange("x", None, AFTER).variable is AFTER.variable
    assert FigureChange("x", BEFORE, None).variable is BEFORE.variable
