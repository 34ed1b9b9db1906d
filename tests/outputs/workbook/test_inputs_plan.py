"""Where inputs stand: by shape on four sheets, under the headings of the case file, with room for scenarios."""

from dataclasses import replace

from finmodel.outputs.workbook.inputs_plan import (
    GUESSES,
    SCENARIO,
    TOLERANCE,
    InputBlock,
    InputHeading,
    control_entries,
    inputs_plan,
)
from finmodel.outputs.workbook.plan import Plan
from tests.expr.small_graphs import graph, series
from tests.outputs.workbook.deal import deal
from tests.small_results import small_results


def block(plan: Plan, name: str) -> InputBlock:
    return next(block for block in plan.inputs.blocks() if block.entry.variable.name == name)


def test_an_input_stands_on_the_sheet_of_its_shape(plan: Plan) -> None:
    sheets = {name: block(plan, name).sheet for name in ("gearing", "inflation", "road.profile", "capex")}
    assert sheets == {
        "gearing": "Inputs",
        "inflation": "Inputs by year",
        "road.profile": "Inputs by position",
        "capex": "Inputs by period",
    }


def test_a_table_that_a_scenario_changes_has_a_row_for_each_value(plan: Plan) -> None:
    profile = block(plan, "road.profile")
    assert (profile.base_row, profile.height) == (profile.row + 1, 4)
    assert block(plan, "inflation").height == 1


def test_a_single_value_keeps_its_scenarios_on_one_row(plan: Plan) -> None:
    gearing = block(plan, "gearing")
    assert (gearing.height, gearing.scenarios) == (1, (0.6, None))


def test_headings_name_the_group_and_the_instance_as_documents_do(plan: Plan) -> None:
    headings = [item for _, item in plan.inputs.sheets["Inputs"] if isinstance(item, InputHeading)]
    assert headings == [
        InputHeading("Workbook"),
        InputHeading("Timing"),
        InputHeading("Revenue", "Toll road"),
        InputHeading("Revenue"),
        InputHeading("Finance"),
    ]


def test_no_two_inputs_share_a_row(plan: Plan) -> None:
    rows = [(found.sheet, row) for found in plan.inputs.blocks() for row in range(found.row, found.row + found.height)]
    assert len(rows) == len(set(rows))


def test_the_workbook_adds_controls_of_its_own() -> None:
    names = [entry.variable.name for entry in control_entries(deal())]
    assert names[:3] == [SCENARIO, "frozen~switch", TOLERANCE]
    assert set(GUESSES) < set(names)


def test_a_model_that_holds_nothing_back_has_no_switch() -> None:
    names = [entry.variable.name for entry in control_entries(small_results(graph(series("x", lambda m: 1)), {}, 2))]
    assert "frozen~switch" not in names


def test_the_workbook_of_a_scenario_has_its_values_alone(plan: Plan) -> None:
    found = inputs_plan(replace(deal(), scenario="dear"), plan.names)
    assert (found.first, list(found.scenarios)) == ("Dear money", [])
