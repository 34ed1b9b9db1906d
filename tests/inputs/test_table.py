"""The input table: inputs by name, as the graph and as an engine see them."""

from finmodel.expr.line import Shape, Variable
from finmodel.inputs.table import InputEntry, InputTable, Provenance
from finmodel.units import Unit

PRICE = InputEntry(Variable("price", "Price", Unit.MONEY), 5.0, "capex.lights.price")
SPEND = InputEntry(
    Variable("spend", "Spend", Unit.SHARE, Shape.TABLE), (0.4, 0.6), "capex.lights.spend", axis=("1", "2")
)
TABLE = InputTable({"price": PRICE, "spend": SPEND})


def test_entries_are_found_by_name_and_listed_in_order() -> None:
    assert TABLE["spend"] is SPEND
    assert list(TABLE) == [PRICE, SPEND]


def test_the_graph_sees_variables_and_an_engine_values() -> None:
    assert TABLE.variables == (PRICE.variable, SPEND.variable)
    assert TABLE.values == {"price": 5.0, "spend": (0.4, 0.6)}
    assert TABLE.shapes == {"price": Shape.SCALAR, "spend": Shape.TABLE}


def test_a_number_of_unknown_origin_is_an_assumption_that_the_case_states() -> None:
    assert PRICE.provenance == Provenance(source="", as_of="", status="assumption", note="", stated=True)
