"""Tables of a simulation show what was found, with the errors beside the estimates."""

from finmodel.outputs.language import translator
from finmodel.outputs.simulation.tables import (
    SimulationView,
    beyond_table,
    chance_table,
    convergence_table,
    cost_table,
    driver_tables,
    kpi_table,
    party_table,
)
from tests.analysis.simulation.test_kept import FLOORED
from tests.uncertain_case import RISKS, UNCERTAIN, simulation

FOUND = simulation({**UNCERTAIN, **RISKS}, 500)
VIEW = SimulationView(FOUND, translator("en"))


def test_key_results_that_do_not_vary_are_left_out() -> None:
    labels = [row.label for row in kpi_table(VIEW).rows]
    assert "Equity IRR" in labels
    assert "Senior debt committed" not in labels


def test_probabilities_stand_with_their_error_and_the_case_as_it_stands() -> None:
    table = chance_table(VIEW)
    assert len(table.rows) == 4
    assert table.rows[-1].cells == ("0.0%", "0.3%", "0", "no")


def test_parties_have_their_losses() -> None:
    rows = {row.label: row.cells for row in party_table(VIEW).rows}
    assert rows["Sponsor"][2] == FOUND.party("sponsor").expected_loss


def test_costs_are_by_year_from_the_first_in_which_anything_is_paid() -> None:
    found = simulation({**FLOORED, **UNCERTAIN}, 50)
    table = cost_table(SimulationView(found, translator("en")), found.costs[0])
    assert table.columns[0] == "2029"
    assert table.note.startswith("Present value: ")


def test_every_driver_of_every_ranked_result_is_shown() -> None:
    tables = driver_tables(VIEW)
    assert [table.caption for table in tables] == [
        "What drives Equity IRR", "What drives Lowest DSCR", "What drives Project IRR",
    ]  # fmt: skip
    assert all(len(table.rows) == 4 for table in tables)


def test_convergence_has_a_column_for_each_number_of_scenarios() -> None:
    table = convergence_table(VIEW)
    assert table.columns == ("31", "62", "125", "250", "500")
    assert any(" ± " in str(cell) for row in table.rows for cell in row.cells)


def test_what_was_held_at_a_bound_is_counted() -> None:
    wide = {"type": "normal", "mean": 1, "deviation": 1}
    payment = {"figures": ["revenue.payment.amount"], "way": "times", "distribution": wide}
    found = simulation({"uncertainty.variables": {"pay": payment}}, 100)
    (row,) = beyond_table(SimulationView(found, translator("en"))).rows
    assert row.label == "revenue.payment.amount"
    assert row.cells[1] == 100
